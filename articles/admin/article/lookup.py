"""Finding an article by a few words, for links and for the block of related articles."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils import formats, timezone

from ...models import Article
from ...models.writing import NO_HEADLINE
from ..numbers import number_in

FOUND = 10
ASKED = 100
"""How many may be asked for by number at once: several blocks of one text."""


def urls(model_admin: Any) -> list[URLPattern]:
    def answer(request: HttpRequest) -> JsonResponse:
        return lookup(model_admin, request)

    checked = model_admin.admin_site.admin_view(answer)
    return [path("lookup/", checked, name="articles_article_lookup")]


def lookup(model_admin: Any, request: HttpRequest) -> JsonResponse:
    """?q= the newest that match; ?ids=1,2 these, in that order: {"articles": [{…}]}.

    Each: id, headline, url (on the site; "" before readers have it), desk, when, state,
    state_name, change (its page in the admin; "" for who may not open it). What a person may
    not see and readers do not have is left out.
    """
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    seen = Article.objects.known_to(request.user).for_choosing()
    if "ids" in request.GET:
        ids = numbers(request.GET["ids"])
        by_id = seen.in_bulk(ids)
        found = [by_id[pk] for pk in ids if pk in by_id]
    else:
        words = request.GET.get("q", "").replace("\0", "")[:200]
        found = list(seen.mentioned(words)[:FOUND]) if words.strip() else []
    return JsonResponse({"articles": [shown(article, request.user) for article in found]})


def numbers(text: str) -> list[int]:
    """What is a number in "1,2,x", each once."""
    found = (number_in(part.strip()) for part in text.split(","))
    return list(dict.fromkeys(n for n in found if n))[:ASKED]


def shown(article: Article, user: Any) -> dict[str, Any]:
    public = article.is_public and article.live is not None
    change = reverse("admin:articles_article_change", args=[article.pk])
    return {
        "id": article.pk,
        "headline": headline_of(article),
        "url": article.get_absolute_url() if public else "",
        "desk": article.desk.name if article.desk else "",
        "when": day(article.published_at or article.created_at),
        "state": article.state,
        "state_name": article.get_state_display(),
        "change": change if article.may_see(user) else "",
    }


def headline_of(article: Article) -> str:
    """The published one where there is one: it is what a link to it will say."""
    shown = article.live if article.is_public and article.live else article.draft
    return (shown.headline if shown else "") or NO_HEADLINE


def day(moment: datetime) -> str:
    return formats.date_format(timezone.localdate(moment), "j M Y")
