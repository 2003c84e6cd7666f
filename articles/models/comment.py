"""A remark on a passage of a draft, for the newsroom alone."""

import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from .article import Article

A_DAY = datetime.timedelta(days=1)
MOST_A_DAY = 200
"""So many one person may write within a day, answers included."""
MOST_ON_AN_ARTICLE = 1000


class CommentQuerySet(models.QuerySet["Comment"]):
    def questions(self) -> Self:
        """Those that answer no other."""
        return self.filter(parent=None)

    def unsettled(self) -> Self:
        return self.questions().filter(settled_at=None)

    def with_answers(self) -> Self:
        """With all that a list of them shows, in two queries."""
        answers = models.Prefetch("answers", Comment.objects.select_related("by"))
        return self.questions().select_related("by", "settled_by").prefetch_related(answers)

    def ask(
        self,
        article: "Article",
        by: User,
        text: str,
        *,
        quote: str = "",
        before: str = "",
        after: str = "",
    ) -> "Comment":
        """A new comment; without a quote it is about the whole article. Raises ValidationError."""
        self.check_room(article.pk, by)
        return self.create(
            article=article, by=by, text=text, quote=quote, before=before, after=after
        )

    def check_room(self, article_id: int, by: User) -> None:
        """Raises ValidationError for the one too many: a script must not fill the disk."""
        if Comment.objects.filter(by=by, at__gt=timezone.now() - A_DAY).count() >= MOST_A_DAY:
            raise ValidationError(
                f"You have written {MOST_A_DAY} comments within a day, which is the limit. "
                "Go on tomorrow, or talk to each other."
            )
        if Comment.objects.filter(article=article_id).count() >= MOST_ON_AN_ARTICLE:
            raise ValidationError(
                f"This article has {MOST_ON_AN_ARTICLE:,} comments, which is the limit."
            )


class Comment(models.Model):
    """quote: the passage as it stood; before, after: some words round it, to find it again.

    The three are a text quote selector as in the W3C Web Annotation Data Model, 4.2.4. An answer
    has a parent and no quote of its own.
    """

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="comments")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="answers")
    quote = models.CharField(max_length=1000, blank=True)
    before = models.CharField(max_length=100, blank=True)
    after = models.CharField(max_length=100, blank=True)
    text = models.CharField(max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.by} on “{self.quote[:40]}”"

    def answer(self, by: User, text: str) -> "Comment":
        """Raises ValidationError, as asking does."""
        Comment.objects.check_room(self.article_id, by)
        return Comment.objects.create(article_id=self.article_id, parent=self, by=by, text=text)

    def settle(self, by: User) -> None:
        """Nothing is left to do about it. Who settled it first stands there."""
        still_open = Comment.objects.filter(pk=self.pk, settled_at=None)
        still_open.update(settled_by=by, settled_at=timezone.now())
        self.refresh_from_db()

    def reopen(self) -> None:
        self.settled_by = self.settled_at = None
        self.save(update_fields=["settled_by", "settled_at"])
