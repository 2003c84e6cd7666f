from typing import ClassVar, Literal

from pydantic import Field

from ..inline import Inline, plain
from ..node import Block, Node


class HeadingAttrs(Node):
    level: Literal[2, 3] = 2


class Heading(Block):
    """Opens a section (level 2) or a part of one (level 3)."""

    label: ClassVar[str] = "heading"
    type: Literal["heading"] = "heading"
    attrs: HeadingAttrs = Field(default_factory=HeadingAttrs)
    content: Inline = ()

    def missing(self) -> str:
        return "" if self.text().strip() else "has no words"

    def text(self) -> str:
        return plain(self.content)
