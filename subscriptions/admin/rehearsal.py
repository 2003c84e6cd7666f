"""The letter of an article that has not gone out: to be looked at, or sent to oneself alone."""

import datetime
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_POST, require_safe

from articles.models import Article, Revision, SiteSettings

from .. import emails
from ..addresses import normalised
from ..delivery.rehearsal import send_test
from ..delivery.transport import Refused, Unanswered, Unreachable
from ..emails import Letter
from ..models import Mailing
from .outbox import LETTER_POLICY

FRAME_POLICY: dict[str, list[str]] = {
    **LETTER_POLICY,
    "sandbox": ["allow-same-origin", "allow-popups", "allow-popups-to-escape-sandbox"],
}
DARK = "@media (prefers-color-scheme: dark)"
FORCED = {"dark": "@media all", "light": "@media not all"}
TESTED = "Sent a test of its letter to themselves."
AN_HOUR = datetime.timedelta(hours=1)
TESTS_AN_HOUR = 20


class TestRefused(Exception):
    """Why no test letter was sent, for the person who asked."""


class Rehearsal:
    def __init__(self, model_admin: "ModelAdmin[Any]") -> None:
        self.model_admin = model_admin

    @property
    def urls(self) -> list[URLPattern]:
        view, name = self.model_admin.admin_site.admin_view, "subscriptions_mailing"
        return [
            path("letter/<int:pk>/", view(self.html), name=f"{name}_letter"),
            path("letter/<int:pk>/text/", view(self.text), name=f"{name}_letter_text"),
            path("test/<int:pk>/", view(self.test), name=f"{name}_test"),
        ]

    @method_decorator(require_safe)
    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_override(FRAME_POLICY))
    def html(self, request: HttpRequest, pk: int) -> HttpResponse:
        """?scheme= light or dark: whatever the person's own machine is set to."""
        html = framed(letter_of(request, pk).html, request.GET.get("scheme", ""))
        return HttpResponse(html, headers={"X-Robots-Tag": "noindex"})

    @method_decorator(require_safe)
    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_override(FRAME_POLICY))
    def text(self, request: HttpRequest, pk: int) -> HttpResponse:
        letter = letter_of(request, pk)
        return HttpResponse(
            f"Subject: {letter.subject}\n\n{letter.text}",
            content_type="text/plain; charset=utf-8",
            headers={"X-Robots-Tag": "noindex"},
        )

    @method_decorator(require_POST)
    def test(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = seen(request, pk)
        if not article.may_edit(request.user):
            raise PermissionDenied("Only its writer or an editor can try this article's letter.")
        try:
            address = self.sent(request, article)
        except TestRefused as error:
            self.model_admin.message_user(request, str(error), messages.ERROR)
        else:
            self.model_admin.message_user(request, f"Sent to {address}.", messages.SUCCESS)
        back = reverse("admin:articles_article_preview", args=[article.pk])
        return HttpResponseRedirect(f"{back}?as=letter")

    def sent(self, request: HttpRequest, article: Article) -> str:
        """The address that it was sent to. Raises TestRefused."""
        address = own_address(cast(User, request.user))
        self.count(request, article)
        try:
            send_test(Mailing.rehearsed(article, text_of(request, article)), address)
        except Refused as error:
            raise TestRefused(f"The mail server did not take it: {error}") from error
        except Unanswered as error:
            said = "The mail server did not answer. You may have the letter, or not."
            raise TestRefused(said) from error
        except Unreachable as error:
            said = "The mail server cannot be reached. Nothing was sent; try again later."
            raise TestRefused(said) from error
        return address

    def count(self, request: HttpRequest, article: Article) -> None:
        """Notes the letter before it leaves. Raises TestRefused when there were too many."""
        user = cast(User, request.user)
        with transaction.atomic():
            # Pressed many times at once, one press waits for the other.
            User.objects.select_for_update().get(pk=user.pk)
            recent = LogEntry.objects.filter(
                user=user, change_message=TESTED, action_time__gt=timezone.now() - AN_HOUR
            )
            if recent.count() >= TESTS_AN_HOUR:
                raise TestRefused(f"{TESTS_AN_HOUR} tests within an hour are enough. Wait a while.")
            self.model_admin.log_change(request, article, TESTED)


def own_address(user: User) -> str:
    """Raises TestRefused."""
    if not user.email:
        raise TestRefused("Your account has no e-mail address. Ask a chief to add one.")
    try:
        return normalised(user.email)
    except ValidationError as error:
        said = f"The address on your account cannot be right. {error.messages[0]}"
        raise TestRefused(f"{said} Ask a chief to mend it.") from error


def letter_of(request: HttpRequest, pk: int) -> Letter:
    article = seen(request, pk)
    mailing = Mailing.rehearsed(article, text_of(request, article))
    site = SiteSettings.load()
    return emails.article(mailing, site, unsubscribe="", why="asked for every article")


def seen(request: HttpRequest, pk: int) -> Article:
    found = Article.objects.select_related("desk", "draft__lead_image", "live__lead_image")
    article = found.filter(pk=pk).first()
    if article is None:
        raise Http404("There is no such article.")
    if not article.may_see(request.user):
        raise PermissionDenied("Only its writer and the editors see an article before readers.")
    return article


def text_of(request: HttpRequest, article: Article) -> Revision:
    """The revision that ?of= names: the draft, or what readers see. Raises Http404."""
    texts = {"draft": article.draft, "live": article.live}
    revision = texts.get(request.GET.get("of", "draft"))
    if revision is None:
        raise Http404("There is no such text of this article.")
    return revision


def framed(html: str, scheme: str) -> str:
    """The letter with its links opening beside the frame; the rest of it is as readers get it."""
    head, end, body = html.partition("</head>")
    if scheme in FORCED:
        head = head.replace(DARK, FORCED[scheme])
        head = head.replace('content="light dark"', f'content="{scheme}"')
    return f'{head}<base target="_blank">{end}{body}'
