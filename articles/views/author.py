from typing import Any

from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..models import Article, ArticleQuerySet, Author, Change, Topic
from .page import listing, page

COVERED = 6


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Author, slug=slug)
    published = Article.objects.published().filter(bylines__author=found)
    articles = listing(request, published)
    context = {
        "author": found,
        "listing": articles,
        "record": record(published),
        "covers": Topic.objects.shared_by(articles.articles)[:COVERED],
    }
    return page(request, "articles/author.html", context)


def record(articles: ArticleQuerySet) -> dict[str, Any]:
    """How much somebody has published, since when, and how often it had to be corrected."""
    return articles.order_by().aggregate(
        posts=Count("pk", distinct=True),
        since=Min("published_at"),
        corrections=Count("changes", filter=Q(changes__kind=Change.Kind.CORRECTION)),
    )
