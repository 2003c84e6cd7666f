"""Addresses that lead on: of articles that moved, and of the site as it was elsewhere."""

from collections.abc import Sequence
from typing import Self
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.db import models

from .standing import article_at, own_path, page_at

LONGEST = 300
HOPS = 5
"""So many old addresses may lead from one to the next."""


class RedirectQuerySet(models.QuerySet["Redirect"]):
    def first_of(self, paths: Sequence[str]) -> "Redirect | None":
        """Of the first of these old addresses that leads on, in one query."""
        wanted = [path for path in paths if path and "\0" not in path and len(path) <= LONGEST]
        found = {old.path: old for old in self.filter(path__in=wanted).select_related("article")}
        return next((found[path] for path in wanted if path in found), None)


class Redirect(models.Model):
    """An old address; it answers 301 for good. It leads to an article, wherever that moves, or to
    a page of this site."""

    path = models.CharField("old address", max_length=LONGEST, unique=True)
    article = models.ForeignKey(
        "Article", on_delete=models.CASCADE, null=True, blank=True, related_name="redirects"
    )
    target = models.CharField(
        "leads to",
        max_length=LONGEST,
        blank=True,
        help_text="A page of this site, where it is no article's.",
    )
    made_at = models.DateTimeField("made", auto_now_add=True)

    objects = RedirectQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        verbose_name = "old address"
        verbose_name_plural = "old addresses"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(article__isnull=True) ^ models.Q(target=""),
                name="redirect_leads_to_one_place",
            )
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def leads_to(self) -> str:
        """Where the next step leads; "" while its article is not out."""
        if self.article is None:
            return self.target
        return self.article.get_absolute_url() if self.article.published_at else ""

    def destination(self) -> str:
        """Where it ends, over other old addresses; "" where that is nowhere, or in a circle."""
        step: Redirect | None = self
        for _ in range(HOPS):
            if step is None or not step.leads_to:
                return ""
            if standing := page_at(step.leads_to):
                return standing
            step = Redirect.objects.first_of([step.leads_to])
        return ""

    def set(self, old: str, new: str) -> None:
        """Without saving. Raises ValidationError where it cannot lead from the one to the other."""
        self.aim(old, new)
        self.check_free()

    def aim(self, old: str, new: str) -> Self:
        """Raises ValidationError for what is no address, or none of this site's pages."""
        self.path = old_path(old)
        standing = new_page(new)
        self.article = article_at(standing)
        self.target = "" if self.article else standing
        return self

    def stands_already(self) -> bool:
        """Whether there is a row that says the same."""
        same = {"path": self.path, "article": self.article, "target": self.target}
        return Redirect.objects.filter(**same).exists()

    def check_free(self) -> None:
        """Raises ValidationError where something else is at the old address."""
        other = Redirect.objects.exclude(pk=self.pk).filter(path=self.path).first()
        if other:
            where = other.leads_to or "an article that is not out"
            raise ValidationError({"old": f"{self.path} leads to {where} already."})
        if "?" not in self.path and page_at(self.path):
            raise ValidationError({"old": f"A page stands at {self.path} now: readers get that."})


def old_path(address: str) -> str:
    """As it is kept: path and query, of whichever site. Raises ValidationError."""
    text = address.strip()
    parts = urlsplit_or_none(text)
    if parts is None or not text or any(ord(sign) < 32 for sign in text):
        raise ValidationError({"old": "That is no address."})
    path = unquote(parts.path) or ("/" if parts.netloc else "")
    if not path.startswith("/") or path.startswith("//"):
        raise ValidationError({"old": f"An old address begins with a slash: “{text[:80]}”."})
    if path == "/" and not parts.query:
        raise ValidationError({"old": "The front page cannot be an old address."})
    kept = f"{path}?{parts.query}" if parts.query else path
    if "\0" in kept or len(kept) > LONGEST:
        raise ValidationError({"old": f"An address has at most {LONGEST} signs."})
    return kept


def new_page(address: str) -> str:
    """Raises ValidationError where no page of this site stands there."""
    text = address.strip()
    if not text:
        raise ValidationError({"new": "Say where it leads."})
    path = own_path(text) if urlsplit_or_none(text) else ""
    if not path:
        raise ValidationError({"new": f"“{text[:80]}” is no address of this site."})
    standing = page_at(unquote(path))
    if not standing:
        raise ValidationError({"new": f"Nothing is published at {text[:80]}."})
    return standing


def urlsplit_or_none(text: str) -> SplitResult | None:
    try:
        return urlsplit(text)
    except ValueError:
        return None
