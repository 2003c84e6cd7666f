"""An entry of a bulleted or numbered list, which may hold further lists."""

from typing import TYPE_CHECKING, Annotated, Literal, Union

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .blocks.paragraph import Paragraph
from .node import Node

if TYPE_CHECKING:
    from .blocks.bullet_list import BulletList
    from .blocks.ordered_list import OrderedList

Part = Annotated[Union[Paragraph, "BulletList", "OrderedList"], Field(discriminator="type")]


def words_first(content: tuple[Part, ...]) -> tuple[Part, ...]:
    if not isinstance(content[0], Paragraph):
        raise PydanticCustomError("list_item", "an entry begins with its own words")
    return content


class ListItem(Node):
    type: Literal["listItem"] = "listItem"
    content: Annotated[tuple[Part, ...], Field(min_length=1), AfterValidator(words_first)]

    def lines(self, sign: str) -> list[str]:
        """The entry as plain lines, its sign before the first and the rest indented."""
        first, *rest = [line for part in self.content for line in part.text().split("\n")]
        indent = " " * len(sign)
        return [sign + first, *(indent + line for line in rest)]
