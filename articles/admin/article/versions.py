"""Every version of an article; an older one can be brought back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from ...models import Article
from ..people import person
from .verbs import back_to


def page(model_admin: admin.ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Versions",
        "opts": model_admin.opts,
        "original": article,
        "revisions": article.revisions.select_related("by").defer("body"),
        "may_edit": article.may_edit(request.user),
    }
    return TemplateResponse(request, "admin/articles/article/versions.html", context)


def restore(
    model_admin: admin.ModelAdmin, request: HttpRequest, article: Article
) -> HttpResponseRedirect:
    if not article.may_edit(request.user):
        raise PermissionDenied("Only its writer or an editor can change this article.")
    number = request.POST.get("number", "")
    possible = number.isdecimal() and len(number) < 10
    revision = article.revisions.filter(number=number).first() if possible else None
    if revision is None:
        raise Http404("There is no such version of this article.")
    made = article.restore(revision, person(request))
    said = f"Version {revision.number} brought back as version {made.number}."
    model_admin.log_change(request, article, said)
    model_admin.message_user(request, said, messages.SUCCESS)
    return back_to(article)
