"""Who has an article open right now."""

import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models.functions import JSONObject
from django.utils import timezone

if TYPE_CHECKING:
    from .article import Article

SEEN_FOR = datetime.timedelta(seconds=30)

AS_DICT = JSONObject(
    person="person_id",
    first_name="person__first_name",
    last_name="person__last_name",
    username="person__username",
    writing="is_writing",
    section="section",
)


class PresenceQuerySet(models.QuerySet["Presence"]):
    def beat(self, article: "Article", person: User, *, writing: bool, section: str) -> None:
        """Called every ten seconds by each page that is open."""
        row = Presence(article=article, person=person, is_writing=writing, section=clipped(section))
        Presence.objects.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["article", "person"],
            update_fields=["is_writing", "section", "seen_at"],
        )

    def others(self, article: "Article | models.F", person: User) -> Any:
        """As dicts, those seen in the last half minute, besides this person. Who writes is first.

        Keys: person (their number), first_name, last_name, username, writing, section.
        """
        found = self.filter(article=article, seen_at__gt=timezone.now() - SEEN_FOR)
        found = found.exclude(person=person).order_by("-is_writing", "person_id")
        return found.values_list(AS_DICT, flat=True)

    def leave(self, article: "Article", person: User) -> None:
        self.filter(article=article, person=person).delete()

    def forget_old(self) -> None:
        self.filter(seen_at__lt=timezone.now() - SEEN_FOR).delete()


class Presence(models.Model):
    """section: the title of the section where the person writes; empty for who only reads."""

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="presences"
    )
    is_writing = models.BooleanField(default=False)
    section = models.CharField(max_length=200, blank=True)
    seen_at = models.DateTimeField(default=timezone.now)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "person"], name="a_person_is_once_in_an_article"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.article}"


def clipped(section: str) -> str:
    return section if len(section) <= 200 else section[:199] + "…"
