"""Pages that say what the site is: about, contact, corrections policy, privacy."""

from django.db import models
from django.urls import reverse

from ..fields import BodyField


class Page(models.Model):
    title = models.CharField(max_length=120)
    slug = models.SlugField("address", max_length=60, unique=True)
    standfirst = models.CharField(max_length=300, blank=True)
    body = BodyField(blank=True)
    position = models.PositiveSmallIntegerField(
        default=0, help_text="Its place at the foot of every page; the smallest first."
    )
    changed_at = models.DateTimeField("last changed", auto_now=True)
    to_read = models.BooleanField(
        default=False,
        editable=False,
        help_text="It still says what came with the software; the publisher has not read it.",
    )

    class Meta:
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:page", args=[self.slug])
