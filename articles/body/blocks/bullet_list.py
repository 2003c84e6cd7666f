from typing import ClassVar, Literal

from pydantic import Field

from ..list_item import ListItem
from ..node import Block


class BulletList(Block):
    label: ClassVar[str] = "bullet list"
    type: Literal["bulletList"] = "bulletList"
    content: tuple[ListItem, ...] = Field(min_length=1)

    def text(self) -> str:
        return "\n".join(line for item in self.content for line in item.lines("– "))
