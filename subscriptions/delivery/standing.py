"""What the world's name servers say of our sending domain: what mailbox providers look at before
they let a letter in."""

import ipaddress
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import dns.exception
import dns.resolver
import dns.reversename

SELECTORS = (
    *("default", "mail", "dkim", "smtp", "s1", "s2", "k1", "k2", "k3", "selector1", "selector2"),
    *("google", "mxvault", "pm", "brevo1", "brevo2", "mandrill", "mailjet", "resend", "mta", "ml"),
)
"""Under which the keys of mail servers and services are commonly found."""
SECONDS = 5


class Grade(StrEnum):
    GOOD = "good"
    WEAK = "weak"
    BAD = "bad"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """what: SPF, say; words: what is so, and what to do."""

    what: str
    grade: Grade
    words: str


class NoAnswerError(Exception):
    """The name servers cannot be reached, or do not answer."""


class Standing:
    """domain: of the sender; nameservers: "address" or "address:port", the machine's own if none.

    Every question may raise NoAnswerError.
    """

    def __init__(self, domain: str, nameservers: tuple[str, ...] = ()) -> None:
        self.domain = domain
        try:
            self.resolver = dns.resolver.Resolver(configure=not nameservers)
        except dns.resolver.NoResolverConfiguration as error:
            raise NoAnswerError("This machine names no name server.") from error
        self.resolver.lifetime = self.resolver.timeout = SECONDS
        if nameservers:
            parts = [server.partition(":") for server in nameservers]
            self.resolver.nameservers = [address for address, _, _ in parts]
            self.resolver.nameserver_ports = {a: int(port or 53) for a, _, port in parts}

    def findings(self, server: str, selector: str) -> Iterator[Finding]:
        """server: the mail server's name, "" where there is none; selector: "" for common ones."""
        questions = (
            ("SPF", self.spf),
            ("DKIM", lambda: self.dkim(selector)),
            ("DMARC", self.dmarc),
            ("MX", self.mx),
            *((("PTR", lambda: self.reverse(server)),) if server else ()),
        )
        for what, ask in questions:
            try:
                grade, words = ask()
            except NoAnswerError as error:
                grade, words = Grade.UNKNOWN, str(error)
            yield Finding(what, grade, words)

    def spf(self) -> tuple[Grade, str]:
        records = [text for text in self.texts(self.domain) if is_version(text, "v=spf1")]
        if not records:
            example = f'{self.domain}. TXT "v=spf1 mx -all"'
            return Grade.BAD, f"There is none: add a record like {example}, with your mail server."
        if len(records) > 1:
            return Grade.BAD, "There are several, which counts as none: join them into one."
        terms = records[0].lower().split()
        if "+all" in terms or "all" in terms:
            return Grade.BAD, "It allows everybody (+all): end it with -all or ~all."
        if "?all" in terms or not any(t[1:] == "all" or t.startswith("redirect=") for t in terms):
            return Grade.WEAK, "It does not say what to do with others: end it with -all or ~all."
        return Grade.GOOD, records[0]

    def dkim(self, selector: str) -> tuple[Grade, str]:
        for name in (selector,) if selector else SELECTORS:
            for text in self.texts(f"{name}._domainkey.{self.domain}"):
                if key := key_of(text):
                    return key[0], f"Under {name}._domainkey: {key[1]}"
        if selector:
            return Grade.BAD, f"There is no key under {selector}._domainkey.{self.domain}."
        return (
            Grade.WEAK,
            (
                "No key is found under the common selectors: name yours with --selector. Your mail "
                "server's or service's manual says which one it signs with."
            ),
        )

    def dmarc(self) -> tuple[Grade, str]:
        records = [t for t in self.texts(f"_dmarc.{self.domain}") if is_version(t, "v=DMARC1")]
        if len(records) != 1:
            example = f'_dmarc.{self.domain}. TXT "v=DMARC1; p=none; rua=mailto:…"'
            there = "There are several" if records else "There is none"
            return Grade.BAD, f"{there}: Gmail and Yahoo want one. Add {example}."
        policy = tags_of(records[0]).get("p", "").lower()
        if policy not in ("none", "quarantine", "reject"):
            return Grade.BAD, f"It has no policy (p=none, quarantine or reject): {records[0]}"
        if policy == "none":
            return Grade.WEAK, "p=none: others may still send in your name. Enough to begin with."
        return Grade.GOOD, records[0]

    def mx(self) -> tuple[Grade, str]:
        hosts = [str(record.exchange) for record in self.ask(self.domain, "MX")]
        if not hosts or hosts == ["."]:
            return Grade.WEAK, "The domain takes no mail: answers and returned letters get lost."
        return Grade.GOOD, ", ".join(host.rstrip(".") for host in hosts)

    def reverse(self, server: str) -> tuple[Grade, str]:
        """Whether the addresses of the mail server have names that lead back to them."""
        addresses = self.addresses(server)
        if not addresses:
            return Grade.BAD, f"{server} has no address."
        if any(not ipaddress.ip_address(address).is_global for address in addresses):
            return (
                Grade.UNKNOWN,
                (
                    f"{server} is reached by an address of your own network; ask about the one "
                    "that it sends from."
                ),
            )
        for address in addresses:
            names = [str(r.target) for r in self.ask(dns.reversename.from_address(address), "PTR")]
            if not names:
                return Grade.BAD, f"{address} has no name (PTR): ask whoever gave you the address."
            if not any(address in self.addresses(name) for name in names):
                return Grade.BAD, f"{address} is called {names[0]}, which does not lead back."
        return Grade.GOOD, f"{', '.join(addresses)} and back"

    def addresses(self, name: str) -> list[str]:
        try:
            return [str(ipaddress.ip_address(name.strip("[]")))]
        except ValueError:
            return [str(r.address) for kind in ("A", "AAAA") for r in self.ask(name, kind)]

    def texts(self, name: str) -> list[str]:
        """A long record comes in pieces that belong together."""
        return [b"".join(r.strings).decode("utf-8", "replace") for r in self.ask(name, "TXT")]

    def ask(self, name: dns.name.Name | str, kind: str) -> list[Any]:
        try:
            return list(self.resolver.resolve(name, kind))
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except (dns.exception.DNSException, OSError, socket.gaierror) as error:
            said = "The name servers do not answer: try again, or from a machine that is online."
            raise NoAnswerError(said) from error


def is_version(text: str, version: str) -> bool:
    return text.lower().split(";")[0].split(" ")[0].strip() == version.lower()


def tags_of(text: str) -> dict[str, str]:
    parts = (part.partition("=") for part in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in parts if name.strip()}


def key_of(text: str) -> tuple[Grade, str] | None:
    """None where the text is no key of DKIM's."""
    tags = tags_of(text)
    if "p" not in tags or tags.get("v", "DKIM1") != "DKIM1":
        return None
    if not tags["p"]:
        return Grade.BAD, "the key was revoked."
    # Base64 of an RSA key of 1,024 bits has 216 letters.
    if tags.get("k", "rsa") == "rsa" and len(tags["p"]) < 300:
        return Grade.WEAK, "a key of 1,024 bits or less: make one of 2,048."
    return Grade.GOOD, "a key is there."
