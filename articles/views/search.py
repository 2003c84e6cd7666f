"""Search: what is asked for in the address, what was found, and a word for every other case."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from ..models import Article, Revision
from ..models.article_queryset import midnight
from ..search.find import LAST_PAGE, Filters, Found, find
from ..search.lookup import Known, look_up
from ..search.query import Query, Topic, compiled, read
from ..search.snippets import Marker, Piece
from .page import page

FACETS = {"desk": "Desk", "kind": "Kind", "topic": "Topic", "author": "Author", "year": "Year"}
SORTS = {"": "Best match", "newest": "Newest"}
KINDS = dict(Revision.Kind.choices)
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}")
YEAR = re.compile(r"(?:19|2[01])[0-9]{2}")
MOST_CHOSEN = 10


@dataclass(frozen=True)
class Asked:
    """What the address says. chosen: values of facets."""

    text: str
    chosen: dict[str, list[str]]
    sort: str = ""
    page: int = 1

    @classmethod
    def of(cls, data: QueryDict) -> "Asked":
        """Raises Http404 for what no form of ours sends."""
        chosen = {name: list(dict.fromkeys(filter(None, data.getlist(name)))) for name in FACETS}
        if not all(is_possible(name, value) for name in chosen for value in chosen[name]):
            raise Http404("There is no such desk, kind, topic, author or year.")
        if sum(map(len, chosen.values())) > MOST_CHOSEN:
            raise Http404("That is narrower than anything can be.")
        sort, number = data.get("sort", "").replace("best", ""), data.get("page") or "1"
        if sort not in SORTS:
            raise Http404("Results are sorted by best match or the newest first.")
        if not re.fullmatch(r"[0-9]{1,4}", number) or not 1 <= int(number) <= LAST_PAGE:
            raise Http404("There is no such page of results.")
        return cls(data.get("q", ""), chosen, sort, int(number))

    def address(self, **changes: Any) -> str:
        """The query string of the same search with something else in it, from its first page."""
        asked = replace(self, **{"page": 1, **changes})
        values: dict[str, Any] = {"q": asked.text, **asked.chosen}
        values |= {"sort": asked.sort} if asked.sort else {}
        values |= {"page": asked.page} if asked.page > 1 else {}
        return "?" + urlencode({k: v for k, v in values.items() if v}, doseq=True)

    def without(self, facet: str, value: str) -> str:
        rest = [other for other in self.chosen[facet] if other != value]
        return self.address(chosen=self.chosen | {facet: rest})


def is_possible(facet: str, value: str) -> bool:
    match facet:
        case "kind":
            return value in KINDS
        case "year":
            return YEAR.fullmatch(value) is not None
    return SLUG.fullmatch(value) is not None


@dataclass(frozen=True)
class Value:
    """A value of a facet beside the results. remove: where it is not chosen any more."""

    key: str
    name: str
    number: int | None
    is_chosen: bool
    remove: str


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    values: list[Value]


@dataclass(frozen=True)
class Result:
    """unsaid: topics that it is about, without the name that was asked for in its text."""

    article: Article
    headline: list[Piece]
    passage: list[Piece]
    unsaid: list[Topic]


@dataclass(frozen=True)
class Searched:
    """query: as it was looked for. wrong: words that nothing has, each with what was looked for
    instead, or ""; is_common: all its words are too common to be looked for."""

    query: Query
    known: Known
    found: Found = field(default_factory=Found)
    wrong: Mapping[str, str] = field(default_factory=dict)
    is_common: bool = False


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request.GET)
    searched = searched_for(asked)
    if asked.page > 1 and not searched.found.ids:
        raise Http404("There are not so many results.")
    found = searched.found
    context = {
        "place": "search",
        "asked": asked,
        "typed": read(asked.text).text,
        "searched": searched,
        "results": list(results(searched)),
        "facets": list(facets(asked, searched)),
        "chosen": list(chosen(asked, searched.known)),
        "sorts": [(label, asked.address(sort=s), s == asked.sort) for s, label in SORTS.items()],
        "next_page": asked.address(page=asked.page + 1) if asked.page < found.pages else "",
        "last_page": asked.address(page=asked.page - 1) if asked.page > 1 else "",
        "unfiltered": asked.address(chosen=dict.fromkeys(FACETS, ())),
    }
    return page(request, "articles/search.html", context)


def searched_for(asked: Asked) -> Searched:
    query = read(asked.text)
    known = look_up(query, asked.chosen)
    filters = filters_of(asked, known)
    query = query.with_topics(known.topics)
    wrong = {w: to for w, to in known.unknown.items() if w in query.loose_words}
    if any(wrong.values()):
        query, known = respelt(query, wrong, asked)
    if not query.groups:
        return Searched(query, known, wrong=wrong)
    if not any(known.stems.values()) and not query.topics:
        return Searched(query, known, is_common=True)
    sought = query.without([word for word, instead in wrong.items() if not instead]) or query
    found = find(
        compiled(sought),
        filters,
        newest=asked.sort == "newest",
        page=asked.page,
    )
    return Searched(sought, known, found, wrong)


def respelt(query: Query, wrong: Mapping[str, str], asked: Asked) -> tuple[Query, Known]:
    """The same with the words that were meant, which may name topics."""
    query = query.respelt({word: instead for word, instead in wrong.items() if instead})
    known = look_up(query, asked.chosen)
    return query.with_topics(known.topics), known


def filters_of(asked: Asked, known: Known) -> Filters:
    """Raises Http404 for a desk, topic or author that is not there."""
    numbers: dict[str, list[int]] = {"desk": [], "topic": [], "author": []}
    for kind, found in numbers.items():
        for slug in asked.chosen[kind]:
            if (kind, slug) not in known.chosen:
                raise Http404(f"There is no such {kind}.")
            found.append(known.chosen[kind, slug][0])
    years = [int(year) for year in asked.chosen["year"]]
    return Filters(
        desks=numbers["desk"],
        kinds=asked.chosen["kind"],
        topics=numbers["topic"],
        authors=numbers["author"],
        years=years,
        since=midnight(datetime.date(min(years), 1, 1)) if years else None,
        until=midnight(datetime.date(max(years) + 1, 1, 1)) if years else None,
    )


# What is shown


def results(searched: Searched) -> Iterator[Result]:
    if not searched.found.ids:
        return
    marker = Marker(searched.query, searched.known.stems)
    articles = Article.objects.published().for_results().in_bulk(searched.found.ids)
    for pk in searched.found.ids:
        if article := articles.get(pk):
            yield result(article, marker)


def result(article: Article, marker: Marker) -> Result:
    revision, text = article.shown, article.search_entry.text
    passage = marker.passage(text) or marker.marked(revision.standfirst)
    unsaid = marker.unsaid(revision.headline, revision.standfirst, text)
    return Result(article, marker.marked(revision.headline), passage, unsaid)


def facets(asked: Asked, searched: Searched) -> Iterator[Facet]:
    """Those that could narrow the results further, or do so already."""
    for name, label in FACETS.items():
        counts = searched.found.facets.get(name, [])
        if name == "year":
            counts = sorted(counts, key=lambda count: count.key, reverse=True)
        values = [
            Value(
                count.key,
                KINDS.get(count.key, count.name) if name == "kind" else count.name,
                count.number,
                count.key in asked.chosen[name],
                asked.without(name, count.key),
            )
            for count in counts
        ]
        if len(values) > 1 or any(value.is_chosen for value in values):
            yield Facet(name, label, values)


def chosen(asked: Asked, known: Known) -> Iterator[Value]:
    """What narrows the search, each with the way out of it."""
    for facet in FACETS:
        for key in asked.chosen[facet]:
            name = KINDS.get(key, key)
            if (facet, key) in known.chosen:
                name = known.chosen[facet, key][1]
            yield Value(key, name, None, is_chosen=True, remove=asked.without(facet, key))
