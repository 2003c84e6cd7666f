"""A secret address under which somebody without an account may read a draft for a while."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class PreviewLink(models.Model):
    """digest: SHA-256 of the secret in the address, in hexadecimal; the secret is not kept."""

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="preview_links")
    digest = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=100, blank=True, help_text="For whom it is.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"Preview of {self.article} for {self.label or 'anybody with the link'}"
