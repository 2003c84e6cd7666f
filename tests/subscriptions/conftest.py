"""A real mail server on loopback that keeps what it is given, and does as it is told."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from subscriptions import delivery
from subscriptions.delivery.outage import outage

SITE = "https://datum.example"


@dataclass(frozen=True)
class Received:
    recipient: str
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)  # type: ignore[return-value]

    def part(self, kind: str) -> str:
        body = self.message.get_body((kind,))
        assert body is not None
        return str(body.get_content())


class Sink:
    """What on_sender, on_recipient and on_message say is the answer: "550 No such user"."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.connections = 0
        self.offers: list[str] = []
        self.on_sender: Callable[[str], str | None] = lambda address: None
        self.on_recipient: Callable[[str], str | None] = lambda address: None
        self.on_message: Callable[[str], str | None] = lambda address: None

    @property
    def recipients(self) -> list[str]:
        return [received.recipient for received in self.received]

    async def handle_EHLO(  # noqa: N802  aiosmtpd's names
        self, server: SMTP, session: Session, envelope: Envelope, name: str, replies: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = name
        return [*(f"250-{offer}" for offer in self.offers), *replies]

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        reply = self.on_sender(address)
        envelope.mail_from = None if reply else address
        return reply or "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        reply = await asyncio.to_thread(self.on_recipient, address)
        if reply is None:
            envelope.rcpt_tos.append(address)
        return reply or "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        (address,) = envelope.rcpt_tos
        reply = await asyncio.to_thread(self.on_message, address)
        if reply == "hang up":
            server.transport.abort()
            return "250 never heard"
        if reply is None:
            assert isinstance(envelope.original_content, bytes)
            self.received.append(Received(address, envelope.original_content))
        return reply or "250 Taken"


class OnAnyPort(Controller):
    """Port 0 is chosen by the system, and known only after the start."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture(autouse=True)
def _post_office(settings: Any) -> Iterator[None]:
    settings.SITE_URL = SITE
    settings.DEFAULT_FROM_EMAIL = "Datum <news@datum.example>"
    settings.MAIL_WARM_UP_SINCE = None
    settings.MAIL_REPEAT_UNCERTAIN_AFTER = 0
    outage.over()
    yield
    outage.over()


@pytest.fixture
def sink(settings: Any) -> Iterator[Sink]:
    sink = Sink()
    controller = OnAnyPort(sink, hostname="127.0.0.1", port=0)
    controller.start()
    sink.connections = 0
    try:
        settings.MAIL_TRANSPORT = smtp_to(controller.port)
        yield sink
    finally:
        controller.stop()


def smtp_to(port: int) -> dict[str, object]:
    return {
        "kind": "smtp",
        "host": "127.0.0.1",
        "port": port,
        "user": "",
        "password": "",
        "tls": "none",
    }


@pytest.fixture
def work() -> Callable[[], None]:
    """The worker's rounds until there is nothing left to do."""

    def run() -> None:
        for _ in range(100):
            if not delivery.tick():
                return
        raise AssertionError("The worker does not come to an end.")

    return run
