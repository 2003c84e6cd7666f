"""Who has an article open right now."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Presence(models.Model):
    """section: the title of the section where the person writes; empty for who only reads."""

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="presences"
    )
    is_writing = models.BooleanField(default=False)
    section = models.CharField(max_length=200, blank=True)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "person"], name="a_person_is_once_in_an_article"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.article}"
