"""Letters as bytes.

A mailing's message is printed once: everything that is the same for all readers is encoded, with
slots for what is not. Slots are cut out before the encoding, which would break lines in them.
"""

import functools
import quopri
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.html import escape

from articles.models import SiteSettings

from .. import emails, tokens
from ..emails import Letter
from ..models import Mailing


def sender() -> str:
    """The address that letters come from, and that the mail server is told."""
    return bare_address(settings.DEFAULT_FROM_EMAIL)


@functools.cache
def bare_address(text: str) -> str:
    """Reading one takes longer than all the rest of a letter."""
    return parseaddr(text)[1]


def message_id(*parts: str | int) -> str:
    """The same for the same letter to the same reader, so that a repetition can be recognised."""
    told = ".".join(str(part) for part in parts)
    digest = salted_hmac("subscriptions.message", told, algorithm="sha256").hexdigest()[:32]
    return f"<{digest}@{sender().rpartition('@')[2]}>"


def single(letter: Letter, site: SiteSettings, address: str, name: str) -> bytes:
    """A whole message to one person, that answers something they did."""
    message = headed(letter, site)
    message["To"] = Address(addr_spec=address)
    message["Message-ID"] = name
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def headed(letter: Letter, site: SiteSettings) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(display_name=on_one_line(site.name), addr_spec=sender())
    message["Subject"] = on_one_line(letter.subject)
    message["Date"] = format_datetime(timezone.localtime())
    return message


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a reader's own words go, and how they are written there."""

    name: str
    write: Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Printed:
    """parts: the message in order."""

    mailing_id: int
    parts: list[bytes | Slot]

    def to(self, subscriber_id: int, address: str, why: str) -> bytes:
        values = {
            "address": address,
            "message_id": message_id(self.mailing_id, subscriber_id),
            "unsubscribe": tokens.unsubscribe_url(subscriber_id),
            "why": why,
        }
        return b"".join(
            part if isinstance(part, bytes) else part.write(values[part.name])
            for part in self.parts
        )


def printed(mailing: Mailing) -> Printed:
    """The mailing's message, ready for its readers. The article must still be there."""
    site = SiteSettings.load()
    marks = {name: f"slot{secrets.token_hex(12)}" for name in ("unsubscribe", "why")}
    letter = emails.article(mailing, site, **marks)
    return Printed(mailing.pk, list(parts_of(letter, site, marks)))


def parts_of(
    letter: Letter, site: SiteSettings, marks: Mapping[str, str]
) -> Iterator[bytes | Slot]:
    boundary = f"=_{secrets.token_hex(12)}"
    head = headed(letter, site)
    head["List-Id"] = list_id(site)
    head["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    yield head.as_bytes().removesuffix(b"\r\n")
    for line, name in (
        (b"To: ", "address"),
        (b"Message-ID: ", "message_id"),
        (b"List-Unsubscribe: <", "unsubscribe"),
    ):
        yield line
        yield Slot(name, as_header)
        yield b">\r\n" if line.endswith(b"<") else b"\r\n"
    yield (
        f'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="{boundary}"\r\n'
    ).encode("ascii")
    for kind, text, write in (("plain", letter.text, as_text), ("html", letter.html, as_html)):
        yield (
            f"\r\n--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        ).encode("ascii")
        yield from slotted(text, marks, write)
    yield f"\r\n--{boundary}--\r\n".encode("ascii")


def list_id(site: SiteSettings) -> str:
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    name = "".join(c for c in on_one_line(site.name) if c.isascii() and c not in '<>"\\')
    return f"{name} <articles.{host}>".strip()


def on_one_line(text: str) -> str:
    """What a header may hold: a line break in it would begin another one."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def slotted(
    text: str, marks: Mapping[str, str], write: Callable[[str], bytes]
) -> Iterator[bytes | Slot]:
    """Raises ValueError when the letter lacks a place for one of the marks."""
    names = {mark: name for name, mark in marks.items()}
    pieces = re.split(f"({'|'.join(names)})", text)
    if missing := set(names) - set(pieces):
        raise ValueError(f"The letter has no place for: {', '.join(names[m] for m in missing)}.")
    for piece in pieces:
        yield Slot(names[piece], write) if piece in names else as_text(piece)


def as_header(value: str) -> bytes:
    return value.encode("ascii")


def as_text(value: str) -> bytes:
    """Quoted-printable, closed by a soft line break so that anything may follow it."""
    # One letter more, taken away again, keeps room for the break on a line of 76.
    text = value.replace("\r\n", "\n") + "x"
    encoded = quopri.encodestring(text.encode()).removesuffix(b"x")
    return encoded.replace(b"\n", b"\r\n") + b"=\r\n"


def as_html(value: str) -> bytes:
    return as_text(escape(value))
