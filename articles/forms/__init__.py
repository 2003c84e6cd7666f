"""What an editor types: checked, and turned into what the models take."""

from .article import CONTENT, ArticleForm
from .comment import CommentForm
from .fields import place_of_zone
from .old_address import ManyOldAddressesForm, OldAddressForm
from .page import PageForm
from .person import PersonForm
from .preview import PreviewLinkForm
from .publishing import PublishingForm
from .topic import TopicForm

__all__ = [
    "CONTENT",
    "ArticleForm",
    "CommentForm",
    "ManyOldAddressesForm",
    "OldAddressForm",
    "PageForm",
    "PersonForm",
    "PreviewLinkForm",
    "PublishingForm",
    "TopicForm",
    "place_of_zone",
]
