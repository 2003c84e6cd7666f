"""An entry of a feed: an article, made to be read away from the site."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ..body.render import References, render_body
from ..models import Article, Image, Rendition
from ..xml import speakable


@dataclass(frozen=True, slots=True)
class Writer:
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """id: stays when the address moves. updated: when readers were last told of a change.

    All addresses are whole, and all text but html, which is the whole article, is fit for XML.
    """

    id: str
    address: str
    title: str
    standfirst: str
    html: SafeString
    published: datetime.datetime
    updated: datetime.datetime
    changed: datetime.datetime
    writers: tuple[Writer, ...]
    categories: tuple[str, ...]
    picture: Rendition | None


def entries_of(articles: list[Article]) -> list[Entry]:
    references = references_of(articles)
    return [entry(article, references) for article in articles]


def references_of(articles: list[Article]) -> References:
    """What all these texts refer to, fetched together."""
    pictures = {pk for article in articles for pk in article.shown.image_ids()}
    related = {pk for article in articles for pk in article.shown.body.article_ids()}
    return References(
        Image.objects.ready().prefetch_related("renditions").in_bulk(pictures),
        Article.objects.published().for_log().in_bulk(related),
        settings.SITE_URL,
    )


def entry(article: Article, references: References) -> Entry:
    """Of an article that is published, or shown as if it were."""
    if article.published_at is None:
        raise ValueError("A feed has no entry for what was never published.")
    revision = article.shown
    lead = references.images.get(revision.lead_image_id or 0)
    address = settings.SITE_URL + article.get_absolute_url()
    context = {
        "revision": revision,
        "lead": lead,
        "body": render_body(revision.body, "feed", references),
        "changes": [change for change in article.changes.all() if change.tells_readers],
        "address": address,
    }
    updated = article.updated_at or article.published_at
    return Entry(
        id=f"{settings.SITE_URL}/?p={article.pk}",
        address=address,
        title=speakable(revision.headline),
        standfirst=speakable(revision.standfirst),
        html=render_to_string("articles/feed.html", context),
        published=article.published_at,
        updated=updated,
        changed=article.changed_at or updated,
        writers=tuple(writers_of(article)),
        categories=tuple(categories_of(article)),
        picture=lead.largest_jpeg if lead else None,
    )


def writers_of(article: Article) -> Iterable[Writer]:
    for byline in article.bylines.all():
        address = settings.SITE_URL + byline.author.get_absolute_url()
        yield Writer(speakable(byline.author.name), address)


def categories_of(article: Article) -> Iterable[str]:
    """The desk, then the topics; each name once."""
    names = [article.desk.name] if article.desk else []
    names += [topic.name for topic in article.topics.all()]
    return dict.fromkeys(speakable(name) for name in names)
