"""An article as it would stand on the site."""

import copy
from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from .article import Article
    from .revision import Revision


def as_published(article: "Article", revision: "Revision") -> "Article":
    """What readers would get if that revision were live. Made to be shown, never to be saved."""
    shown = copy.copy(article)
    shown.live = revision
    shown.published_at = article.published_at or article.publish_at or timezone.now()
    shown.slug = article.slug or "preview"
    return shown
