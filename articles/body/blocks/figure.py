from typing import ClassVar, Literal

from ..inline import Inline, plain
from ..node import Block, Id, Line, Node


class FigureAttrs(Node):
    image: Id
    alt: Line = ""
    credit: Line = ""


class Figure(Block):
    """A picture of the library with its caption; empty alt or credit means the picture's own."""

    label: ClassVar[str] = "figure"
    type: Literal["figure"] = "figure"
    attrs: FigureAttrs
    content: Inline = ()

    def handle(self) -> str:
        return str(self.attrs.image)

    def text(self) -> str:
        parts = (plain(self.content), f"({self.attrs.credit})" if self.attrs.credit else "")
        return " ".join(filter(None, parts))

    def image_ids(self) -> tuple[int, ...]:
        return (self.attrs.image,)
