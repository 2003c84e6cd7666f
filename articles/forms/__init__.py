"""What an editor types: checked, and turned into what the models take."""

from .article import CONTENT, ArticleForm
from .fields import place_of_zone
from .publishing import PublishingForm

__all__ = ["CONTENT", "ArticleForm", "PublishingForm", "place_of_zone"]
