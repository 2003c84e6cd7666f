"""The two icons that browsers and telephones ask for at the root without being told of them."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

DAY = 24 * 3600


@require_safe
def icon(request: HttpRequest, name: str, content_type: str) -> HttpResponse:
    found = finders.find(name)
    if found is None:
        raise Http404("There is no such icon.")
    response = HttpResponse(Path(found).read_bytes(), content_type=content_type)
    response["Cache-Control"] = f"public, max-age={DAY}"
    return response
