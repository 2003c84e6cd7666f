"""How sitemaps are written: piece by piece, so that a long one is never held in memory."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.html import escape

from ..xml import speakable

CONTENT_TYPE = "application/xml; charset=utf-8"
LIMIT = 50_000
"""URLs in one file, by the protocol."""
NEWS_LIMIT = 1_000
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


@dataclass(frozen=True, slots=True)
class Url:
    """address: whole, or a path of this site. changed: None where nobody knows."""

    address: str
    changed: datetime.datetime | None = None
    images: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsItem:
    address: str
    published: datetime.datetime
    title: str


def index(sitemaps: Iterable[Url]) -> Iterator[str]:
    yield opening("sitemapindex")
    for each in sitemaps:
        yield f"<sitemap>{place(each)}</sitemap>\n"
    yield "</sitemapindex>\n"


def url_set(urls: Iterable[Url]) -> Iterator[str]:
    yield opening("urlset", image=IMAGE)
    for each in urls:
        pictures = "".join(
            f"<image:image><image:loc>{whole(image)}</image:loc></image:image>"
            for image in each.images
        )
        yield f"<url>{place(each)}{pictures}</url>\n"
    yield "</urlset>\n"


def news_set(items: Iterable[NewsItem], publication: str) -> Iterator[str]:
    """publication: the site's name."""
    language = settings.LANGUAGE_CODE.partition("-")[0]
    of = (
        f"<news:publication><news:name>{text(publication)}</news:name>"
        f"<news:language>{language}</news:language></news:publication>"
    )
    yield opening("urlset", news=NEWS)
    for each in items:
        yield (
            f"<url><loc>{whole(each.address)}</loc><news:news>{of}"
            f"<news:publication_date>{moment(each.published)}</news:publication_date>"
            f"<news:title>{text(each.title)}</news:title></news:news></url>\n"
        )
    yield "</urlset>\n"


def opening(root: str, **namespaces: str) -> str:
    more = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items())
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{SITEMAP}"{more}>\n'


def place(url: Url) -> str:
    changed = f"<lastmod>{moment(url.changed)}</lastmod>" if url.changed else ""
    return f"<loc>{whole(url.address)}</loc>{changed}"


def whole(address: str) -> str:
    return text(settings.SITE_URL + address if address.startswith("/") else address)


def text(words: str) -> str:
    return escape(speakable(words))


def moment(value: datetime.datetime) -> str:
    """2026-11-14T09:20:00+00:00, in the site's time zone."""
    return timezone.localtime(value).isoformat(timespec="seconds")
