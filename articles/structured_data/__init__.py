"""What search engines and other sites read of a page: schema.org data as plain Python."""

from .addresses import full
from .article import news_article
from .pages import collection, plain_page, profile
from .picture import SocialPicture, social_picture
from .site import organisation, website
from .trail import Step, trail

__all__ = [
    "SocialPicture",
    "Step",
    "collection",
    "full",
    "news_article",
    "organisation",
    "plain_page",
    "profile",
    "social_picture",
    "trail",
    "website",
]
