"""A remark on a passage of a draft, for the newsroom alone."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from .article import Article


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
        """A new comment; without a quote it is about the whole article."""
        return self.create(
            article=article, by=by, text=text, quote=quote, before=before, after=after
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
        return Comment.objects.create(article_id=self.article_id, parent=self, by=by, text=text)

    def settle(self, by: User) -> None:
        """Nothing is left to do about it. Who settled it first stands there."""
        still_open = Comment.objects.filter(pk=self.pk, settled_at=None)
        still_open.update(settled_by=by, settled_at=timezone.now())
        self.refresh_from_db()

    def reopen(self) -> None:
        self.settled_by = self.settled_at = None
        self.save(update_fields=["settled_by", "settled_at"])
