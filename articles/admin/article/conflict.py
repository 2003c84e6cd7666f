"""Two people saved the same article: both texts side by side, and one made of them.

The page carries everything that was typed. Nothing is saved until all is decided, and both texts
stay among the versions whatever is made of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from ...difference import Choice, Merge, Pick
from ...forms import CONTENT, ArticleForm
from ...models import Article, Content, Revision, StaleDraft, name_of
from ..numbers import number_in
from ..people import person
from . import keep
from .compare import names_in
from .screen import screen
from .verbs import back_to

NOT_POSTED_AGAIN = {"csrfmiddlewaretoken", "_verb", "_continue", "theirs", "choice", "merged_with"}
OF_THE_CHOICES = ("pick-", "hand-")


@dataclass(frozen=True, slots=True)
class Row:
    """A choice as the page shows it. way: as picked or as decided, "" when open. text: what was
    written by hand, or may be begun with."""

    choice: Choice
    way: str
    text: str


class Conflict:
    """Mine against theirs, and what was picked so far. posted: the form with everything in it."""

    def __init__(
        self, request: HttpRequest, article: Article, mine: Content, theirs: Revision
    ) -> None:
        self.user, self.posted = person(request), request.POST
        self.article, self.mine, self.theirs = article, mine, theirs
        self.picks = picks_in(self.posted)

    @cached_property
    def merge(self) -> Merge:
        base = revision_named(self.article, self.posted.get("based_on"))
        names = names_in(self.user, self.mine.body, self.theirs.body)
        return Merge(base.content if base else None, self.mine, self.theirs.content, names)

    @cached_property
    def rows(self) -> list[Row]:
        return [self.row(choice) for choice in self.merge.choices]

    def row(self, choice: Choice) -> Row:
        written = self.picks.get(choice.name, Pick("")).text
        return Row(choice, choice.way(self.picks), written or choice.start)

    @cached_property
    def undecided(self) -> list[Choice]:
        return self.merge.undecided(self.picks)

    @property
    def decided(self) -> int:
        return len(self.rows) - len(self.undecided)

    @property
    def is_own(self) -> bool:
        """Both texts are this person's, from two tabs or two machines."""
        return self.theirs.by_id == self.user.pk

    @property
    def them(self) -> str:
        return "your other tab" if self.is_own else name_of(self.theirs.by)

    @property
    def me(self) -> str:
        return "this tab" if self.is_own else "you"

    @property
    def yours(self) -> str:
        return "this tab’s" if self.is_own else "yours"

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the writing page posted, to be posted again with the choice."""
        return [
            (name, str(value))
            for name, values in self.posted.lists()
            if name not in NOT_POSTED_AGAIN and not name.startswith(OF_THE_CHOICES)
            for value in values
        ]

    def merged(self) -> QueryDict:
        """As the writing page would post the text that was made of the two."""
        content = self.merge.content(self.picks)
        data = based_on(self.theirs, self.posted)
        data["merged_with"] = str(self.theirs.pk)
        for name in CONTENT:
            value = getattr(content, name)
            if name == "lead_image":
                value = value.pk if value else ""
            data[name] = str(ArticleForm.base_fields[name].prepare_value(value))
        return data


def picks_in(posted: QueryDict) -> dict[str, Pick]:
    names = (name.removeprefix("pick-") for name in posted if name.startswith("pick-"))
    return {
        name: Pick(posted.get(f"pick-{name}", ""), posted.get(f"hand-{name}", "")) for name in names
    }


def page(
    model_admin: admin.ModelAdmin,
    request: HttpRequest,
    article: Article,
    stale: StaleDraft,
    problems: Sequence[str] = (),
) -> HttpResponse:
    """Asks. problems: why what was decided could not be saved."""
    theirs = str(stale.theirs.pk)
    return screen(
        model_admin,
        request,
        "conflict",
        "Two versions of this article",
        article,
        status=409,
        conflict=Conflict(request, article, stale.mine, stale.theirs),
        again=request.POST.get("theirs", theirs) != theirs,
        problems=problems,
    )


def resolve(model_admin: admin.ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Saves what was chosen, or asks again when the draft has moved or something is open."""
    form = ArticleForm.posted_by(request.user, request.POST, article)
    theirs = revision_named(article, request.POST.get("theirs"))
    if theirs is None or not form.is_valid():
        return save(model_admin, request, article, request.POST)
    try:
        with transaction.atomic():
            return decide(model_admin, request, Conflict(request, article, form.content, theirs))
    except StaleDraft as stale:
        return page(model_admin, request, article, stale)
    except ValidationError as error:
        return page(model_admin, request, article, StaleDraft(form.content, theirs), error.messages)


def decide(model_admin: admin.ModelAdmin, request: HttpRequest, conflict: Conflict) -> HttpResponse:
    """Raises StaleDraft when somebody saved while this was being decided."""
    article, theirs = conflict.article, conflict.theirs
    if article.draft and article.draft_id != theirs.pk:
        raise StaleDraft(conflict.mine, article.draft)
    match request.POST.get("choice"):
        case "mine":
            return save(model_admin, request, article, based_on(theirs, request.POST))
        case "theirs":
            return take_theirs(model_admin, request, conflict)
        case _:
            return save_merged(model_admin, request, conflict)


def take_theirs(
    model_admin: admin.ModelAdmin, request: HttpRequest, conflict: Conflict
) -> HttpResponse:
    article, theirs = conflict.article, conflict.theirs
    aside = set_aside(conflict, request, f"Set aside in favour of version {theirs.number}")
    article.restore(theirs, person(request))
    keep.forget(request, article)
    said = (
        f"You took the text of {conflict.them}. "
        f"{conflict.yours.capitalize()} is version {aside.number}. "
        "Desk, topics and bylines stay as they were saved."
    )
    model_admin.log_change(request, article, said)
    model_admin.message_user(request, said, messages.SUCCESS)
    return back_to(article)


def save_merged(
    model_admin: admin.ModelAdmin, request: HttpRequest, conflict: Conflict
) -> HttpResponse:
    article, merged = conflict.article, conflict.merged()
    problems = still_open(conflict) or wrong_with(merged, article, conflict.user)
    if problems:
        stale = StaleDraft(conflict.mine, conflict.theirs)
        return page(model_admin, request, article, stale, problems)
    reason = f"Before it was merged with version {conflict.theirs.number}"
    aside = set_aside(conflict, request, reason)
    return save(model_admin, request, article, based_on(aside, merged))


def still_open(conflict: Conflict) -> list[str]:
    return [f"Still to decide: {choice.where}." for choice in conflict.undecided]


def wrong_with(data: QueryDict, article: Article, user: Any) -> list[str]:
    form = ArticleForm.posted_by(user, data, article)
    return [str(error) for errors in form.errors.values() for error in errors]


def set_aside(conflict: Conflict, request: HttpRequest, reason: str) -> Revision:
    """Keeps my text among the versions. Raises StaleDraft."""
    theirs = conflict.theirs.pk
    return conflict.article.revise(conflict.mine, person(request), theirs, reason=reason)


def save(
    model_admin: admin.ModelAdmin, request: HttpRequest, article: Article, data: QueryDict
) -> HttpResponse:
    """As if the writing page had posted this."""
    request.POST = data  # type: ignore[assignment]
    change = reverse("admin:articles_article_change", args=[article.pk])
    return model_admin.change_view(request, str(article.pk), form_url=change)


def reason_in(article: Article, posted: QueryDict) -> str:
    """Of a version that was made by merging: with which one."""
    other = revision_named(article, posted.get("merged_with"))
    return f"Merged with version {other.number} by {name_of(other.by)}" if other else ""


def based_on(revision: Revision, data: QueryDict) -> QueryDict:
    answer = data.copy()
    answer["based_on"] = str(revision.pk)
    return answer


def revision_named(article: Article, pk: str | None) -> Revision | None:
    return article.revisions.select_related("by").filter(pk=number_in(pk)).first()
