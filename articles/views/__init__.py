"""The readers' pages. None of them sets a cookie or tells one reader from another."""

from .article import article
from .author import author
from .corrections import corrections
from .desk import desk
from .home import home
from .preview import preview, preview_feed, shared_preview
from .topic import topic, topics

__all__ = [
    "article",
    "author",
    "corrections",
    "desk",
    "home",
    "preview",
    "preview_feed",
    "shared_preview",
    "topic",
    "topics",
]
