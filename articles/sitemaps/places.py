"""The pages that are no articles, each with the moment of the newest article on it."""

import datetime
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.urls import reverse

from ..models import Article, ArticleQuerySet, Author, Byline, Desk, Page, Series, Topic
from ..models.topic import Tagging
from .writing import LIMIT, Url

FIXED = ("topics", "series_list", "archive", "corrections")
"""Names of the addresses that are always there, beside the front page."""
RECENT = 10_000
PUBLISHED = Article.State.PUBLISHED

type Moments = dict[int, datetime.datetime]


def pages() -> Iterator[Url]:
    published = Article.objects.published()
    newest = published.values_list("published_at", flat=True).first()
    always = [Url(reverse("articles:home"), newest)]
    always += [Url(reverse(f"articles:{name}")) for name in FIXED]
    own = (Url(page.get_absolute_url(), page.changed_at) for page in Page.objects.defer("body"))
    filed = chain(
        places(Desk.objects.all(), published.filter(desk=OuterRef("pk"))),
        places(Series.objects.all(), published.filter(series=OuterRef("pk"))),
        authors(),
    )
    return islice(chain(always, own, filed), LIMIT)


def places(rows: QuerySet[Any], articles: ArticleQuerySet) -> Iterator[Url]:
    """Pages of those that have something to read. articles: theirs, by OuterRef("pk")."""
    newest = Subquery(articles.values("published_at")[:1])
    for row in rows.annotate(newest=newest).filter(newest__isnull=False):
        yield Url(row.get_absolute_url(), row.newest)


def authors() -> Iterator[Url]:
    """Those who have published something, who did so last first."""
    known = Author.objects.only("slug").in_bulk()
    for pk, moment in newest_first(Byline.objects.all(), "author", "article", known):
        yield Url(known[pk].get_absolute_url(), moment)


def some_topic() -> bool:
    """Whether anything published has one."""
    return Tagging.objects.filter(content_object__state=PUBLISHED).exists()


def topics() -> Iterator[Url]:
    """Those with something to read, the one that was written of last first."""
    known = Topic.objects.only("slug").in_bulk()
    found = newest_first(Tagging.objects.all(), "tag", "content_object", known)
    for pk, moment in islice(found, LIMIT):
        yield Url(known[pk].get_absolute_url(), moment)


def newest_first(
    rows: QuerySet[Any], owner: str, article: str, owners: dict[int, Any]
) -> list[tuple[int, datetime.datetime]]:
    """Numbers of owners, each with the moment of its newest published article.

    rows: they join owners and articles, by the columns of these names. Most owners are found
    among the last few thousand articles; all articles are looked through only of the others.
    """
    latest = Article.objects.published().values("pk")[:RECENT]
    found = moments(rows.filter(**{f"{article}__in": latest}), owner, article)
    rest = {f"{owner}__in": owners.keys() - found.keys(), f"{article}__state": PUBLISHED}
    found |= moments(rows.filter(**rest), owner, article)
    return sorted(found.items(), key=lambda each: each[1], reverse=True)


def moments(rows: QuerySet[Any], owner: str, article: str) -> Moments:
    return dict(rows.order_by().values_list(owner).annotate(Max(f"{article}__published_at")))
