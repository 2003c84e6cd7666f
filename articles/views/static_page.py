from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..body.render import References, render_body
from ..models import Article, Image, Page
from .page import page


@require_safe
def static_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What the site says of itself: about, contact, privacy."""
    found = get_object_or_404(Page, slug=slug)
    images = Image.objects.ready().prefetch_related("renditions").in_bulk(found.body.image_ids())
    named = Article.objects.published().for_log().in_bulk(found.body.article_ids())
    body = render_body(found.body, "web", References(images, named))
    context = {"static_page": found, "body": body}
    return page(request, "articles/page.html", context, modified=found.changed_at)
