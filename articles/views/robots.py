"""What crawlers are told, and the key by which search engines know that a ping is ours."""

from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..models import SiteSettings
from .machine import document

PRIVATE = ("/admin/", "/preview/", "/search/")
TRAINERS = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-training-data-crawler",
    "Diffbot",
    "Google-Extended",
    "GPTBot",
    "meta-externalagent",
    "PanguBot",
    "Timpibot",
    "webzio-extended",
)
"""Crawlers that gather texts to train models with, by the names that their makers give them."""

TEXT = "text/plain; charset=utf-8"


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    groups = [group(["*"], PRIVATE)]
    if not SiteSettings.load().allow_ai_crawlers:
        groups.append(group(TRAINERS, ["/"]))
    names = ("sitemap", "sitemap_news")
    maps = [f"Sitemap: {settings.SITE_URL}{reverse(f'articles:{name}')}\n" for name in names]
    return document(request, "\n".join([*groups, "".join(maps)]).encode(), TEXT)


def group(crawlers: Iterable[str], closed: Iterable[str]) -> str:
    """As RFC 9309 has it: for whom, and which paths they leave alone."""
    lines = [f"User-agent: {name}" for name in crawlers] + [f"Disallow: {path}" for path in closed]
    return "".join(f"{line}\n" for line in lines)


@require_safe
def indexnow_key(request: HttpRequest, key: str) -> HttpResponse:
    if key != SiteSettings.load().indexnow_key:
        raise Http404("This is not the key.")
    return HttpResponse(key, content_type=TEXT)
