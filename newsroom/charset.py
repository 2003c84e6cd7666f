"""Forms are read as UTF-8, whatever a request claims: a page of ours sends nothing else, and some
of the encodings that Python knows ("base64", "rot13") are none that text can be read with."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase


class CharsetMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.encoding = "utf-8"
        return self.get_response(request)
