"""What one article of the demo is made of, before it is in the database."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.utils import timezone

from articles.demo.build import Node

type State = Literal["published", "withdrawn", "scheduled", "review", "draft"]


@dataclass(frozen=True)
class When:
    """A moment told from the moment of loading: hours ago, or days ago at an hour of the day.

    Negative days lie ahead.
    """

    hours: float = 0
    days: int = 0
    clock: str = ""

    def moment(self, now: datetime.datetime) -> datetime.datetime:
        if not self.clock:
            return now - datetime.timedelta(hours=self.hours)
        day = timezone.localdate(now) - datetime.timedelta(days=self.days)
        time = datetime.time.fromisoformat(self.clock)
        return timezone.make_aware(datetime.datetime.combine(day, time))


@dataclass(frozen=True)
class Later:
    """A later publication. `was`: pairs of the words that stand now and those they replaced."""

    kind: Literal["minor", "update", "correction", "clarification"]
    hours: float
    text: str
    was: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Piece:
    slug: str
    desk: str
    kind: Literal["news", "analysis", "opinion", "interview", "explainer"]
    headline: str
    standfirst: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    when: When
    body: tuple[Node, ...]
    picture: str = ""
    key_points: tuple[str, ...] = ()
    later: tuple[Later, ...] = ()
    state: State = "published"
    notice: str = ""

    def text(self) -> Node:
        """Everything that readers read, as it stands today."""
        return {
            "headline": self.headline,
            "standfirst": self.standfirst,
            "key_points": list(self.key_points),
            "body": {"type": "doc", "content": list(self.body)},
        }

    def versions(self) -> Iterator[tuple["Later | None", Node]]:
        """Each publication with its text, the first one first: today's text with the later
        changes taken back."""
        for number, change in enumerate((None, *self.later)):
            text: Any = self.text()
            for later in reversed(self.later[number:]):
                for now, before in later.was:
                    text = _replaced(text, now, before)
            yield change, text


def _replaced(node: Any, now: str, before: str) -> Any:
    match node:
        case str():
            return node.replace(now, before)
        case list():
            return [_replaced(part, now, before) for part in node]
        case dict():
            return {key: _replaced(value, now, before) for key, value in node.items()}
    return node
