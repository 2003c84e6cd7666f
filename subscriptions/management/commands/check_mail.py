import secrets
import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.html import escape

from articles.models import SiteSettings
from subscriptions.addresses import normalised
from subscriptions.delivery.compose import message_id, sender, single
from subscriptions.delivery.standing import Finding, Grade, NoAnswerError, Standing
from subscriptions.delivery.transport import Refused, Unanswered, Unreachable, opened
from subscriptions.emails import Letter

MARKS = {Grade.GOOD: "ok  ", Grade.WEAK: "weak", Grade.BAD: "BAD ", Grade.UNKNOWN: "?   "}


class Command(BaseCommand):
    help = "What mailbox providers will think of our mail, and a letter to try it with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", nargs="?", help="sends a letter there")
        parser.add_argument("--selector", default="", help="under which the DKIM key is published")
        parser.add_argument(
            "--nameserver", action="append", default=[], metavar="ADDRESS[:PORT]",
            help="asked instead of this machine's own",
        )  # fmt: skip

    def handle(
        self, address: str | None, selector: str, nameserver: list[str], *args: Any, **options: Any
    ) -> None:
        domain = sender().rpartition("@")[2]
        self.stdout.write(f"Letters come from {sender()}, by {self.way()}.")
        findings = self.look_up(domain, selector, tuple(nameserver))
        for finding in findings:
            self.stdout.write(f"{MARKS[finding.grade]} {finding.what}: {finding.words}")
        if address:
            self.probe(address)
        if any(finding.grade == Grade.BAD for finding in findings):
            sys.exit(1)

    def look_up(self, domain: str, selector: str, servers: tuple[str, ...]) -> list[Finding]:
        if "." not in domain or domain.endswith((".localdomain", ".local", ".invalid")):
            words = f"{domain} is no domain of the Internet: set DEFAULT_FROM_EMAIL."
            return [Finding("Sender", Grade.BAD, words)]
        host = str(settings.MAIL_TRANSPORT.get("host", ""))
        server = host if settings.MAIL_TRANSPORT["kind"] == "smtp" else ""
        try:
            standing = Standing(domain, servers)
        except (NoAnswerError, ValueError) as error:
            return [Finding("Names", Grade.UNKNOWN, str(error))]
        return [*standing.findings(server, selector), *self.greeting(server)]

    def greeting(self, server: str) -> list[Finding]:
        """By what name this machine greets the mail server (HELO)."""
        name = socket.getfqdn()
        if not server or "." in name:
            return [Finding("HELO", Grade.GOOD, name)] if server else []
        words = f"This machine is called {name}, without a domain; strict mail servers mind."
        return [Finding("HELO", Grade.WEAK, words)]

    def way(self) -> str:
        kind = settings.MAIL_TRANSPORT["kind"]
        if kind == "outbox":
            return f"no mail server: they become files in {settings.MAIL_TRANSPORT['directory']}"
        noun = "the mail server" if kind == "smtp" else "the mail service"
        return f"{noun} {settings.MAIL_TRANSPORT['host']}"

    def probe(self, typed: str) -> None:
        """Raises CommandError."""
        try:
            address = normalised(typed)
        except ValidationError as error:
            raise CommandError(f"{typed}: {' '.join(error.messages)}") from error
        site = SiteSettings.load()
        text = f"This letter was sent by {site.name} to see whether its mail arrives."
        letter = Letter("A letter to try the mail", text, f"<p>{escape(text)}</p>")
        name = message_id("probe", secrets.token_hex(16))
        try:
            with opened() as transport:
                transport.begin(sender(), address, single(letter, site, address, name))
                transport.complete()
        except Refused as error:
            raise CommandError(f"The letter to {address} was refused: {error}") from error
        except Unanswered as error:
            raise CommandError(f"The letter to {address} may have arrived. {error}") from error
        except Unreachable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"ok   Letter: taken for {address} as {name}. See where it arrives.")
