from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from django.db.models import OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Article, Change, Desk, Revision
from .page import listing, page

LOG = 8
VIEWS = 3
OF_A_DESK = 4
LEAD_AMONG = 5
"""How many of the newest may lead; among them the newest with a picture does."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if "before" in request.GET:
        older = listing(request, Article.objects.published())
        return page(request, "articles/latest.html", {"listing": older})
    return page(request, "articles/home.html", front())


def front() -> dict[str, object]:
    """The front page: each article stands on it once, but for the log, which leaves none out."""
    of_desk = Article.objects.published().filter(desk=OuterRef("pk"))
    desks = list(Desk.objects.annotate(newest=of_desk.first_ids(OF_A_DESK + VIEWS + 1)))
    latest, views = newest(), newest_views()
    wanted = {*latest, *views, *(pk for desk in desks for pk in desk.newest)}
    articles = Article.objects.for_listing().in_bulk(wanted)
    lead = lead_of([articles[pk] for pk in latest])
    rest = [articles[pk] for pk in latest if lead and pk != lead.pk]
    opinions = [articles[pk] for pk in views if lead and pk != lead.pk][:VIEWS]
    above = {article.pk for article in (lead, *opinions) if article}
    of_desks = [(desk, [pk for pk in desk.newest if pk not in above]) for desk in desks]
    return {
        "desks": desks,
        "place": "home",
        "lead": lead,
        "log": by_day(rest[:LOG]),
        "older": rest[LOG - 1].pk if len(rest) > LOG else None,
        "views": opinions,
        "of_desks": [
            (desk, [articles[pk] for pk in stories[:OF_A_DESK]])
            for desk, stories in of_desks
            if stories
        ],
        "corrections": recent_corrections(),
    }


def newest() -> list[int]:
    return list(Article.objects.published().values_list("pk", flat=True)[: LOG + 2])


def newest_views() -> list[int]:
    kinds = [Revision.Kind.ANALYSIS, Revision.Kind.OPINION]
    views = Article.objects.published().filter(live__kind__in=kinds)
    return list(views.values_list("pk", flat=True)[: VIEWS + 1])


def lead_of(latest: list[Article]) -> Article | None:
    """The newest of the last few that has a picture, else simply the newest."""
    pictured = (a for a in latest[:LEAD_AMONG] if a.live and a.live.lead_image_id)
    return next(pictured, latest[0] if latest else None)


def by_day(articles: Iterable[Article]) -> list[tuple[date, list[Article]]]:
    """The days of the log, in the site's time zone."""
    days = groupby(articles, key=lambda article: timezone.localdate(article.published_at))
    return [(day, list(entries)) for day, entries in days]


def recent_corrections() -> dict[str, object]:
    """The latest one, and how many there were in the past 30 days."""
    latest = list(Change.objects.corrections().select_related("article")[:30])
    since = timezone.now() - timedelta(days=30)
    return {
        "latest": latest[0] if latest else None,
        "count": sum(change.at >= since for change in latest),
    }
