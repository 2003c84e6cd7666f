from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..models import Article, Desk
from .page import listing, page


@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Desk, slug=slug)
    articles = listing(request, Article.objects.published().filter(desk=found))
    return page(request, "articles/desk.html", {"desk": found, "listing": articles})
