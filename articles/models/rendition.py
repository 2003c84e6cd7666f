"""The files that a picture is served as. A row is written only when its file stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}


class Rendition(models.Model):
    """One file of a picture. kind: "master" (what later sizes are cut from), "full" (the whole
    picture), "card" (8:5, round the focal point) or "social" (1200 x 630, the same)."""

    image = models.ForeignKey("Image", on_delete=models.CASCADE, related_name="renditions")
    kind = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    format = models.CharField(max_length=10)
    name = models.CharField(max_length=200, unique=True)
    bytes = models.PositiveIntegerField()

    class Meta:
        ordering = ["kind", "width", "format"]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        """As a page of this site names it: a path, unless the files live elsewhere."""
        return default_storage.url(self.name)

    @property
    def absolute_url(self) -> str:
        return self.url_from(settings.SITE_URL)

    def url_from(self, base_url: str) -> str:
        return urljoin(base_url, self.url)


@dataclass(frozen=True, slots=True)
class Source:
    """type: "image/avif"; srcset: "/media/…-480.avif 480w, …"."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a <picture> needs: better formats first, and the JPEG that everybody can read.

    width and height are those of the largest size, so that the page keeps its place free.
    """

    sources: tuple[Source, ...]
    src: str
    srcset: str
    width: int
    height: int

    @classmethod
    def of(cls, renditions: Iterable[Rendition], base_url: str = "") -> "Shown | None":
        """None where there is no JPEG to fall back on."""
        by_format: dict[str, list[Rendition]] = {}
        for rendition in sorted(renditions, key=lambda rendition: rendition.width):
            by_format.setdefault(rendition.format, []).append(rendition)
        jpegs = by_format.get("jpeg")
        if not jpegs:
            return None
        middle = [jpeg for jpeg in jpegs if jpeg.width <= 800] or jpegs[:1]
        return cls(
            sources=tuple(
                Source(TYPES[name], srcset(by_format[name], base_url))
                for name in ("avif", "webp")
                if name in by_format
            ),
            src=middle[-1].url_from(base_url),
            srcset=srcset(jpegs, base_url),
            width=jpegs[-1].width,
            height=jpegs[-1].height,
        )


def srcset(renditions: Iterable[Rendition], base_url: str) -> str:
    return ", ".join(f"{each.url_from(base_url)} {each.width}w" for each in renditions)
