"""Drafts as readers would get them: in the newsdesk's frames, and under a secret address."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.csp import CSP
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from ..feeds import entry, references_of
from ..forms import ArticleForm
from ..models import Article, ArticleQuerySet, PreviewLink, Revision, Scratch, as_published
from .article import content, with_neighbours

SCHEMES = ("light", "dark")
# Nobody subscribes in a preview. A film plays as it will for readers, so scripts are not barred
# by a sandbox; the site's own rule for them stands.
FRAME_POLICY: dict[str, Any] = {
    **settings.SECURE_CSP,
    "img-src": [CSP.SELF, "data:", settings.SITE_URL],
    "form-action": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}


def framed(view: Callable[[HttpRequest, Article], HttpResponse]) -> Callable[..., HttpResponseBase]:
    """For a frame of the newsdesk and those who may see the article.

    ?of= draft, live, or mine: what one has typed and not saved. ?scheme= light or dark: instead
    of what the person's own machine is set to.
    """

    @require_safe
    @never_cache
    @staff_member_required
    @xframe_options_sameorigin
    @csp_override(FRAME_POLICY)
    @wraps(view)
    def answer(request: HttpRequest, pk: int) -> HttpResponse:
        article = get_object_or_404(drafts(), pk=pk)
        if not article.may_see(request.user):
            raise PermissionDenied("Only its writer and the editors see an article before readers.")
        revision = chosen(request, article)
        response = view(request, as_published(article, revision))
        response["X-Robots-Tag"] = "noindex"
        return response

    return answer


def drafts() -> ArticleQuerySet:
    """With all that a page of theirs shows."""
    articles = Article.objects.for_feed().select_related("desk", "draft", "live", "series")
    return with_neighbours(articles.filter(draft__isnull=False))


def chosen(request: HttpRequest, article: Article) -> Revision:
    """Raises Http404 where there is no such text."""
    match request.GET.get("of", "draft"):
        case "draft":
            revision = article.draft
        case "live":
            revision = article.live
        case "mine":
            scratch = Scratch.objects.for_page(cast(User, request.user), article).first()
            revision = typed(article, scratch) if scratch else article.draft
        case _:
            revision = None
    if revision is None:
        raise Http404("There is no such text of this article.")
    return revision


def typed(article: Article, scratch: Scratch) -> Revision:
    """As far as it makes sense; the article is filed as typed then, and not to be saved."""
    data = QueryDict(mutable=True)
    for name, value in scratch.fields:
        data.appendlist(name, value)
    return ArticleForm(data, instance=article).typed_revision()


def scheme(request: HttpRequest) -> str:
    asked = request.GET.get("scheme", "")
    return asked if asked in SCHEMES else ""


@framed
def preview(request: HttpRequest, article: Article) -> HttpResponse:
    shown = content(article) | {"scheme": scheme(request)}
    return render(request, "articles/preview.html", shown)


@framed
def preview_feed(request: HttpRequest, article: Article) -> HttpResponse:
    """The entry with the article's full text, as a feed reader lays it out."""
    shown = {"entry": entry(article, references_of([article])), "scheme": scheme(request)}
    return render(request, "articles/preview_feed.html", shown)


@require_safe
@never_cache
def shared_preview(request: HttpRequest, secret: str) -> HttpResponse:
    """For whoever has the link. Why one does not work is not told."""
    link = PreviewLink.objects.of_secret(secret)
    article = drafts().filter(pk=link.article_id).first() if link else None
    if link is None or article is None or article.draft is None:
        response = render(request, "articles/no_preview.html", status=404)
    else:
        response = opened(request, link, article, article.draft)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def opened(
    request: HttpRequest, link: PreviewLink, article: Article, draft: Revision
) -> HttpResponse:
    if request.method == "GET":
        link.note_opening()
    if article.is_public and not article.is_edited:
        return redirect(article)
    shown = content(as_published(article, draft)) | {"link": link}
    return render(request, "articles/shared_preview.html", shown)
