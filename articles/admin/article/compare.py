"""Two versions of an article compared: what was added, taken out and moved."""

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse

from ...body import Body
from ...difference import Names, compare
from ...models import Article, Image, Revision
from ..numbers import number_in
from ..people import person
from .lookup import headline_of
from .screen import screen
from .versions import versions_of

NEWEST_LISTED = 10


def page(model_admin: admin.ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    new = version(article, request.GET.get("to", "draft"))
    old = version(article, request.GET.get("from", str(max(new.number - 1, 1))))
    comparison = compare(old.content, new.content, names_in(person(request), old.body, new.body))
    newest = article.revisions.select_related("by").defer("body")
    recent = Q(number__gte=article.next_number - NEWEST_LISTED)
    listed = newest.filter(Q(pk__in=[old.pk, new.pk]) | recent)
    return screen(
        model_admin,
        request,
        "compare",
        f"From version {old.number} to version {new.number}",
        article,
        old=old,
        new=new,
        comparison=comparison,
        versions=versions_of(article, listed),
        next_number=article.next_number,
        may_restore=article.may_edit(request.user) and old.pk != article.draft_id,
    )


def version(article: Article, named: str) -> Revision:
    """By its number, or "live" or "draft". Raises BadRequest for what can name none."""
    revisions = article.revisions.select_related("by", "lead_image")
    if named in ("live", "draft"):
        pk = article.live_id if named == "live" else article.draft_id
        found = revisions.filter(pk=pk or 0).first()
    elif number := number_in(named):
        found = revisions.filter(number=number).first()
    else:
        raise BadRequest("Versions are compared by their numbers, like ?from=9&to=14.")
    if found is None:
        raise Http404("There is no such version of this article.")
    return found


def names_in(to: User, *bodies: Body) -> Names:
    """What pictures and articles in these bodies are called, as far as that person may know."""
    pictures = {pk for body in bodies for pk in body.image_ids()}
    articles = {pk for body in bodies for pk in body.article_ids()}
    known = Article.objects.known_to(to).for_choosing().in_bulk(articles) if articles else {}
    return Names(
        pictures={pk: str(image) for pk, image in Image.objects.in_bulk(pictures).items()},
        articles={pk: headline_of(article) for pk, article in known.items()},
    )
