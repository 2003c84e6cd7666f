"""What somebody has already is not sent again (RFC 9110, section 13)."""

import datetime
import hashlib
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date


def unless_known(
    request: HttpRequest,
    response: HttpResponseBase,
    tag: str,
    changed: datetime.datetime | None,
) -> HttpResponseBase:
    """The response, or 304 to somebody who has it as it is; 412 where that was asked for.

    The tag, which differs whenever the content does, comes before the date. An error is never
    said to be unchanged.
    """
    response["ETag"] = tag
    modified = int(changed.timestamp()) if changed else None
    if modified is not None:
        response["Last-Modified"] = http_date(modified)
    # Of a response it asks only for its status and headers, whatever its type is called.
    answer = get_conditional_response(request, tag, modified, cast(HttpResponse, response))
    return answer or response


def tag_of(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'
