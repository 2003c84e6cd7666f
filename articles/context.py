"""What every page may show around its content. Each is fetched when a template first asks."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .models import Article, Desk, Page, SiteSettings


def around_the_page(request: HttpRequest) -> dict[str, Any]:
    """A context processor: a page that shows none of these, like the admin's, asks for nothing."""
    return {
        "site": SimpleLazyObject(SiteSettings.load),
        "site_url": settings.SITE_URL,
        "desks": SimpleLazyObject(lambda: list(Desk.objects.all())),
        "foot_pages": SimpleLazyObject(lambda: list(Page.objects.only("title", "slug"))),
        "last_known": SimpleLazyObject(lambda: list(Article.objects.published().for_log()[:6])),
    }
