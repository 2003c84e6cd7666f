"""A remark on a passage of a draft, for the newsroom alone."""

from django.conf import settings
from django.db import models
from django.utils import timezone


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

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.by} on “{self.quote[:40]}”"
