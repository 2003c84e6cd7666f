from typing import ClassVar, Literal

from pydantic import Field

from ..inline import SomeInline, plain
from ..node import Block, Node


class HeadingAttrs(Node):
    level: Literal[2, 3] = 2


class Heading(Block):
    """Opens a section (level 2) or a part of one (level 3)."""

    label: ClassVar[str] = "heading"
    type: Literal["heading"] = "heading"
    attrs: HeadingAttrs = Field(default_factory=HeadingAttrs)
    content: SomeInline

    def text(self) -> str:
        return plain(self.content)
