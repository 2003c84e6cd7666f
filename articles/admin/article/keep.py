"""Keeping what is typed: the writing page sends it every few seconds, long before it is saved.

Nothing that is kept here is a version, and nobody but its writer sees it. What goes on in the
browser stands in static/newsdesk/keep.js.
"""

import re
import uuid
from typing import Any

from django.contrib import admin
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.db.models import OuterRef
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils import timezone

from ...forms import ArticleForm
from ...models import Article, Presence, Revision, Scratch, name_of
from ...models.scratch import Fields
from ..numbers import number_in
from ..people import person
from .deleted import not_found_if_deleted
from .presence import companions, told

FIELDS = "|".join(ArticleForm.base_fields)
COUNTS = "(?:TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS"
ROW = r"\d{1,4}-(?:id|author|position|note|DELETE)"
OWN_NAME = re.compile(f"(?:{FIELDS})(?:_[01])?|bylines-(?:{COUNTS}|{ROW})")
NOT_YOURS = "You can read this article, but not change it any more."
MOST_OFFERED = 10
SOMEBODY_ELSE = "Somebody else is logged in here now."


def urls(model_admin: admin.ModelAdmin) -> list[URLPattern]:
    def kept(request: HttpRequest, object_id: int) -> HttpResponse:
        with not_found_if_deleted(object_id):
            return keep(model_admin, request, object_id)

    def kept_new(request: HttpRequest) -> HttpResponse:
        return keep_new(model_admin, request)

    door = model_admin.admin_site.admin_view
    return [
        path("<int:object_id>/keep/", door(kept), name="articles_article_keep"),
        path("add/keep/", door(kept_new), name="articles_article_keep_new"),
    ]


def address(article: Article) -> str:
    if article.pk:
        return reverse("admin:articles_article_keep", args=[article.pk])
    return reverse("admin:articles_article_keep_new")


# The addresses


def keep(model_admin: admin.ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Text, or with `only_here` a sign of life. Tells who else is there and what the draft is."""
    article = opened(model_admin, request, object_id)
    if request.method != "POST":
        return pass_for(request)
    by, data = person(request), posted(request)
    if "leave" in data:
        Presence.objects.leave(article, by)
        return HttpResponse(status=204)
    if "only_here" in data:
        writing = "writing" in data and model_admin.has_change_permission(request, article)
        section = data.get("section", "") if writing else ""
        Presence.objects.beat(article, by, writing=writing, section=section)
        return JsonResponse(around(article, by))
    if not model_admin.has_change_permission(request, article):
        return JsonResponse({"error": NOT_YOURS}, status=403)
    return JsonResponse(take(data, by, article) | around(article, by))


def keep_new(model_admin: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The same for an article that was never saved: it goes by the ticket of its page."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return pass_for(request)
    data = posted(request)
    ticket = ticket_in(data)
    if not ticket:
        raise BadRequest("There is no ticket of a page.")
    try:
        taken = take(data, person(request), None, ticket)
    except ValidationError as error:
        return refused(error)
    return JsonResponse(taken | {"draft": None, "people": []})


def opened(model_admin: admin.ModelAdmin, request: HttpRequest, object_id: int) -> Article:
    """With those who are there too, and without the texts: this is asked every few seconds."""
    others = Presence.objects.others(OuterRef("pk"), person(request))
    articles = model_admin.get_queryset(request).defer("draft__body").filter(pk=object_id)
    article = articles.annotate(present=ArraySubquery(others)).first()
    if article is None:
        raise Http404("There is no such article.")
    if not model_admin.has_view_or_change_permission(request, article):
        raise PermissionDenied
    return article


def pass_for(request: HttpRequest) -> HttpResponse:
    """For a page whose token went stale because somebody logged in meanwhile, and who that is."""
    return JsonResponse({"token": get_token(request), "person": person(request).pk})


def posted(request: HttpRequest) -> QueryDict:
    """The posted form. Raises PermissionDenied when the page is another person's."""
    if request.POST.get("person", str(person(request).pk)) != str(person(request).pk):
        raise PermissionDenied(SOMEBODY_ELSE)
    if any("\0" in value for _, values in request.POST.lists() for value in values):
        raise BadRequest("A NUL character cannot be kept.")
    return request.POST


def take(data: QueryDict, by: Any, article: Article | None, ticket: str = "") -> dict[str, Any]:
    """Keeps the text; with `forget` throws it away and gives it back a last time."""
    if "forget" in data:
        return {"saved_at": None, "forgotten": Scratch.objects.forget(by, article, ticket)}
    return {"saved_at": Scratch.objects.keep(by, article, typed(data), ticket).isoformat()}


def refused(error: ValidationError) -> HttpResponse:
    return JsonResponse({"error": " ".join(error.messages)}, status=429)


def typed(data: QueryDict) -> Fields:
    """The form's own fields, in their order; whatever else was posted is nobody's text."""
    own = ((name, values) for name, values in data.lists() if OWN_NAME.fullmatch(name))
    return [[name, value] for name, values in own for value in values]


def around(article: Article, by: Any) -> dict[str, Any]:
    """article: with `present`, see opened()."""
    draft = article.draft and draft_of(article.draft, by)
    return {"draft": draft, "people": told(getattr(article, "present", []))}


def draft_of(draft: Revision, by: Any) -> dict[str, Any]:
    return {
        "pk": draft.pk,
        "number": draft.number,
        "by": name_of(draft.by),
        "mine": draft.by_id == by.pk,
        "at": draft.at.isoformat(),
    }


# The page


def context(request: HttpRequest, article: Article, form: Any, may_write: bool) -> dict[str, Any]:
    """For the writing page: `companions`, and `keeping` for its scripts."""
    by = person(request)
    return {
        "companions": companions(article, by),
        "keeping": keeping(request, article, form) if may_write else reading(article, by),
    }


def reading(article: Article, by: Any) -> dict[str, Any]:
    return {
        "person": by.pk,
        "article": article.pk,
        "now": timezone.now().isoformat(),
        "compare": article.pk and reverse("admin:articles_article_compare", args=[article.pk]),
        "draft": article.draft and draft_of(article.draft, by),
    }


def keeping(request: HttpRequest, article: Article, form: Any) -> dict[str, Any]:
    """scratch: what was typed and not saved; none on a page that shows what was just posted."""
    by = person(request)
    asked = request.POST if request.method == "POST" else request.GET
    ticket = "" if article.pk else ticket_in(asked) or str(uuid.uuid4())
    scratches = Scratch.objects
    kept = scratches.for_page(by, article) if article.pk else scratches.begun_by(by)[:MOST_OFFERED]
    found = next((one for one in kept if one.ticket == ticket and not form.is_bound), None)
    return reading(article, by) | {
        "login": reverse("admin:login", query={"next": reverse("admin:index")}),
        "ticket": ticket,
        "bound": form.is_bound,
        "scratch": found and {"at": found.saved_at.isoformat(), "fields": found.fields},
        "based_on": based_on(article, found),
        "begun": [offered(one) for one in kept if one.ticket != ticket],
    }


def based_on(article: Article, scratch: Scratch | None) -> int | None:
    """The number of the version from which the page's text was begun."""
    if article.draft is None:
        return None
    base = number_in(scratch.value("based_on")) if scratch else 0
    if base in (0, article.draft.pk):
        return article.draft.number
    earlier = Revision.objects.filter(article=article, pk=base).values_list("number", flat=True)
    return earlier.first()


def offered(scratch: Scratch) -> dict[str, Any]:
    return {
        "ticket": scratch.ticket,
        "at": scratch.saved_at.isoformat(),
        "headline": scratch.headline,
    }


def forget(request: HttpRequest, article: Article | None) -> None:
    """Called where the text of this request was saved, in the same transaction."""
    ticket = "" if article else ticket_in(request.POST)
    if article or ticket:
        Scratch.objects.for_page(person(request), article, ticket).delete()


def ticket_in(data: QueryDict) -> str:
    """A UUID as our pages write it, or ""."""
    try:
        return str(uuid.UUID(data.get("ticket", "")))
    except ValueError:
        return ""
