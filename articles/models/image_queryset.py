"""Finding pictures: by words, by likeness, by what uses them, and those that got stuck."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

if TYPE_CHECKING:
    from .image import Image

LIKE = 4
"""Of 64 bits, how many may differ between pictures that look alike."""

MOST_WORDS = 12
STUCK_AFTER = datetime.timedelta(days=1)


class Distance(models.Func):
    """In how many bits two numbers differ."""

    template = "bit_count((%(expressions)s)::bit(64))"
    arg_joiner = " # "
    output_field = models.IntegerField()


class ImageQuerySet(models.QuerySet["Image"]):
    def search(self, words: str) -> Self:
        """Those that have every word, of the first few, somewhere in what is written of them."""
        found = self
        for word in words.replace("\0", "").split()[:MOST_WORDS]:
            places = ("title", "filename", "alt", "caption", "credit")
            found = found.filter(
                *[Q.create([(f"{place}__icontains", word) for place in places], connector=Q.OR)]
            )
        return found

    def hold(self, pks: Iterable[int]) -> set[int]:
        """Of these, those that are there: none of them is deleted until the transaction ends."""
        held = self.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk")
        return set(held.values_list("pk", flat=True))

    def ready(self) -> Self:
        """Those that can be shown."""
        return self.filter(state=self.model.State.READY)

    def unused(self) -> Self:
        """Those that no article shows, in any version."""
        revisions = apps.get_model("articles", "Revision").objects
        leads = revisions.filter(lead_image=models.OuterRef("pk"))
        figures = revisions.filter(images=models.OuterRef("pk"))
        return self.exclude(models.Exists(leads)).exclude(models.Exists(figures))

    def same_upload(self, image: "Image") -> Self:
        """Others that came as the very same file."""
        return self.filter(upload_sha256=image.upload_sha256).exclude(pk=image.pk)

    def like(self, image: "Image") -> Self:
        """Others that are the same file, the same pixels, or look much alike."""
        alike = Q(upload_sha256=image.upload_sha256) if image.upload_sha256 else Q()
        others = self.exclude(pk=image.pk)
        if image.dhash is not None:
            others = others.annotate(
                distance=Coalesce(Distance(F("dhash"), Value(image.dhash)), 64)
            )
            alike |= Q(pixel_sha256=image.pixel_sha256) | Q(distance__lte=LIKE)
        return others.filter(alike) if alike else others.none()

    def count_uses(self, images: Iterable["Image"]) -> dict[int, int]:
        """In how many articles each of them stands, in any version. Two queries."""
        revisions = apps.get_model("articles", "Revision").objects
        used: defaultdict[int, set[int]] = defaultdict(set)
        for place in ("images", "lead_image"):
            rows = revisions.filter(**{f"{place}__in": list(images)}).values_list(
                place, "article_id"
            )
            for image, article in rows.distinct():
                used[image].add(article)
        return {image: len(articles) for image, articles in used.items()}

    def stuck(self) -> Self:
        """Whose job was lost: they have waited far longer than any takes."""
        return self.filter(
            state=self.model.State.PROCESSING, uploaded_at__lt=timezone.now() - STUCK_AFTER
        )
