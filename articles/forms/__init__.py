"""What an editor types: checked, and turned into what the models take."""

from .article import CONTENT, ArticleForm
from .comment import CommentForm
from .fields import place_of_zone
from .preview import PreviewLinkForm
from .publishing import PublishingForm

__all__ = [
    "CONTENT",
    "ArticleForm",
    "CommentForm",
    "PreviewLinkForm",
    "PublishingForm",
    "place_of_zone",
]
