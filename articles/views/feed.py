"""The feeds of the site, a desk, a topic, an author and a series, each in three formats."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..feeds import FORMATS, Channel, Entry, entries_of
from ..feeds.channel import Pages, Publisher
from ..models import Article, ArticleQuerySet, Author, Desk, Series, SiteSettings, Topic
from ..structured_data import full
from ..xml import speakable
from .machine import document
from .page import PAGE, Listing, part_of


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose articles these are; page: where people read them. No name: those of the whole site."""

    page: str
    name: str = ""
    description: str = ""


@require_safe
def site(request: HttpRequest, form: str) -> HttpResponseBase:
    return feed(request, form, Article.objects.all(), Subject(reverse("articles:home")))


@require_safe
def desk(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    found = get_object_or_404(Desk, slug=slug)
    subject = Subject(found.get_absolute_url(), found.name, found.description)
    return feed(request, form, Article.objects.filter(desk=found), subject)


@require_safe
def topic(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    found = get_object_or_404(Topic, slug=slug)
    subject = Subject(found.get_absolute_url(), found.name, found.description)
    return feed(request, form, Article.objects.filter(taggings__tag=found), subject)


@require_safe
def author(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    found = get_object_or_404(Author, slug=slug)
    subject = Subject(found.get_absolute_url(), found.name, found.bio)
    return feed(request, form, Article.objects.filter(bylines__author=found), subject)


@require_safe
def series(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    found = get_object_or_404(Series, slug=slug)
    subject = Subject(found.get_absolute_url(), found.name, found.description)
    return feed(request, form, Article.objects.filter(series=found), subject)


def feed(
    request: HttpRequest, form: str, articles: ArticleQuerySet, subject: Subject
) -> HttpResponseBase:
    """articles: of every state."""
    published = articles.published()
    part = part_of(request, published.for_feed(), PAGE)
    site = SiteSettings.load()
    here = settings.SITE_URL + request.path
    channel = Channel(
        title=speakable(f"{subject.name} | {site.name}" if subject.name else site.name),
        description=speakable(subject.description or site.strap or site.name),
        page=full(subject.page),
        address=here + part.query,
        publisher=publisher(site),
        pages=pages_beside(part, published, here),
        entries=entries_of(part.articles),
    )
    written = FORMATS[form]
    changed = last_changed(channel.entries, articles)
    response = document(request, written.write(channel), written.CONTENT_TYPE, changed)
    if site.websub_hub:
        response["Link"] = f'<{site.websub_hub}>; rel="hub", <{channel.address}>; rel="self"'
    return response


def publisher(site: SiteSettings) -> Publisher:
    return Publisher(
        name=speakable(site.name),
        address=full("/"),
        language=settings.LANGUAGE_CODE,
        icon=full(static("apple-touch-icon.png")),
        hub=site.websub_hub,
    )


def pages_beside(part: Listing, published: ArticleQuerySet, here: str) -> Pages:
    """A feed of one page names none."""
    older = f"{here}?before={part.older}" if part.older else ""
    if part.is_first:
        return Pages(first=here if older else "", next=older)
    return Pages(first=here, previous=page_before(part, published, here), next=older)


def page_before(part: Listing, published: ArticleQuerySet, here: str) -> str:
    """The page that ends where this one begins."""
    if not part.articles:
        return here
    newer = published.newer_than(part.articles[0]).values_list("pk", flat=True)
    edge = newer[PAGE : PAGE + 1].first()
    return f"{here}?before={edge}" if edge else here


def last_changed(entries: list[Entry], articles: ArticleQuerySet) -> datetime.datetime | None:
    """By its entries, or because one is gone."""
    withdrawn = articles.filter(state=Article.State.WITHDRAWN)
    gone = withdrawn.aggregate(last=Max("withdrawn_at"))["last"]
    return max((moment for moment in (*(e.changed for e in entries), gone) if moment), default=None)
