"""A secret address under which somebody without an account may read a draft for a while."""

import datetime
import hashlib
import secrets
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone

from .state import State

if TYPE_CHECKING:
    from .article import Article

DAYS = (1, 7, 30)
"""So long a link may lead to the draft."""
SECRET_BYTES = 32


def digest_of(secret: str) -> str:
    """What is looked up: the time that takes tells nothing about the secret itself."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def make(
        self, article: "Article", by: User, label: str, days: int
    ) -> tuple["PreviewLink", str]:
        """The link and its secret, which is known now and never again.

        label: for whom it is. Raises ValidationError for a time that is not offered.
        """
        if days not in DAYS:
            raise ValidationError({"days": "A link is good for 1, 7 or 30 days."})
        secret = secrets.token_urlsafe(SECRET_BYTES)
        link = self.create(
            article=article,
            digest=digest_of(secret),
            label=label,
            made_by=by,
            expires_at=timezone.now() + datetime.timedelta(days=days),
        )
        return link, secret

    def standing(self) -> Self:
        """Those whose time is not over and which nobody took back."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def of_secret(self, secret: str) -> "PreviewLink | None":
        """None whatever the reason: unknown, run out and taken back look alike from outside.

        A link to what was withdrawn leads nowhere either: it was taken from all readers.
        """
        links = self.standing().exclude(article__state=State.WITHDRAWN)
        return links.filter(digest=digest_of(secret)).first()


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

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"Preview of {self.article} for {self.label or 'anybody with the link'}"

    @staticmethod
    def address(secret: str) -> str:
        return settings.SITE_URL + reverse("articles:shared_preview", args=[secret])

    @property
    def has_run_out(self) -> bool:
        return self.expires_at <= timezone.now()

    def note_opening(self) -> None:
        PreviewLink.objects.filter(pk=self.pk).update(opened_at=timezone.now())

    def revoke(self) -> bool:
        """Whether it led somewhere until now."""
        standing = PreviewLink.objects.standing().filter(pk=self.pk)
        return bool(standing.update(revoked_at=timezone.now()))
