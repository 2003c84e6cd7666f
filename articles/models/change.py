from django.conf import settings
from django.db import models
from django.utils import timezone

from .state import State


class ChangeQuerySet(models.QuerySet["Change"]):
    def for_readers(self) -> "ChangeQuerySet":
        """Those that readers are told of, the newest first."""
        return self.filter(kind__in=TELLING).order_by("-at")

    def corrections(self) -> "ChangeQuerySet":
        """Those of articles that readers can see, the newest first."""
        return self.for_readers().filter(
            kind=Change.Kind.CORRECTION, article__state=State.PUBLISHED
        )


class Change(models.Model):
    """One publication of an article: what went out, when, and what readers are told of it."""

    class Kind(models.TextChoices):
        FIRST = "first", "First publication"
        MINOR = "minor", "Minor: spelling, layout"
        UPDATE = "update", "Update: something is added"
        CORRECTION = "correction", "Correction: something was wrong"
        CLARIFICATION = "clarification", "Clarification: something was unclear"

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="changes")
    revision = models.ForeignKey("Revision", on_delete=models.RESTRICT, related_name="changes")
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    announce = models.BooleanField("e-mail to subscribers", default=False)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["-at"], name="change_newest"),
            models.Index(
                fields=["id"], condition=models.Q(announce=True), name="change_to_announce"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=models.Q(kind="first"),
                name="one_first_publication",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.article}"

    @property
    def kind_name(self) -> str:
        """Its kind in a word: "Correction"."""
        return self.get_kind_display().partition(":")[0]

    @property
    def tells_readers(self) -> bool:
        return self.kind in TELLING

    @property
    def corrects(self) -> bool:
        """Something that stood there was wrong or unclear, not only incomplete."""
        return self.kind in (Change.Kind.CORRECTION, Change.Kind.CLARIFICATION)


TELLING = {Change.Kind.UPDATE, Change.Kind.CORRECTION, Change.Kind.CLARIFICATION}
"""Kinds that need a text for readers."""
