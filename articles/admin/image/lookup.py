"""Pictures for the scripts that show and choose them: by words, or by number."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse

from ...models import Image
from ..numbers import number_in
from ..people import person
from .answers import described, doubled, refused

if TYPE_CHECKING:
    from .admin import ImageAdmin

A_PAGE = 40
MOST_NUMBERS = 200
MOST_PAGES = 10_000
MOST_DOUBLES = 10


def lookup(model_admin: "ImageAdmin", request: HttpRequest) -> JsonResponse:
    """?q=&page= or ?ids=1,2 → {"images": [described…], "next": page | null}.

    With ?ids=…&doubles=1 also "doubles": [{"id", "of": [named…]}], as after an upload.
    400 with {"errors": {name: [sentence]}} for what is no number.
    """
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    ids = request.GET.get("ids")
    return by_number(request, ids) if ids is not None else by_words(request)


def by_number(request: HttpRequest, asked: str) -> JsonResponse:
    """In the order asked for; a picture that is gone is left out."""
    parts = [part.strip() for part in asked.split(",") if part.strip()]
    numbers = list(dict.fromkeys(map(number_in, parts)))
    if 0 in numbers:
        return refused(
            {"ids": ["Send numbers of pictures with commas between them, such as 4,17."]}
        )
    if len(parts) > MOST_NUMBERS:
        return refused({"ids": [f"Ask for at most {MOST_NUMBERS} pictures at once."]})
    found = Image.objects.prefetch_related("renditions").in_bulk(numbers)
    images = [found[number] for number in numbers if number in found]
    answer = {"images": [described(image, person(request)) for image in images], "next": None}
    if "doubles" in request.GET:
        answer["doubles"] = doubles_of(images[:A_PAGE])
    return JsonResponse(answer)


def by_words(request: HttpRequest) -> JsonResponse:
    page = number_in(request.GET.get("page", "1"))
    if not 1 <= page <= MOST_PAGES:
        return refused({"page": [f"Send a page between 1 and {MOST_PAGES}."]})
    start = (page - 1) * A_PAGE
    matching = Image.objects.search(request.GET.get("q", "")).prefetch_related("renditions")
    images = list(matching[start : start + A_PAGE + 1])
    more = len(images) > A_PAGE
    return JsonResponse(
        {
            "images": [described(image, person(request)) for image in images[:A_PAGE]],
            "next": page + 1 if more else None,
        }
    )


def doubles_of(images: Iterable[Image]) -> list[dict[str, Any]]:
    """Those of the pictures that the library has already, or has one much like it."""
    found = ((image, Image.objects.like(image)[:MOST_DOUBLES]) for image in images)
    return [doubled(image, others) for image, others in found if others]
