"""Who is told, and in which words."""

import json
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.urls import reverse

from ..models import Article
from .post import Resolve, post

INDEXNOW = "https://api.indexnow.org/indexnow"


def tell_hub(hub: str, feed: str, resolve: Resolve | None = None) -> None:
    """That a feed has changed. Raises Refused and OSError."""
    words = {"hub.mode": "publish", "hub.url": feed}
    post(hub, urlencode(words).encode(), "application/x-www-form-urlencoded", resolve)


def tell_search_engines(
    key: str, page: str, endpoint: str = INDEXNOW, resolve: Resolve | None = None
) -> None:
    """That a page has changed or is gone (indexnow.org). Raises Refused and OSError."""
    words = {
        "host": urlsplit(settings.SITE_URL).netloc,
        "key": key,
        "keyLocation": settings.SITE_URL + reverse("articles:indexnow_key", args=[key]),
        "urlList": [page],
    }
    post(endpoint, json.dumps(words).encode(), "application/json; charset=utf-8", resolve)


def page_of(article: Article) -> str:
    return settings.SITE_URL + article.get_absolute_url()


def feeds_with(article: Article) -> Iterator[str]:
    """Whole addresses of all feeds that the article stands in, or stood in."""
    for name, slug in places_of(article):
        for form in ("", "_atom", "_json"):
            args = [slug] if slug else []
            yield settings.SITE_URL + reverse(f"articles:{name}{form}", args=args)


def places_of(article: Article) -> Iterator[tuple[str, str]]:
    yield "feed", ""
    if article.desk:
        yield "desk_feed", article.desk.slug
    if article.series:
        yield "series_feed", article.series.slug
    for topic in article.topics.all():
        yield "topic_feed", topic.slug
    for byline in article.bylines.select_related("author"):
        yield "author_feed", byline.author.slug
