"""Where a POST came from. Readers' pages set no cookie, so there is no CSRF token to compare:
see docs/decisions/0003-subscribe-without-cookies.md."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

ONE_CLICK = ("List-Unsubscribe", "One-Click")
"""RFC 8058: the body of the request that a mail provider sends for its reader."""


def from_our_page(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent it. Silence is a no."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    origin = request.headers.get("Origin", "")
    return origin == settings.SITE_URL or (bool(origin) and host_of(origin) == request.get_host())


def is_one_click(request: HttpRequest) -> bool:
    """A mail provider's request: the agreed body, and no browser's word about another site."""
    name, value = ONE_CLICK
    names_a_page = "Sec-Fetch-Site" in request.headers or "Origin" in request.headers
    return request.POST.get(name) == value and not names_a_page


def host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
