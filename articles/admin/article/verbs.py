"""What can be done with an article besides writing it, each permission-checked and logged.

A verb comes in two ways: with the whole writing page (a button named `_verb`, after the page is
saved), or alone by POST to its own address.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import formats, timezone

from ...forms import PublishingForm, place_of_zone
from ...models import Article, NotReady, SiteSettings
from ...models.article_queryset import midnight
from ..people import person

Values = dict[str, Any]


def perform(
    model_admin: admin.ModelAdmin, request: HttpRequest, article: Article, name: str
) -> HttpResponseRedirect:
    """Does it and says so, or says why not; back to the article either way."""
    user = person(request)
    form = publishing_form(request.POST, article, name)
    verb = VERBS[form.verb]
    if not verb.allowed(article, user):
        raise PermissionDenied(verb.refusal)
    try:
        if not form.is_valid():
            raise ValidationError([text for texts in form.errors.values() for text in texts])
        said = verb.act(article, user, form.cleaned_data)
    except NotReady as error:
        model_admin.message_user(request, f"It did not go out. {error}", messages.ERROR)
        return back_to(article)
    except ValidationError as error:
        model_admin.message_user(request, " ".join(error.messages), messages.ERROR)
        return back_to(article)
    model_admin.log_change(request, article, said)
    model_admin.message_user(request, said, messages.SUCCESS)
    return back_to(article)


def publishing_form(data: QueryDict, article: Article, name: str) -> PublishingForm:
    named = data.copy()
    named["_verb"] = name
    form = PublishingForm(named)
    form.article = article
    return form


def back_to(article: Article) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def submit(article: Article, user: User, values: Values) -> str:
    article.submit()
    return "Sent for review."


def recall(article: Article, user: User, values: Values) -> str:
    article.recall()
    return "Taken back from review. It is your draft again."


def send_back(article: Article, user: User, values: Values) -> str:
    article.send_back(values["note"])
    return f"Sent back to its writer: {values['note']}"


def publish(article: Article, user: User, values: Values) -> str:
    change = article.publish(
        user,
        change=values["change"],
        text=values["change_text"],
        announce=values["announce"],
    )
    mail = " E-mail goes out to its subscribers." if change.announce else ""
    return f"Published: version {change.revision.number}. {change.kind_name}.{mail}"


def schedule(article: Article, user: User, values: Values) -> str:
    article.schedule(
        values["publish_at"],
        announce=values["announce"],
        change=values["change"],
        text=values["change_text"],
    )
    at = moment_named(values["publish_at"])
    if article.is_public:
        return f"The update goes out {at}, {place_of_zone()} time: {article.planned_kind}."
    return f"Scheduled for {at}, {place_of_zone()} time."


def moment_named(at: datetime, day: str = "l j F") -> str:
    """In the site's zone: "Monday 3 November, 09:00"; with the year when it is not this one."""
    local = timezone.localtime(at)
    year = "" if local.year == timezone.localdate().year else " Y"
    return formats.date_format(local, f"{day}{year}, H:i")


def unschedule(article: Article, user: User, values: Values) -> str:
    article.unschedule()
    if article.is_public:
        return "The update is taken off the schedule. Readers keep what they have."
    return "Taken off the schedule. It is a draft again."


def withdraw(article: Article, user: User, values: Values) -> str:
    article.withdraw(values["reason"])
    return f"Withdrawn. Its address says: {values['reason']}"


def lead(article: Article, user: User, values: Values) -> str:
    today = timezone.localdate()
    until = None if values["lead_until"] == "changed" else midnight(today + timedelta(days=1))
    SiteSettings.lead_with(article, until)
    return f"It leads the front page until {'midnight' if until else 'somebody changes it'}."


def unlead(article: Article, user: User, values: Values) -> str:
    SiteSettings.follow_the_clock(instead_of=article)
    return "It leads the front page no longer: the newest does."


def may_publish(article: Article, user: User) -> bool:
    return user.has_perm("articles.publish_article")


def may_edit(article: Article, user: User) -> bool:
    return article.may_edit(user)


def may_recall(article: Article, user: User) -> bool:
    return article.created_by_id == user.pk and user.has_perm("articles.change_article")


@dataclass(frozen=True, slots=True)
class Verb:
    """act: does it and returns what to say and to log. Raises NotReady or ValidationError."""

    act: Callable[[Article, User, Values], str]
    allowed: Callable[[Article, User], bool] = may_publish
    refusal: str = "Only an editor can do this."


VERBS = {
    "submit": Verb(submit, may_edit, "Only its writer or an editor can send it for review."),
    "recall": Verb(recall, may_recall, "Only its writer can take it back from review."),
    "send_back": Verb(send_back),
    "publish": Verb(publish, refusal="Only an editor can publish. Send it for review."),
    "schedule": Verb(schedule, refusal="Only an editor can publish. Send it for review."),
    "unschedule": Verb(unschedule),
    "withdraw": Verb(withdraw),
    "lead": Verb(lead, refusal="Only an editor can choose what leads the front page."),
    "unlead": Verb(unlead, refusal="Only an editor can choose what leads the front page."),
}
