"""Every version of an article; an older one can be brought back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from ...models import Article, Change, Revision, name_of
from ..numbers import number_in
from ..people import person
from .screen import screen
from .verbs import back_to

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Version:
    """A revision as the list shows it. changes: when it went out to readers, and as what."""

    revision: Revision
    changes: list[Change]
    is_live: bool
    is_draft: bool

    @property
    def number(self) -> int:
        return self.revision.number

    @property
    def before(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def by(self) -> str:
        return name_of(self.revision.by)


def page(model_admin: admin.ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    revisions = article.revisions.select_related("by").defer("body")
    shown = Paginator(revisions, PER_PAGE).get_page(request.GET.get("page"))
    found = versions_of(article, shown.object_list)
    return screen(
        model_admin,
        request,
        "versions",
        "Versions",
        article,
        versions=found,
        shown=shown,
        next_number=article.next_number,
        to=found[0].number if found else 0,
        from_=found[1].number if len(found) > 1 else 0,
        may_edit=article.may_edit(request.user),
    )


def versions_of(article: Article, revisions: Iterable[Revision]) -> list[Version]:
    found = list(revisions)
    changes = defaultdict(list)
    for change in article.changes.filter(revision__in=[revision.pk for revision in found]):
        changes[change.revision_id].append(change)
    return [
        Version(
            revision,
            changes[revision.pk],
            is_live=revision.pk == article.live_id,
            is_draft=revision.pk == article.draft_id,
        )
        for revision in found
    ]


def restore(
    model_admin: admin.ModelAdmin, request: HttpRequest, article: Article
) -> HttpResponseRedirect:
    revision = article.revisions.filter(number=number_in(request.POST.get("number"))).first()
    if revision is None:
        raise Http404("There is no such version of this article.")
    made = article.restore(revision, person(request))
    said = f"Version {revision.number} brought back as version {made.number}."
    model_admin.log_change(request, article, said)
    model_admin.message_user(request, said, messages.SUCCESS)
    return back_to(article)
