from typing import ClassVar, Literal

from pydantic import Field

from ..inline import Inline, plain
from ..node import Block, Line, Node, PartialDate, WebAddress


class PullQuoteAttrs(Node):
    speaker: Line = ""
    role: Line = ""
    date: PartialDate = ""
    source: WebAddress = ""


class PullQuote(Block):
    """A quotation set large. Its quotation marks are drawn, not stored."""

    label: ClassVar[str] = "pull quote"
    type: Literal["pullQuote"] = "pullQuote"
    attrs: PullQuoteAttrs = Field(default_factory=PullQuoteAttrs)
    content: Inline = ()

    def missing(self) -> str:
        return "" if plain(self.content).strip() else "has no words"

    def handle(self) -> str:
        return plain(self.content)

    def text(self) -> str:
        by = ", ".join(filter(None, (self.attrs.speaker, self.attrs.role)))
        return f"“{plain(self.content)}”" + (f"\n— {by}" if by else "")
