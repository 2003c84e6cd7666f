from typing import ClassVar, Literal

from pydantic import Field

from ..node import Block, Line, Node, WebAddress
from .paragraph import Paragraph


class BlockQuoteAttrs(Node):
    speaker: Line = ""
    source: WebAddress = ""


class BlockQuote(Block):
    """A longer quotation within the text."""

    label: ClassVar[str] = "quotation"
    type: Literal["blockQuote"] = "blockQuote"
    attrs: BlockQuoteAttrs = Field(default_factory=BlockQuoteAttrs)
    content: tuple[Paragraph, ...] = Field(min_length=1)

    def text(self) -> str:
        lines = "\n".join(paragraph.text() for paragraph in self.content).split("\n")
        quoted = "\n".join(f"> {line}".rstrip() for line in lines)
        return quoted + (f"\n— {self.attrs.speaker}" if self.attrs.speaker else "")
