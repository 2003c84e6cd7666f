"""Answers that are no pages: what they say, and that nobody keeps them for long."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

READING = "GET, HEAD"


class ErrorsMiddleware:
    """Gives a refusal without words its page, and every error its time to be kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            response = not_allowed(request, response["Allow"])
        if response.status_code >= 400:
            # Whoever asks for what is not there asks often; a person's own answer is theirs.
            keeps = response.status_code == 404 and not is_newsdesk(request)
            response.headers.setdefault(
                "Cache-Control", "public, max-age=60" if keeps else "no-store"
            )
        return response


def not_allowed(request: HttpRequest, methods: str) -> HttpResponse:
    response = render(request, "405.html", status=405)
    response["Allow"] = methods
    return response


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without our token. Outside the newsdesk every form does without: nothing is sent to
    those pages but by mistake."""
    if is_newsdesk(request):
        return render(request, "403_csrf.html", status=403)
    return not_allowed(request, READING)


def is_newsdesk(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("admin:index"))
