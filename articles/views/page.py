"""How a page leaves the house: its headers, and the list that goes on where it ended."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static

from ..models import Article, ArticleQuerySet

PAGE = 20
MAX_AGE = 60
ACCENTED = re.compile("[À-ÈÊ-ſȘ-ț₺]")
"""Letters beyond the base faces: English needs none of them, names do."""


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """A page for everybody: kept by browsers and caches for a minute."""
    response = render(request, template, dict(context), status=status)
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    faces = faces_of(response.text)
    if faces:
        response["Link"] = ", ".join(preload(name) for name in faces)
    return response


def faces_of(html: str) -> list[str]:
    """Faces that only some pages need: asked for at once where the text has use for them."""
    faces = ["newsreader-roman-ext"] if ACCENTED.search(html) else []
    return [*faces, "newsreader-italic"] if "<em>" in html else faces


def preload(name: str) -> str:
    address = static(f"fonts/{name}.woff2")
    return f"<{address}>; rel=preload; as=font; type=font/woff2; crossorigin"


@dataclass(frozen=True)
class Listing:
    """One page of a long list. older: where the next page begins, or nothing at its end."""

    articles: list[Article]
    older: int | None
    is_first: bool


def listing(request: HttpRequest, articles: ArticleQuerySet, size: int = PAGE) -> Listing:
    """The newest articles, or those older than the one that `?before=` names by its number.

    Costs the same on the first page and on the five hundredth. Raises Http404 for a number that
    no article has.
    """
    before = request.GET.get("before")
    if before is not None:
        articles = articles.older_than(edge(before))
    found = list(articles.for_listing()[: size + 1])
    shown = found[:size]
    older = shown[-1].pk if len(found) > size else None
    return Listing(shown, older, is_first=before is None)


def edge(text: str) -> Article:
    """The article that a list goes on from."""
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise Http404("A list goes on from the number of an article.")
    try:
        return Article.objects.only("published_at").get(pk=int(text), published_at__isnull=False)
    except Article.DoesNotExist:
        raise Http404("There is no article of that number.") from None
