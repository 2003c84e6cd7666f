"""Handing one finished message to a mail server, or to a folder.

In two steps, so that the sender can note in between that the letter is about to leave: `begin`
does everything that can be taken back, `complete` says the final word.
"""

import contextlib
import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.utils import timezone
from django.utils.text import slugify

TIMEOUT = 60
LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)


class Unreachable(Exception):
    """Nothing can be sent now, to anybody. What was begun was not handed over."""


class BrokenOff(Unreachable):
    """The connection ended in the middle of a message, before it was handed over."""


class Unanswered(Exception):
    """The final word was said and no answer came: the message may or may not have arrived."""


class Refused(Exception):
    """The server says no to this message or reader."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(f"{code} {text}")
        self.for_good = 500 <= code <= 599


class Transport(Protocol):
    def begin(self, sender: str, recipient: str, message: bytes) -> None:
        """Raises Refused, BrokenOff, Unreachable."""

    def complete(self) -> None:
        """Raises Refused, Unanswered, and BrokenOff where the word was surely not heard."""

    def abandon(self) -> None:
        """Takes back what was begun."""

    def close(self) -> None: ...


@contextlib.contextmanager
def opened() -> Iterator[Transport]:
    """The transport that the settings name. It connects when the first message begins."""
    options: dict[str, Any] = settings.MAIL_TRANSPORT
    transport: Transport
    if options["kind"] == "smtp":
        transport = Smtp(**{name: value for name, value in options.items() if name != "kind"})
    else:
        transport = Outbox(Path(options["directory"]))
    try:
        yield transport
    finally:
        transport.close()


class Smtp:
    def __init__(self, host: str, port: int, user: str, password: str, tls: str) -> None:
        self.host = host
        self.port = port
        self.user = user
        self.password = password
        self.tls = tls
        self.server: smtplib.SMTP | None = None
        self.inside = False

    def begin(self, sender: str, recipient: str, message: bytes) -> None:
        server = self.server or self.connect()
        with self.or_broken_off():
            code, text = server.mail(sender)
            if code != 250:
                # Not this reader's fault: our sender's address, or a server that is busy.
                raise BrokenOff(f"The mail server did not take our address: {code} {told(text)}")
            self.expect(server.rcpt(recipient), 250, 251)
            self.expect(server.docmd("DATA"), 354)
            self.inside = True
            server.send(LEADING_DOT.sub(b"..", message))

    def complete(self) -> None:
        server = self.server
        if server is None:
            raise BrokenOff("The connection to the mail server has ended.")
        try:
            server.send(b".\r\n")
            code, text = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self.abandon()
            raise Unanswered(f"The mail server did not answer: {error}") from error
        self.inside = False
        if 200 <= code <= 299:
            return
        if not 400 <= code <= 599:
            self.abandon()
            raise Unanswered(f"The mail server's answer is no answer: {code} {told(text)}")
        if code == 421:
            self.abandon()
        raise Refused(code, told(text))

    def abandon(self) -> None:
        """Inside a message there is no way back but to hang up."""
        server, self.server, self.inside = self.server, None, False
        if server is not None:
            server.close()

    def close(self) -> None:
        if self.server is not None and not self.inside:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self.server.quit()
        self.abandon()

    def connect(self) -> smtplib.SMTP:
        try:
            server = self.greeted()
        except (OSError, smtplib.SMTPException, UnicodeError) as error:
            raise Unreachable(f"The mail server {self.host}:{self.port}: {error}") from error
        self.server = server
        return server

    def greeted(self) -> smtplib.SMTP:
        if self.tls == "ssl":
            context = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=TIMEOUT, context=context
            )
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT)
        try:
            self.introduce(server)
        except BaseException:
            server.close()
            raise
        return server

    def introduce(self, server: smtplib.SMTP) -> None:
        server.ehlo_or_helo_if_needed()
        if self.tls == "starttls":
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        if self.user:
            server.login(self.user, self.password)
        # smtplib leaves the delay on: text and final word sent apart would wait 40 ms each.
        if server.sock is not None:
            server.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def expect(self, reply: tuple[int, bytes], *codes: int) -> None:
        code, text = reply
        if code in codes:
            return
        if code == 421 or not 400 <= code <= 599:
            raise BrokenOff(f"The mail server said: {code} {told(text)}")
        self.reset()
        raise Refused(code, told(text))

    def reset(self) -> None:
        if self.server is not None:
            self.server.rset()

    @contextlib.contextmanager
    def or_broken_off(self) -> Iterator[None]:
        try:
            yield
        except BrokenOff:
            self.abandon()
            raise
        except (OSError, smtplib.SMTPException) as error:
            self.abandon()
            raise BrokenOff(f"The connection to the mail server ended: {error}") from error


def told(text: bytes) -> str:
    return " ".join(text.decode("utf-8", "replace").split())[:250]


class Outbox:
    """One .eml file a message: the mail server of a machine that has none."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.draft: Path | None = None

    def begin(self, sender: str, recipient: str, message: bytes) -> None:
        moment = timezone.localtime().strftime("%Y%m%d-%H%M%S-%f")
        name = f"{moment}-{slugify(recipient.replace('@', ' at ').replace('.', ' '))[:80]}.eml"
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            self.draft = self.directory / f".{name}"
            self.draft.write_bytes(message)
        except OSError as error:
            self.abandon()
            raise Unreachable(f"{self.directory}: {error.strerror}") from error

    def complete(self) -> None:
        if self.draft is None:
            raise BrokenOff("There is no message to complete.")
        try:
            self.draft.rename(self.draft.with_name(self.draft.name.removeprefix(".")))
        except OSError as error:
            raise BrokenOff(f"{self.directory}: {error.strerror}") from error
        self.draft = None

    def abandon(self) -> None:
        if self.draft is not None:
            self.draft.unlink(missing_ok=True)
            self.draft = None

    def close(self) -> None:
        self.abandon()
