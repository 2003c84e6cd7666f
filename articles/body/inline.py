"""What stands inside a line of text: words, marks, line breaks and footnotes."""

from collections.abc import Iterable
from itertools import groupby
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .node import Link, Node, WebAddress


class Bold(Node):
    tag: ClassVar[str] = "strong"
    type: Literal["bold"] = "bold"


class Italic(Node):
    tag: ClassVar[str] = "em"
    type: Literal["italic"] = "italic"


class Superscript(Node):
    tag: ClassVar[str] = "sup"
    type: Literal["superscript"] = "superscript"


class Subscript(Node):
    tag: ClassVar[str] = "sub"
    type: Literal["subscript"] = "subscript"


class LinkAttrs(Node):
    href: Link


class LinkMark(Node):
    tag: ClassVar[str] = "a"
    type: Literal["link"] = "link"
    attrs: LinkAttrs

    @classmethod
    def to(cls, href: str) -> "LinkMark":
        return cls(attrs=LinkAttrs(href=href))


Mark = Annotated[LinkMark | Bold | Italic | Superscript | Subscript, Field(discriminator="type")]
MARK_ORDER = ("link", "bold", "italic", "superscript", "subscript")
"""Outermost first; one order for all, so that equal texts are equal documents."""


def in_order(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    kinds = [mark.type for mark in marks]
    if len(set(kinds)) < len(kinds):
        raise PydanticCustomError("marks", "the same mark is set twice on one text")
    if {"superscript", "subscript"} <= set(kinds):
        raise PydanticCustomError("marks", "a text cannot be both superscript and subscript")
    return tuple(sorted(marks, key=lambda mark: MARK_ORDER.index(mark.type)))


class Text(Node):
    type: Literal["text"] = "text"
    text: str = Field(min_length=1)
    marks: Annotated[tuple[Mark, ...], AfterValidator(in_order)] = ()


class HardBreak(Node):
    type: Literal["hardBreak"] = "hardBreak"


class FootnoteAttrs(Node):
    text: str = Field(default="", max_length=2000)
    url: WebAddress = ""


class Footnote(Node):
    """A note or source; its number follows from its place in the document."""

    type: Literal["footnote"] = "footnote"
    attrs: FootnoteAttrs


InlineNode = Annotated[Text | HardBreak | Footnote, Field(discriminator="type")]


def joined(nodes: tuple[InlineNode, ...]) -> tuple[InlineNode, ...]:
    """Neighbouring texts with the same marks are one text."""
    result: list[InlineNode] = []
    for (_, marks), run in groupby(nodes, key=lambda n: (n.type, getattr(n, "marks", None))):
        items = list(run)
        if marks is None:
            result += items
        else:
            words = "".join(item.text for item in items if isinstance(item, Text))
            result.append(Text(text=words, marks=marks))
    return tuple(result)


Inline = Annotated[tuple[InlineNode, ...], AfterValidator(joined)]


def plain(nodes: Iterable[InlineNode]) -> str:
    """The words alone; a line break is a line break, a footnote is silent."""
    return "".join(
        node.text if isinstance(node, Text) else "\n" if isinstance(node, HardBreak) else ""
        for node in nodes
    )


def inline(text: str) -> tuple[InlineNode, ...]:
    """Unmarked text as inline nodes; nothing for an empty text."""
    return (Text(text=text),) if text else ()
