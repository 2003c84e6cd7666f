from dataclasses import dataclass
from typing import Any

from django import template
from django.forms import BoundField
from django.utils import timezone

from articles.models import Article, Change

from ..models import Mailing, Subscriber
from ..models.mailing import NEWS_LASTS

register = template.Library()


@dataclass(frozen=True, slots=True)
class Post:
    """What the subscribers have got of an article, and whether they can get more.

    newest: its last publication; told: the last one that was to be e-mailed.
    """

    article: Article
    newest: Change | None
    told: Change | None

    @classmethod
    def of(cls, article: Article) -> "Post":
        """In one query at most; what was never published has sent nothing."""
        if article.published_at is None:
            return cls(article, None, None)
        changes = Change.objects.filter(article=article).select_related("mailing")
        newest_first = list(changes.order_by("-pk"))
        told = next((change for change in newest_first if change.announce), None)
        return cls(article, newest_first[0] if newest_first else None, told)

    @property
    def may_leave(self) -> bool:
        """Publishing would send a letter: the same text is not sent twice."""
        same_text = self.article.is_public and not self.article.is_edited
        return not (same_text and self.newest and self.newest.announce)

    @property
    def mailing(self) -> Mailing | None:
        return getattr(self.told, "mailing", None)

    @property
    def is_too_late(self) -> bool:
        """It was to be sent, and no worker was there in time."""
        return bool(self.told and self.told.at <= timezone.now() - NEWS_LASTS)


@register.inclusion_tag("subscriptions/_audience.html")
def audience(article: Article | None, tick: BoundField | str = "") -> dict[str, Any]:
    """How many subscribers an article would reach, or has reached.

    tick: the form's field that asks for the letter, where it can be asked for.
    """
    if article is None or article.pk is None:
        return {"article": None, "tick": tick}
    post = Post.of(article)
    readers = Subscriber.objects.audience(article).count() if post.may_leave else 0
    return {"article": article, "tick": tick, "post": post, **worded(readers, post.mailing)}


def reached(count: int) -> str:
    return "1 reader" if count == 1 else f"{count:,} readers"


def worded(readers: int, mailing: Mailing | None) -> dict[str, Any]:
    return {
        "readers": readers,
        "readers_shown": f"{readers:,}",
        "mailing": mailing,
        "reached": reached(mailing.candidates) if mailing else "",
    }
