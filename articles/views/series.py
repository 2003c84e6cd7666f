from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..models import Article, Series
from .page import page

MOST = 200
"""Series, or parts of one, on a page: far more than a newsroom has patience for."""


@require_safe
def series_list(request: HttpRequest) -> HttpResponse:
    """Every series that has something to read."""
    found = list(Series.objects.to_read()[:MOST])
    return page(request, "articles/series_list.html", {"all_series": found, "place": "series"})


@require_safe
def series(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Series, slug=slug)
    published = Article.objects.published().filter(series=found)
    parts = list(published.in_series_order().for_listing()[:MOST])
    return page(request, "articles/series.html", {"series": found, "parts": parts})
