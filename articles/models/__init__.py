"""The public names of what is stored."""

from .article import Article
from .article_queryset import ArticleQuerySet
from .author import Author
from .byline import Byline
from .change import Change
from .comment import Comment
from .desk import Desk
from .gate import Filing, Finding, Named, NotReady, Report
from .image import Image
from .page import Page
from .people import name_of
from .presence import Presence
from .preview import as_published
from .preview_link import PreviewLink
from .redirect import Redirect
from .rendition import Rendition
from .revision import Content, Revision, StaleDraft
from .scratch import Scratch
from .search_entry import SearchEntry, SearchWord
from .series import Series
from .site import SiteSettings
from .topic import Topic, TopicAlias

__all__ = [
    "Article",
    "ArticleQuerySet",
    "Author",
    "Byline",
    "Change",
    "Comment",
    "Content",
    "Desk",
    "Filing",
    "Finding",
    "Image",
    "Named",
    "NotReady",
    "Page",
    "Presence",
    "PreviewLink",
    "Redirect",
    "Rendition",
    "Report",
    "Revision",
    "Scratch",
    "SearchEntry",
    "SearchWord",
    "Series",
    "SiteSettings",
    "StaleDraft",
    "Topic",
    "TopicAlias",
    "as_published",
    "name_of",
]
