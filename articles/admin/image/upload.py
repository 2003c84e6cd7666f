"""Pictures coming in by the handful: from a form without scripts, or one by one from a script."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
    ValidationError,
)
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import redirect
from django.utils.html import format_html
from django.views.decorators.csrf import csrf_protect

from ...imaging import MAX_BYTES
from ...models import Image
from ..people import person
from .answers import described, doubled
from .told import links

if TYPE_CHECKING:
    from .admin import ImageAdmin

MOST_BYTES = 10 * MAX_BYTES
"""Of all pictures in one request. A script sends each in a request of its own."""

UNREADABLE = (MultiPartParserError, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@dataclass(slots=True)
class Taken:
    """What became of the files of one request. problems: of which file, and why."""

    images: list[Image] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    doubles: list[tuple[Image, list[Image]]] = field(default_factory=list)


def upload(model_admin: "ImageAdmin", request: HttpRequest) -> HttpResponse:
    """Takes "pictures". Who may not, and what is too much, is refused before the body is read;
    that is why the check against forgery stands here and not round the view."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    if problem := too_much(request):
        return told(request, Taken(problems=[("", problem)]), status=413)

    @csrf_protect
    def receive(request: HttpRequest) -> HttpResponse:
        return told(request, take_all(model_admin, request))

    try:
        return receive(request)
    except UNREADABLE:
        problem = "These pictures could not be read together. Send fewer at once, at most 100."
        return told(request, Taken(problems=[("", problem)]), status=400)


def too_much(request: HttpRequest) -> str:
    length = request.META.get("CONTENT_LENGTH") or "0"
    # Of a number too long for Python to read, the first digits are too many too.
    size = int(length[:18]) if length.isdecimal() else 0
    if size <= MOST_BYTES:
        return ""
    return (
        f"This is {-(-size // 2**20)} MB at once. The limit is {MOST_BYTES // 2**20} MB together, "
        f"and {MAX_BYTES // 2**20} MB for each picture. Send fewer at once."
    )


def take_all(model_admin: "ImageAdmin", request: HttpRequest) -> Taken:
    taken = Taken()
    files = request.FILES.getlist("pictures")
    if not files:
        taken.problems.append(("", "No file was chosen. Choose one or several pictures."))
    for file in files:
        take(model_admin, request, file, taken)
    return taken


def take(model_admin: "ImageAdmin", request: HttpRequest, file: UploadedFile, taken: Taken) -> None:
    try:
        image = Image.objects.add(file, alt="", by=person(request))
    except ValidationError as error:
        taken.problems.append((file.name or "", " ".join(error.messages)))
        return
    taken.images.append(image)
    model_admin.log_addition(request, image, [{"added": {}}])
    if twins := list(Image.objects.same_upload(image)):
        taken.doubles.append((image, twins))


def told(request: HttpRequest, taken: Taken, status: int = 200) -> HttpResponse:
    """As JSON for a script; for a person as messages over the library."""
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return JsonResponse(as_json(request, taken), status=status)
    for name, problem in taken.problems:
        messages.error(request, f"“{name}”: {problem}" if name else problem)
    for image, twins in taken.doubles:
        said = "“{}”: the library has this very file already: {}"
        messages.warning(request, format_html(said, image.filename, links(twins)))
    if count := len(taken.images):
        number = "The picture is" if count == 1 else f"{count} pictures are"
        messages.success(
            request,
            f"{number} being prepared, which takes some seconds. "
            "Give each an alternative text and a credit.",
        )
    return redirect("admin:articles_image_changelist")


def as_json(request: HttpRequest, taken: Taken) -> dict[str, Any]:
    return {
        "images": [described(image, person(request)) for image in taken.images],
        "problems": [{"name": name, "message": problem} for name, problem in taken.problems],
        "doubles": [doubled(image, twins) for image, twins in taken.doubles],
    }
