"""The readers' pages. None of them sets a cookie or tells one reader from another."""

from .archive import archive, archive_of
from .article import article
from .author import author
from .changes import changes
from .citation import citation
from .corrections import corrections
from .desk import desk
from .home import home
from .preview import preview, preview_feed, shared_preview
from .search import search
from .series import series, series_list
from .static_page import static_page
from .topic import topic, topics

__all__ = [
    "archive",
    "archive_of",
    "article",
    "author",
    "changes",
    "citation",
    "corrections",
    "desk",
    "home",
    "preview",
    "preview_feed",
    "search",
    "series",
    "series_list",
    "shared_preview",
    "static_page",
    "topic",
    "topics",
]
