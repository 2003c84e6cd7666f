from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from django.db.models import OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Article, Change, Desk, Revision, SiteSettings
from ..models.front import Newest, Places, leading, newest
from .page import by_day, listing, page

LOG = 8
VIEWS = 3
OF_A_DESK = 4
OF_ANY = 1 + VIEWS + LOG
"""So many stories may have their place further up; as many more are asked for."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if "before" in request.GET:
        older = listing(request, Article.objects.published())
        return page(request, "articles/latest.html", {"listing": older})
    return page(request, "articles/home.html", front_page())


def front_page() -> dict[str, object]:
    """Its stories from the top down; what has its place already stands nowhere below."""
    site, places = SiteSettings.load(), Places()
    of_desk = Article.objects.published().filter(desk=OuterRef("pk"))
    desks = list(Desk.objects.annotate(newest=of_desk.first_ids(OF_A_DESK + OF_ANY)))
    latest = newest(OF_ANY + 1)
    lead = leading(site, latest)
    places.take([lead] if lead else [], 1)
    views = places.take(newest_views(), VIEWS)
    log = places.take((pk for pk, _ in latest), LOG)
    of_desks = [(desk, places.take(desk.newest, OF_A_DESK)) for desk in desks]
    stories = Article.objects.published().for_listing().in_bulk(places.taken)
    shown = partial(in_order, stories)
    return {
        "site": site,
        "desks": desks,
        "place": "home",
        "lead": stories.get(lead or 0),
        "log": by_day(shown(log)),
        "older": log[-1] if goes_on(latest, log) else None,
        "views": shown(views),
        "of_desks": [(desk, found) for desk, pks in of_desks if (found := shown(pks))],
        "corrections": recent_corrections(),
    }


def newest_views() -> list[int]:
    kinds = [Revision.Kind.ANALYSIS, Revision.Kind.OPINION]
    views = Article.objects.published().filter(live__kind__in=kinds)
    return list(views.values_list("pk", flat=True)[: VIEWS + 1])


def in_order(stories: dict[int, Article], pks: Iterable[int]) -> list[Article]:
    """Without what was withdrawn since its number was read."""
    return [stories[pk] for pk in pks if pk in stories]


def goes_on(latest: Newest, log: list[int]) -> bool:
    """Whether something was published before the last line of the log."""
    return bool(log) and latest[-1][0] != log[-1]


def recent_corrections() -> dict[str, object]:
    """The latest one, and how many there were in the past 30 days."""
    latest = list(Change.objects.corrections().select_related("article")[:30])
    since = timezone.now() - timedelta(days=30)
    return {
        "latest": latest[0] if latest else None,
        "count": sum(change.at >= since for change in latest),
    }
