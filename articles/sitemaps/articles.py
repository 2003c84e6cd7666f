"""Articles as sitemaps name them: one query for a whole file, and no text of theirs is read."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby

from django.contrib.postgres.expressions import ArraySubquery
from django.core.files.storage import default_storage
from django.db.models import OuterRef
from django.utils import timezone

from ..models import Article, ArticleQuerySet, Rendition
from .months import Month, next_month
from .writing import LIMIT, NEWS_LIMIT, NewsItem, Url

AT_ONCE = 2_000
NEWS_AGE = datetime.timedelta(hours=48)


def addresses_of(month: Month, part: int) -> Iterator[Url]:
    """The articles of one file of a month, the newest first, each with its pictures."""
    found = Article.objects.published().first_out_between(month.start, next_month(month.start))
    rows = with_pictures(found.only("slug", "published_at", "changed_at"))
    first = (part - 1) * LIMIT
    shown = rows[first : first + LIMIT].iterator(chunk_size=AT_ONCE)
    for _, of_a_day in groupby(shown, key=lambda each: timezone.localdate(each.published_at)):
        folder = ""
        for article in of_a_day:
            # Nearly half of the time would go into working out each address anew.
            folder = folder or article.address("x").removesuffix("x/")
            files = [*article.lead_files, *article.figure_files]  # type: ignore[attr-defined]
            changed = article.changed_at or article.published_at
            yield Url(f"{folder}{article.slug}/", changed, tuple(addresses(files)))


def with_pictures(articles: ArticleQuerySet) -> ArticleQuerySet:
    """lead_files, figure_files: names of the largest files of the pictures that each shows."""
    jpegs = Rendition.objects.filter(kind="full", format="jpeg").order_by("image_id", "-width")
    largest = jpegs.distinct("image_id").values("name")
    return articles.annotate(
        lead_files=ArraySubquery(largest.filter(image=OuterRef("live__lead_image"))),
        figure_files=ArraySubquery(largest.filter(image__imageuse__revision=OuterRef("live"))),
    )


def addresses(files: Iterable[str]) -> Iterator[str]:
    return (default_storage.url(name) for name in dict.fromkeys(files))


def recent() -> list[NewsItem]:
    """What was published in the past two days, the newest first."""
    since = timezone.now() - NEWS_AGE
    found = Article.objects.published().filter(published_at__gte=since).select_related("live")
    shown = found.only("slug", "published_at", "live__headline")[:NEWS_LIMIT]
    return [
        NewsItem(each.get_absolute_url(), each.published_at, each.shown.headline)
        for each in shown
        if each.published_at
    ]
