from typing import ClassVar, Literal

from ..inline import Inline, plain
from ..node import Block


class Paragraph(Block):
    label: ClassVar[str] = "paragraph"
    type: Literal["paragraph"] = "paragraph"
    content: Inline = ()

    def text(self) -> str:
        return plain(self.content)
