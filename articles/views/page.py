"""How a page leaves the house: its headers, and the list that goes on where it ended."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone

from ..models import Article, ArticleQuerySet
from .conditional import tag_of, unless_known

PAGE = 20
MAX_AGE = 60
ACCENTED = re.compile("[À-ÈÊ-ſȘ-ț₺]")
"""Letters beyond the base faces: English needs none of them, names do."""


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    status: int = 200,
    modified: datetime | None = None,
) -> HttpResponse:
    """A page for everybody: kept by browsers and caches for a minute, then asked for again.

    modified: when what it is about last changed. A list has no such moment: what is withdrawn
    leaves it without a trace.
    """
    response = render(request, template, dict(context), status=status)
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    faces = faces_of(response.text)
    if faces:
        response["Link"] = ", ".join(preload(name) for name in faces)
    return cast(HttpResponse, unless_known(request, response, tag_of(response.content), modified))


def faces_of(html: str) -> list[str]:
    """Faces that only some pages need: asked for at once where the text has use for them."""
    faces = ["newsreader-roman-ext"] if ACCENTED.search(html) else []
    return [*faces, "newsreader-italic"] if "<em>" in html else faces


def preload(name: str) -> str:
    address = static(f"fonts/{name}.woff2")
    return f"<{address}>; rel=preload; as=font; type=font/woff2; crossorigin"


@dataclass(frozen=True)
class Listing:
    """One page of a long list. older: where the next page begins, or nothing at its end; before:
    where this one does, or nothing on the first."""

    articles: list[Article]
    older: int | None
    before: int | None

    @property
    def is_first(self) -> bool:
        return self.before is None

    @property
    def query(self) -> str:
        """Of its address; anything else that was asked changes nothing."""
        return "" if self.is_first else f"?before={self.before}"


def listing(request: HttpRequest, articles: ArticleQuerySet) -> Listing:
    """The newest articles with what a card shows, or those older than the one that `?before=`
    names by its number. Raises Http404 for a number that no article has."""
    return part_of(request, articles.for_listing(), PAGE)


def part_of(request: HttpRequest, articles: ArticleQuerySet, size: int) -> Listing:
    """So many of the articles: costs the same on the first page and on the five hundredth."""
    before = request.GET.get("before")
    if before is not None:
        articles = articles.older_than(edge(before))
    found = list(articles[: size + 1])
    shown = found[:size]
    older = shown[-1].pk if len(found) > size else None
    return Listing(shown, older, before=None if before is None else int(before))


def edge(text: str) -> Article:
    """The article that a list goes on from."""
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise Http404("A list goes on from the number of an article.")
    try:
        return Article.objects.only("published_at").get(pk=int(text), published_at__isnull=False)
    except Article.DoesNotExist:
        raise Http404("There is no article of that number.") from None


def by_day(articles: Iterable[Article]) -> list[tuple[date, list[Article]]]:
    """The days of a log, in the site's time zone."""
    days = groupby(articles, key=lambda article: timezone.localdate(article.published_at))
    return [(day, list(entries)) for day, entries in days]
