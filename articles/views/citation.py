from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..citation import bibtex
from ..models import Article, SiteSettings
from .page import MAX_AGE


@require_safe
def citation(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    """The entry for programs that keep references, as a file."""
    articles = Article.objects.select_related("live").defer("live__body").with_bylines()
    found = articles.at_address(year, month, day, slug)
    if found is None or not found.is_public:
        raise Http404("No article stands here.")
    address = settings.SITE_URL + found.get_absolute_url()
    entry = bibtex(found, SiteSettings.load().name, address)
    return HttpResponse(
        entry,
        content_type="application/x-bibtex; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{found.slug}.bib"',
            "Cache-Control": f"public, max-age={MAX_AGE}",
            "X-Robots-Tag": "noindex",
        },
    )
