from typing import ClassVar, Literal

from pydantic import Field

from ..dates import spoken_date
from ..inline import Inline, plain
from ..node import Block, Line, Node, PartialDate


class TimelineEventAttrs(Node):
    date: PartialDate = ""
    label: Line = ""


class TimelineEvent(Node):
    """label: shown instead of the date, where a date alone would say too much or too little."""

    type: Literal["timelineEvent"] = "timelineEvent"
    attrs: TimelineEventAttrs
    content: Inline = ()

    @property
    def when(self) -> str:
        return self.attrs.label or spoken_date(self.attrs.date)

    def text(self) -> str:
        return f"{self.when}: {plain(self.content)}"


class TimelineAttrs(Node):
    title: Line = ""


class Timeline(Block):
    label: ClassVar[str] = "timeline"
    type: Literal["timeline"] = "timeline"
    attrs: TimelineAttrs = Field(default_factory=TimelineAttrs)
    content: tuple[TimelineEvent, ...] = Field(min_length=1, max_length=200)

    def missing(self) -> str:
        if not all(event.attrs.date for event in self.content):
            return "has an event without a date"
        return "" if all(event.content for event in self.content) else "has an event without words"

    def handle(self) -> str:
        return self.attrs.title

    def text(self) -> str:
        events = (event.text() for event in self.content)
        return "\n".join(filter(None, (self.attrs.title, *events)))
