"""Background jobs of articles: a picture's files made and cleared away, others told of changes."""

import logging
from collections.abc import Callable

from django.core.files.storage import default_storage
from django.db import InterfaceError, OperationalError, transaction
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from . import pings
from .imaging import CROPS
from .models import Article, Image, Presence, Scratch, SearchEntry, SiteSettings
from .models.card import defer_cards, draw_next
from .models.leftovers import clear_leftovers, named_by_rows

logger = logging.getLogger(__name__)

# What passes by itself: the database or a store away, the worker told to stop in the middle.
PASSING = {OperationalError, InterfaceError, OSError}
AGAIN = RetryStrategy(max_attempts=8, exponential_wait=4, retry_exceptions=PASSING)
PINGS = 7
"""So often a ping is tried again, after 4, 16, 64 … seconds: for six hours in all."""
PING_AGAIN = RetryStrategy(max_attempts=PINGS, exponential_wait=4, retry_exceptions=PASSING)


@app.task(retry=AGAIN)
def prepare_image(image_id: int) -> None:
    if image := Image.objects.filter(pk=image_id).first():
        image.prepare()


@app.task(retry=AGAIN)
def recut_image(image_id: int) -> None:
    """The crops alone: a moved focal point changes nothing else."""
    if image := Image.objects.filter(pk=image_id).first():
        image.recut(CROPS)


@app.task(retry=AGAIN)
def discard_files(names: list[str]) -> None:
    """Deletes files that no row names any more."""
    for name in set(names) - named_by_rows(names):
        default_storage.delete(name)


@app.task(retry=AGAIN)
def draw_card(article_id: int) -> None:
    if article := Article.objects.filter(pk=article_id).first():
        article.draw_card()


@app.task(retry=AGAIN)
def draw_cards(desk_id: int | None, older_than: int | None) -> None:
    """The newest first, a handful in one go: whatever else waits has its turn between."""
    if last := draw_next(Article.objects.published(), desk_id, older_than):
        defer_cards(desk_id, last)


@app.task(retry=AGAIN)
def tell_of_article(article_id: int) -> None:
    """A ping of its own for everybody who is to be told, so that none waits for another."""
    article = Article.objects.select_related("desk", "series").filter(pk=article_id).first()
    if article is None:
        return
    site = SiteSettings.load()
    with transaction.atomic():
        if site.websub_hub:
            for feed in pings.feeds_with(article):
                tell_hub.configure(priority=-1).defer(feed=feed)
        if site.indexnow_key:
            page = pings.page_of(article)
            tell_search_engines.configure(priority=-1).defer(page=page)


@app.task(retry=PING_AGAIN, pass_context=True)
def tell_hub(context: JobContext, feed: str) -> None:
    if hub := SiteSettings.load().websub_hub:
        patiently(context, feed, lambda: pings.tell_hub(hub, feed))


@app.task(retry=PING_AGAIN, pass_context=True)
def tell_search_engines(context: JobContext, page: str) -> None:
    if key := SiteSettings.load().indexnow_key:
        patiently(context, page, lambda: pings.tell_search_engines(key, page))


def patiently(context: JobContext, address: str, tell: Callable[[], None]) -> None:
    """Raises OSError, for another attempt, while some are left."""
    try:
        tell()
    except pings.Refused as error:
        logger.warning("Nobody was told of %s: %s", address, error)
    except OSError as error:
        if context.job.attempts < PINGS:
            raise
        logger.warning("Nobody was told of %s, after %s tries: %s", address, PINGS + 1, error)


@app.task(retry=AGAIN)
def write_search_entries(ids: list[int]) -> None:
    """Of many articles, after a topic or an author has got another name."""
    for _ in SearchEntry.objects.write_all(ids):
        pass


@app.periodic(cron="40 3 * * *")
@app.task(queueing_lock="write_missing_entries")
def write_missing_entries(timestamp: int) -> None:
    """Daily: what was published before there was a search."""
    write_search_entries(list(SearchEntry.objects.missing().values_list("pk", flat=True)))


@app.periodic(cron="20 4 * * *")
@app.task(queueing_lock="clear_leftovers")
def clear_away(timestamp: int) -> None:
    """Daily, what a crash has left behind, and what nobody came back for."""
    clear_leftovers()
    Scratch.objects.forget_old()
    Presence.objects.forget_old()
