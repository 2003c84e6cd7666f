"""Articles that belong together and are read in order."""

from typing import Self

from django.db import models
from django.db.models import Count, Max, Q
from django.urls import reverse

from .state import State


class SeriesQuerySet(models.QuerySet["Series"]):
    def to_read(self) -> Self:
        """Those with something published, the one that went on last first; parts: how many."""
        public = Q(articles__state=State.PUBLISHED)
        counted = self.annotate(
            parts=Count("articles", filter=public),
            last_part_at=Max("articles__published_at", filter=public),
        )
        return counted.filter(parts__gt=0).order_by("-last_part_at", "name")


class Series(models.Model):
    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    description = models.CharField(
        max_length=600, blank=True, help_text="One or two sentences at the top of its page."
    )

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:series", args=[self.slug])
