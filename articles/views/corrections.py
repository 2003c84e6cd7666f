from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..models import Change
from .page import page

MOST = 200


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Every correction, the newest first."""
    changes = Change.objects.corrections().select_related("article__desk", "article__live")
    shown = changes.defer("article__live__body")[:MOST]
    return page(request, "articles/corrections.html", {"changes": list(shown)})
