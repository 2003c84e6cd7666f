"""RSS 2.0 with the whole text, for the site, a desk, a topic and an author."""

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import conditional_page, require_safe

from .body.render import References, render_body
from .models import Article, ArticleQuerySet, Author, Desk, Image, SiteSettings, Topic

ENTRIES = 20
MAX_AGE = 300
UNSPEAKABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write (section 2.2 of its recommendation)."""


class FullTextFeed(Rss201rev2Feed):
    """RSS with the text itself in content:encoded, as readers' programs expect it."""

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["creators"]:
            handler.addQuickElement("dc:creator", speakable(name))
        handler.addQuickElement("content:encoded", speakable(item["content"]))


@require_safe
@conditional_page
def site(request: HttpRequest) -> HttpResponse:
    return feed(request, "", Article.objects.published(), reverse("articles:home"))


@require_safe
@conditional_page
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Desk, slug=slug)
    articles = Article.objects.published().filter(desk=found)
    return feed(request, found.name, articles, found.get_absolute_url())


@require_safe
@conditional_page
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Topic, slug=slug)
    articles = Article.objects.published().filter(taggings__tag=found)
    return feed(request, found.name, articles, found.get_absolute_url())


@require_safe
@conditional_page
def author(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Author, slug=slug)
    articles = Article.objects.published().filter(bylines__author=found)
    return feed(request, found.name, articles, found.get_absolute_url())


def feed(request: HttpRequest, about: str, articles: ArticleQuerySet, page: str) -> HttpResponse:
    """about: whose or which articles these are; empty for those of the whole site."""
    publisher = SiteSettings.load()
    rss = FullTextFeed(
        title=speakable(f"{about} | {publisher.name}" if about else publisher.name),
        link=settings.SITE_URL + page,
        description=speakable(publisher.strap or publisher.name),
        language=settings.LANGUAGE_CODE,
        feed_url=settings.SITE_URL + request.path,
    )
    entries = list(articles.for_feed()[:ENTRIES])
    references = references_of(entries)
    for article in entries:
        rss.add_item(**entry(article, references))
    response = HttpResponse(
        rss.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8"
    )
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    return response


def references_of(articles: list[Article]) -> References:
    """What all these texts refer to, fetched together."""
    pictures = {pk for article in articles for pk in article.shown.image_ids()}
    related = {pk for article in articles for pk in article.shown.body.article_ids()}
    return References(
        Image.objects.ready().prefetch_related("renditions").in_bulk(pictures),
        Article.objects.published().for_log().in_bulk(related),
        settings.SITE_URL,
    )


def entry(article: Article, references: References) -> dict[str, Any]:
    revision = article.shown
    address = settings.SITE_URL + article.get_absolute_url()
    context = {
        "revision": revision,
        "lead": references.images.get(revision.lead_image_id or 0),
        "body": render_body(revision.body, "feed", references),
        "changes": [change for change in article.changes.all() if change.tells_readers],
        "address": address,
    }
    return {
        "title": speakable(revision.headline),
        "link": address,
        "unique_id": f"{settings.SITE_URL}/?p={article.pk}",
        "unique_id_is_permalink": False,
        "description": speakable(revision.standfirst),
        "pubdate": article.published_at,
        "categories": [speakable(topic.name) for topic in article.topics.all()],
        "creators": [byline.author.name for byline in article.bylines.all()],
        "content": render_to_string("articles/feed.html", context),
    }


def speakable(text: str) -> str:
    """Without the control characters that would make the whole feed unreadable."""
    return UNSPEAKABLE.sub("", text)
