from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt

from ..list_item import ListItem
from ..node import Block, Node


class OrderedListAttrs(Node):
    start: Annotated[StrictInt, Field(ge=0, le=10_000)] = 1


class OrderedList(Block):
    label: ClassVar[str] = "numbered list"
    type: Literal["orderedList"] = "orderedList"
    attrs: OrderedListAttrs = Field(default_factory=OrderedListAttrs)
    content: tuple[ListItem, ...] = Field(min_length=1)

    def text(self) -> str:
        numbered = enumerate(self.content, self.attrs.start)
        return "\n".join(line for n, item in numbered for line in item.lines(f"{n}. "))
