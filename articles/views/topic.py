from itertools import groupby
from operator import attrgetter

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..models import Article, Topic
from .page import listing, page

KINDS = {
    Topic.Kind.SYSTEM: "Ships, aircraft, weapons and other systems",
    Topic.Kind.COUNTRY: "Countries",
    Topic.Kind.ORGANISATION: "Organisations",
    Topic.Kind.PERSON: "People",
    Topic.Kind.OPERATION: "Operations",
    Topic.Kind.THEME: "Themes",
}


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Topic.objects.prefetch_related("aliases"), slug=slug)
    articles = listing(request, Article.objects.published().filter(taggings__tag=found))
    return page(request, "articles/topic.html", {"topic": found, "listing": articles})


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Every topic that has something to read, by kind."""
    published = Article.objects.published().filter(taggings__tag=OuterRef("pk"))
    order = list(KINDS)
    found = sorted(
        Topic.objects.filter(Exists(published)), key=lambda topic: order.index(topic.kind)
    )
    groups = [(KINDS[kind], list(group)) for kind, group in groupby(found, key=attrgetter("kind"))]
    return page(request, "articles/topics.html", {"groups": groups, "place": "topics"})
