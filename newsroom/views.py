"""What belongs to no application: the health check and uploaded media."""

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.db import DatabaseError, connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 "ok" while the database answers, else 503: for load balancers and `run`."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _plain("database away", 503)
    return _plain("ok", 200)


@require_safe
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file below MEDIA_ROOT. Names carry a hash of the content, so a copy never goes stale."""
    try:
        response = serve(request, name, document_root=str(settings.MEDIA_ROOT))
    except (SuspiciousFileOperation, OSError, ValueError) as error:
        raise Http404("no such file") from error  # a name that leads elsewhere, or is none
    if isinstance(response, FileResponse):
        response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    # Letters and feeds show pictures on other sites' pages: in web mail and in feed readers.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(
        text, status=status, content_type="text/plain", headers={"Cache-Control": "no-store"}
    )
