"""What somebody typed and has not saved: one row per person and article, written over and over."""

from django.conf import settings
from django.db import models
from django.utils import timezone


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
