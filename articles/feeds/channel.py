"""A feed before it is written: whose it is, where it stands, and its entries."""

import datetime
from dataclasses import dataclass

from .entries import Entry

EMPTY = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""When a feed was updated that never had an entry."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the other pages of a long feed stand (RFC 5005, section 3); "" where there is none."""

    first: str = ""
    previous: str = ""
    next: str = ""

    def links(self) -> list[tuple[str, str]]:
        """Relation and address of those that are there."""
        named = [("first", self.first), ("previous", self.previous), ("next", self.next)]
        return [(relation, address) for relation, address in named if address]


@dataclass(frozen=True, slots=True)
class Publisher:
    """hub: address of the WebSub hub that is told of each change, or ""."""

    name: str
    address: str
    language: str
    icon: str
    hub: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """page: where people read the same. address: of this very document. All addresses whole."""

    title: str
    description: str
    page: str
    address: str
    publisher: Publisher
    pages: Pages
    entries: list[Entry]

    @property
    def updated(self) -> datetime.datetime:
        return max((entry.updated for entry in self.entries), default=EMPTY)

    @property
    def links(self) -> list[tuple[str, str]]:
        """Relation and address of what stands beside this document, but for itself."""
        hub = self.publisher.hub
        return [*self.pages.links(), *([("hub", hub)] if hub else [])]
