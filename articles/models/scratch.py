"""What somebody typed and has not saved: one row per person and article, written over and over."""

import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from .article import Article

KEPT_FOR = datetime.timedelta(days=180)

MOST_BEGUN = 50
"""So many new articles one person may have begun and never saved."""
TOO_MANY = (
    f"You have begun {MOST_BEGUN} articles and saved none of them. Save some or throw some away: "
    "the first page of the newsdesk lists them."
)

Fields = list[list[str]]
"""A form as it would be posted: [name, value] pairs."""


class ScratchQuerySet(models.QuerySet["Scratch"]):
    def keep(
        self, by: User, article: "Article | None", fields: Fields, ticket: str = ""
    ) -> datetime.datetime:
        """Writes over what was kept before; returns the moment.

        Raises ValidationError where somebody has begun too many articles: a script that goes
        round must not fill the disk.
        """
        is_new = article is None and not self.for_page(by, None, ticket).exists()
        if is_new and self.begun_by(by).count() >= MOST_BEGUN:
            raise ValidationError(TOO_MANY)
        row = Scratch(by=by, article=article, ticket=ticket, fields=fields)
        Scratch.objects.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["by", "article", "ticket"],
            update_fields=["fields", "saved_at"],
        )
        return row.saved_at

    def for_page(self, by: User, article: "Article | None", ticket: str = "") -> Self:
        """At most one: of this person on that page."""
        return self.filter(by=by, article=article, ticket=ticket)

    def forget(self, by: User, article: "Article | None", ticket: str = "") -> Fields:
        """Returns what it forgot, so that it can be had back."""
        gone = self.for_page(by, article, ticket).first()
        if gone is None:
            return []
        gone.delete()
        return gone.fields

    def begun_by(self, person: User) -> Self:
        """New articles that were never saved, the newest first."""
        return self.filter(by=person, article=None).order_by("-saved_at", "-pk")

    def unsaved_of(self, person: User) -> Self:
        """All that this person typed and has not saved, the newest first."""
        return self.filter(by=person).order_by("-saved_at", "-pk")

    def forget_old(self) -> None:
        self.filter(saved_at__lt=timezone.now() - KEPT_FOR).delete()


class Scratch(models.Model):
    """fields: the form as it would be posted, a list of [name, value] pairs.

    An article that was never saved has none yet; its scratch goes by the ticket of its page.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="scratches"
    )
    article = models.ForeignKey(
        "Article", on_delete=models.CASCADE, null=True, related_name="scratches"
    )
    ticket = models.CharField(max_length=36, blank=True)
    fields = models.JSONField(default=list)
    saved_at = models.DateTimeField(default=timezone.now)

    objects = ScratchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["by", "article", "ticket"],
                nulls_distinct=False,
                name="one_scratch_per_person_and_article",
            )
        ]

    def __str__(self) -> str:
        return f"What {self.by} typed in {self.article or 'a new article'}"

    def value(self, name: str) -> str:
        """Of a field of the form, or ""."""
        return next((value for field, value in self.fields if field == name), "")

    @property
    def headline(self) -> str:
        return " ".join(self.value("headline").split())
