"""Pictures as the newsdesk's scripts get them, and what they hear instead."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.http import JsonResponse
from django.urls import reverse

from ...models import Image, Rendition

SHOWN_WIDTH = 1200


def described(image: Image, to: User) -> dict[str, Any]:
    """No query where the renditions are prefetched."""
    thumbnail, large = image.thumbnail, shown_large(image)
    return {
        **named(image),
        "alt": image.alt,
        "caption": image.caption,
        "credit": image.credit,
        "thumb": thumbnail.url if thumbnail else None,
        "src": large.url if large else None,
        "width": image.width,
        "height": image.height,
        "state": image.state,
        "problem": image.problem,
        "focus": [image.focal_x, image.focal_y],
        "removed": image.removed,
        "may_change": image.may_change(to),
    }


def named(image: Image) -> dict[str, Any]:
    return {
        "id": image.pk,
        "name": str(image),
        "change": reverse("admin:articles_image_change", args=[image.pk]),
    }


def doubled(image: Image, others: Iterable[Image]) -> dict[str, Any]:
    """others: those of the library that are the same, or much like it."""
    return {"id": image.pk, "of": [named(other) for other in others]}


def refused(errors: Mapping[str, Iterable[Any]]) -> JsonResponse:
    """By the name of a field, or "" where it is about none: why, in sentences."""
    sentences = {name: [str(each) for each in found] for name, found in errors.items()}
    return JsonResponse({"errors": sentences}, status=400)


def shown_large(image: Image) -> Rendition | None:
    """The whole picture as a JPEG, about as wide as an article's page shows it."""
    jpegs = [cut for cut in image.cuts("full") if cut.format == "jpeg"]
    fitting = [cut for cut in jpegs if cut.width <= SHOWN_WIDTH] or jpegs[:1]
    return fitting[-1] if fitting else None
