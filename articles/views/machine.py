"""How what machines read leaves the house: asked for often, and sent again only when it changed."""

import datetime
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse

from .conditional import tag_of, unless_known

KEPT = {"Cache-Control": "public, max-age=300"}


def document(
    request: HttpRequest,
    content: bytes,
    content_type: str,
    changed: datetime.datetime | None = None,
) -> HttpResponseBase:
    """The whole document, or 304 for who has it already. changed: when it last did, if known."""
    response = HttpResponse(content, content_type=content_type, headers=KEPT)
    return unless_known(request, response, tag_of(content), changed)


def stream(
    request: HttpRequest,
    pieces: Iterable[str],
    content_type: str,
    state: str,
    changed: datetime.datetime | None,
) -> HttpResponseBase:
    """A document too long to be held in memory. state: differs whenever the document does.

    Nothing of it is made for who has it already, nor for HEAD.
    """
    sent = () if request.method == "HEAD" else pieces
    response = StreamingHttpResponse(sent, content_type=content_type, headers=KEPT)
    return unless_known(request, response, f"W/{tag_of(state.encode())}", changed)
