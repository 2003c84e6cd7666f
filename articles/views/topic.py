from itertools import groupby
from operator import attrgetter

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..body.render import References, Rendering
from ..models import Article, Topic
from ..models.chronicle import chronicle
from .page import listing, page

RELATED = 8
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
    context: dict[str, object] = {"topic": found, "listing": articles}
    if articles.is_first:
        context |= hub(found, articles.articles)
    return page(request, "articles/topic.html", context)


def hub(topic: Topic, newest: list[Article]) -> dict[str, object]:
    """What stands beside the list: told from the newest articles, however many there are."""
    return {
        "chronicle": chronicle(newest),
        "rendering": Rendering("web", References()),
        "related": Topic.objects.exclude(pk=topic.pk).shared_by(newest)[:RELATED],
    }


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
