"""A mail server. smtplib greets it, encrypts and logs in; the letters themselves go in fewer
writes than it would take."""

import contextlib
import re
import smtplib
import socket
import ssl
from collections.abc import Iterator

from .base import BrokenOff, Refused, Unanswered, Unreachable

TIMEOUT = 60
PLAIN = re.compile(r"[!-;=?-~]+")
"""What may stand between < and >: an address that held a line break would be a command."""
Reply = tuple[int, bytes]


class Smtp:
    def __init__(self, host: str, port: int, user: str, password: str, tls: str) -> None:
        self.host = host
        self.port = port
        self.user = user
        self.password = password
        self.tls = tls
        self.server: smtplib.SMTP | None = None
        self.inside = False

    def begin(self, sender: str, recipient: str, message: bytes, key: str = "") -> None:
        if not PLAIN.fullmatch(recipient):
            raise Refused(553, "This cannot be an address.")
        is_used = self.server is not None
        try:
            self.offer(sender, recipient, message)
        except BrokenOff:
            if not is_used:
                raise
            # Many servers hang up after so many letters, or so much silence.
            self.offer(sender, recipient, message)

    def offer(self, sender: str, recipient: str, message: bytes) -> None:
        """Everything but the final word."""
        server = self.server or self.connect()
        with self.or_broken_off():
            commands = [f"MAIL FROM:<{sender}>", f"RCPT TO:<{recipient}>", "DATA"]
            if server.has_extn("pipelining"):
                mail, rcpt, data = self.ask_at_once(server, commands)
            else:
                mail, rcpt, data = self.ask_in_turn(server, commands)
            self.judge(mail, rcpt, data)
            self.inside = True
            server.send(message.replace(b"\n.", b"\n..") if b"\n." in message else message)

    def ask_at_once(self, server: smtplib.SMTP, commands: list[str]) -> list[Reply]:
        """One way there and back instead of three (RFC 2920)."""
        server.send("\r\n".join([*commands, ""]).encode("ascii"))
        return [server.getreply() for _ in commands]

    def ask_in_turn(self, server: smtplib.SMTP, commands: list[str]) -> list[Reply]:
        """What follows a refusal is not said, and taken for refused."""
        replies: list[Reply] = []
        for command in commands:
            replies.append(server.docmd(command))
            if not 200 <= replies[-1][0] <= 399:
                break
        return [*replies, *[(503, b"")] * (len(commands) - len(replies))]

    def judge(self, mail: Reply, rcpt: Reply, data: Reply) -> None:
        """Raises Refused where the reader is, and BrokenOff where we are."""
        if mail[0] != 250:
            # Not this reader's fault: our sender's address, or a server that is busy.
            raise BrokenOff(f"The mail server did not take our address: {said(mail)}")
        no = next((r for r, yes in ((rcpt, (250, 251)), (data, (354,))) if r[0] not in yes), None)
        if no is None:
            return
        if no[0] == 421 or not 400 <= no[0] <= 599:
            raise BrokenOff(f"The mail server said: {said(no)}")
        self.start_anew(text_expected=data[0] == 354)
        raise Refused(no[0], told(no[1]))

    def start_anew(self, *, text_expected: bool) -> None:
        if self.server is None:
            return
        if text_expected:
            # A letter to nobody; what the server says of it is of no importance.
            self.server.send(b".\r\n")
            self.server.getreply()
        self.server.rset()

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
            raise Unanswered(f"The mail server's answer is no answer: {said((code, text))}")
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


def said(reply: Reply) -> str:
    return f"{reply[0]} {told(reply[1])}"


def told(text: bytes) -> str:
    return " ".join(text.decode("utf-8", "replace").split())[:250]
