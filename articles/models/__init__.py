"""The public names of what is stored."""

from .article import Article, ArticleQuerySet
from .author import Author
from .byline import Byline
from .change import Change
from .desk import Desk
from .gate import Finding, NotReady
from .image import Image
from .redirect import Redirect
from .rendition import Rendition
from .revision import Content, Revision, StaleDraft
from .site import SiteSettings
from .topic import Topic, TopicAlias

__all__ = [
    "Article",
    "ArticleQuerySet",
    "Author",
    "Byline",
    "Change",
    "Content",
    "Desk",
    "Finding",
    "Image",
    "NotReady",
    "Redirect",
    "Rendition",
    "Revision",
    "SiteSettings",
    "StaleDraft",
    "Topic",
    "TopicAlias",
]
