"""Where finished messages go: a mail server, a mail service, or a folder."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from .base import BrokenOff, Refused, Transport, Unanswered, Unreachable
from .outbox import OF_ACCOUNTS, Outbox
from .smtp import Smtp

__all__ = [
    "OF_ACCOUNTS",
    "BrokenOff",
    "Refused",
    "Smtp",
    "Transport",
    "Unanswered",
    "Unreachable",
    "opened",
]


@contextlib.contextmanager
def opened() -> Iterator[Transport]:
    """The transport that the settings name. It connects when the first message begins."""
    transport = chosen(settings.MAIL_TRANSPORT)
    try:
        yield transport
    finally:
        transport.close()


def chosen(options: dict[str, Any]) -> Transport:
    if options["kind"] == "smtp":
        return Smtp(**{name: value for name, value in options.items() if name != "kind"})
    if options["kind"] == "service":
        # Only where it is used: it brings an HTTP client along.
        from .service import Service

        return Service(options["service"], options["options"])
    return Outbox(Path(options["directory"]))
