"""The letters that a machine without a mail server kept as files: to be looked at, nothing else."""

import datetime
from dataclasses import dataclass
from email import message_from_binary_file, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

from ..delivery.transport import OF_ACCOUNTS

SHOWN = 100
HEADERS = ("From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe")
# The letter's own styles are inline; nothing in it may run, and pictures come from this site.
LETTER_POLICY: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, settings.SITE_URL],
    "frame-ancestors": [CSP.SELF],
    "sandbox": ["allow-same-origin"],
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter as it was kept. name: of its file; at: when it was written."""

    name: str
    at: datetime.datetime
    message: EmailMessage

    @classmethod
    def at_path(cls, path: Path) -> "Kept":
        with path.open("rb") as file:
            message = message_from_binary_file(file, policy=policy.default)
        seconds = path.stat().st_mtime
        at = datetime.datetime.fromtimestamp(seconds, timezone.get_current_timezone())
        return cls(path.name, at, message)

    @property
    def to(self) -> str:
        return str(self.message.get("To", ""))

    @property
    def subject(self) -> str:
        return str(self.message.get("Subject", ""))

    @property
    def headers(self) -> list[tuple[str, str]]:
        return [(name, str(self.message[name])) for name in HEADERS if self.message[name]]

    def part(self, kind: str) -> str:
        body = self.message.get_body((kind,))
        return str(body.get_content()) if body is not None else ""


class Outbox:
    def __init__(self, site: AdminSite) -> None:
        self.site = site

    @property
    def directory(self) -> Path | None:
        """None where mail goes to a server, and nothing is kept."""
        transport: dict[str, Any] = settings.MAIL_TRANSPORT
        return Path(transport["directory"]) if transport["kind"] == "outbox" else None

    def paths(self, request: HttpRequest) -> list[Path]:
        """Of the letters, the newest first; those still being written have a dot before them.

        A link that opens somebody's account is for nobody who could not open it anyway.
        """
        if self.directory is None:
            return []
        found = sorted(self.directory.glob("[!.]*.eml"), reverse=True)
        if getattr(request.user, "is_superuser", False):
            return found
        return [path for path in found if not path.name.endswith(OF_ACCOUNTS)]

    def all(self, request: HttpRequest) -> HttpResponse:
        check(request)
        paths = self.paths(request)
        return self.page(
            request,
            "outbox",
            "Outbox",
            directory=self.directory,
            host=settings.MAIL_TRANSPORT.get("host"),
            letters=[Kept.at_path(path) for path in paths[:SHOWN]],
            total=len(paths),
        )

    def one(self, request: HttpRequest, name: str) -> HttpResponse:
        letter = self.letter(request, name)
        return self.page(
            request, "outbox_letter", letter.subject, letter=letter, text=letter.part("plain")
        )

    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_override(LETTER_POLICY))
    def html(self, request: HttpRequest, name: str) -> HttpResponse:
        return HttpResponse(self.letter(request, name).part("html"))

    def letter(self, request: HttpRequest, name: str) -> Kept:
        check(request)
        # Looked up among the files that are there: a name never becomes a path.
        for path in self.paths(request):
            if path.name == name:
                return Kept.at_path(path)
        raise Http404("There is no such letter in the outbox.")

    def page(self, request: HttpRequest, name: str, title: str, **context: object) -> HttpResponse:
        shown = {**self.site.each_context(request), "title": title, **context}
        return TemplateResponse(request, f"subscriptions/admin/{name}.html", shown)


def check(request: HttpRequest) -> None:
    if not request.user.has_perm("subscriptions.view_subscriber"):
        raise PermissionDenied("Letters show readers' addresses: only a chief may see them.")
