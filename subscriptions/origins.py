"""Where a POST came from. Readers' pages set no cookie, so there is no CSRF token to compare:
see docs/decisions/0003-subscribe-without-cookies.md."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def from_elsewhere(request: HttpRequest) -> bool:
    """Whether a browser says that another site's page sent it.

    Every browser says so on a POST. Who says nothing is no browser: a mail provider's one-click
    (RFC 8058), or a program that could write any header it liked.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site != "same-origin"
    origin = request.headers.get("Origin")
    if origin is None:
        return False
    return origin != settings.SITE_URL and host_of(origin) != request.get_host()


def host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
