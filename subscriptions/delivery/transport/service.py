"""A mail service spoken to over HTTP, through django-anymail. It takes the parts of a message, not
the message, and answers before it sends: what becomes of a letter is told later."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from anymail.exceptions import AnymailError, AnymailRecipientsRefused
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.module_loading import import_string
from requests import RequestException
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from .base import BrokenOff, Refused, Unanswered, Unreachable

TIMEOUT = 60
HEADERS = ("Message-ID", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted")
NOT_THE_READERS_FAULT = {401, 402, 403, 404, 405, 407, 408, 421, 429, 503}
"""A wrong key, an unpaid bill, too much at once: the letter was not taken, and no other will be."""
TAKES_KEYS = {"resend", "unisender_go"}
"""They know a repetition by its key, and send it once."""


class Service:
    def __init__(self, service: str, options: dict[str, Any]) -> None:
        self.service = service
        made = import_string(f"anymail.backends.{service}.EmailBackend")
        # A service that has no metadata of its own gets the letter without it.
        self.backend: BaseEmailBackend = made(
            **{"ignore_unsupported_features": True, "timeout": TIMEOUT, **options},
            alias="default",
        )
        self.draft: EmailMultiAlternatives | None = None
        self.key = ""

    def begin(self, sender: str, recipient: str, message: bytes, key: str = "") -> None:
        self.draft = self.drafted(message, recipient, key)
        self.key = key
        try:
            self.backend.open()
        except (AnymailError, RequestException, OSError) as error:
            raise Unreachable(f"The mail service {self.service}: {first_line(error)}") from error

    def drafted(self, message: bytes, recipient: str, key: str) -> EmailMultiAlternatives:
        read: EmailMessage = message_from_bytes(message, policy=policy.default)
        draft = EmailMultiAlternatives(
            str(read["Subject"]),
            part(read, "plain"),
            str(read["From"]),
            [recipient],
            headers={name: str(read[name]) for name in HEADERS if read[name]},
        )
        if html := part(read, "html"):
            draft.attach_alternative(html, "text/html")
        if key:
            draft.metadata = {"delivery": key}  # type: ignore[attr-defined]
        if key and self.service == "unisender_go":
            draft.esp_extra = {"idempotence_key": key}  # type: ignore[attr-defined]
        return draft

    def complete(self) -> None:
        draft, self.draft = self.draft, None
        if draft is None:
            raise BrokenOff("There is no message to complete.")
        session = getattr(self.backend, "session", None)
        if session is not None and self.service == "resend":
            session.headers["Idempotency-Key"] = self.key or None
        try:
            self.backend.send_messages([draft])
        except AnymailRecipientsRefused as error:
            raise Refused(550, answer_to(error)) from error
        except (AnymailError, RequestException, OSError) as error:
            raise self.meant(error) from error

    def meant(self, error: Exception) -> Exception:
        status, text = getattr(error, "status_code", None), first_line(error)
        answered = f"The mail service {self.service}: {text}"
        if status in NOT_THE_READERS_FAULT or (status is None and was_not_heard(error)):
            return BrokenOff(answered)
        if status is not None and 400 <= status <= 499:
            return Refused(550, text)
        if status is None and not isinstance(error, (RequestException, OSError)):
            return Refused(554, text)
        repeatable = self.key and self.service in TAKES_KEYS
        return BrokenOff(answered) if repeatable else Unanswered(answered)

    def abandon(self) -> None:
        self.draft = None

    def close(self) -> None:
        self.abandon()
        self.backend.close()


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    return str(body.get_content()) if body is not None else ""


def was_not_heard(error: BaseException | None) -> bool:
    """No connection was made, so nothing was said."""
    while error is not None:
        reason = getattr(error.args[0] if error.args else None, "reason", None)
        if isinstance(reason, (NewConnectionError, ConnectTimeoutError)):
            return True
        error = error.__cause__
    return False


def answer_to(error: AnymailError) -> str:
    """The service's own words, which name the reader's fault; the exception's do not."""
    said = getattr(error.response, "text", "") or str(error)
    return " ".join(said.split())[:250]


def first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:250]
