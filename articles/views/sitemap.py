"""Sitemaps, which search engines read, and the one of the newest articles for their news."""

import datetime
from collections.abc import Iterable

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..models import SiteSettings
from ..sitemaps import (
    CONTENT_TYPE,
    Month,
    Url,
    addresses_of,
    all_months,
    index,
    month_of,
    news_set,
    pages,
    recent,
    some_topic,
    topics,
    url_set,
)
from .machine import document, stream


@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """The index of all others."""
    found = all_months()
    files = [Url(reverse("articles:sitemap_pages"))]
    if some_topic():
        files.append(Url(reverse("articles:sitemap_topics")))
    for month in found:
        files += [Url(address(month, part), month.changed) for part in month.parts]
    return short(request, index(files), max((month.changed for month in found), default=None))


def address(month: Month, part: int) -> str:
    day = month.start
    year_and_month = [f"{day.year:04}", f"{day.month:02}"]
    if part == 1:
        return reverse("articles:sitemap_month", args=year_and_month)
    return reverse("articles:sitemap_month_part", args=[*year_and_month, part])


@require_safe
def of_month(request: HttpRequest, year: str, month: str, part: str = "1") -> HttpResponseBase:
    found = month_at(int(year), int(month))
    if found is None or int(part) not in found.parts:
        raise Http404("Nothing was published then.")
    pieces = url_set(addresses_of(found, int(part)))
    state = f"{found} {part}"
    return stream(request, pieces, CONTENT_TYPE, state, found.changed)


def month_at(year: int, month: int) -> Month | None:
    try:
        return month_of(datetime.date(year, month, 1))
    except (ValueError, OverflowError):
        return None  # no month of any calendar


@require_safe
def of_pages(request: HttpRequest) -> HttpResponseBase:
    return short(request, url_set(pages()))


@require_safe
def of_topics(request: HttpRequest) -> HttpResponseBase:
    return short(request, url_set(topics()))


@require_safe
def of_news(request: HttpRequest) -> HttpResponseBase:
    """Empty where nothing was published for two days."""
    return short(request, news_set(recent(), SiteSettings.load().name))


def short(
    request: HttpRequest, pieces: Iterable[str], changed: datetime.datetime | None = None
) -> HttpResponseBase:
    return document(request, "".join(pieces).encode(), CONTENT_TYPE, changed)
