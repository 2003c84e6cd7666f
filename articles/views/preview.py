from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..models import Article
from .article import content, with_neighbours


@require_safe
@never_cache
@staff_member_required
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as readers would get it, for its writer and for editors. Nothing is saved."""
    articles = with_neighbours(Article.objects.select_related("desk", "draft"))
    article = get_object_or_404(articles, pk=pk, draft__isnull=False)
    if not article.may_see(request.user):
        raise PermissionDenied
    article.live = None
    article.published_at = article.published_at or timezone.now()
    article.slug = article.slug or "preview"
    response = render(request, "articles/article.html", content(article))
    response["X-Robots-Tag"] = "noindex"
    return response
