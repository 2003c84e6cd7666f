"""What happened, as the timelines of several articles tell it together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Func, JSONField

from ..body.blocks.timeline import Timeline, TimelineEvent
from ..body.inline import Footnote, InlineNode, plain
from .article import Article
from .revision import Revision
from .topic import key_of

ARTICLES = 10
MOST = 20
"""So many of the latest events are told."""


class Timelines(Func):
    """Of a body only its timelines: the rest is not even read."""

    template = (
        """jsonb_path_query_array(%(expressions)s, '$.content[*] ? (@.type == "timeline")')"""
    )
    output_field = JSONField()


@dataclass(frozen=True, slots=True)
class Entry:
    """An event and the article that tells it. number: of that article among the sources."""

    event: TimelineEvent
    article: Article
    number: int

    @property
    def words(self) -> tuple[InlineNode, ...]:
        """Without footnotes: their notes stand with the article."""
        return tuple(node for node in self.event.content if not isinstance(node, Footnote))


@dataclass(frozen=True, slots=True)
class Chronicle:
    """entries: the earliest first. sources: the articles, as the entries number them from 1."""

    entries: list[Entry]
    sources: list[Article]


def chronicle(articles: Sequence[Article]) -> Chronicle:
    """Of the first few of these. What two of them tell in the same words is told once, by the
    first of them."""
    told: dict[tuple[str, str], tuple[TimelineEvent, Article]] = {}
    for event, article in events_of(articles[:ARTICLES]):
        key = (event.attrs.date, key_of(plain(event.content)[:300]))
        told.setdefault(key, (event, article))
    latest = sorted(told.values(), key=lambda each: each[0].attrs.date)[-MOST:]
    sources = list(dict.fromkeys(article for _, article in latest))
    entries = [Entry(event, article, sources.index(article) + 1) for event, article in latest]
    return Chronicle(entries, sources)


def events_of(articles: Iterable[Article]) -> Iterator[tuple[TimelineEvent, Article]]:
    by_revision = {article.live_id: article for article in articles if article.live_id}
    revisions = Revision.objects.filter(pk__in=by_revision)
    found = dict(revisions.annotate(timelines=Timelines("body")).values_list("pk", "timelines"))
    for pk, article in by_revision.items():
        for timeline in map(Timeline.model_validate, found.get(pk, [])):
            yield from ((event, article) for event in timeline.content if event.attrs.date)
