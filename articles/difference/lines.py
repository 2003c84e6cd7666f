"""A block as lines that can be compared: its words, its entries, and its fields by name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..body.inline import Footnote, HardBreak, InlineNode, Text
from ..body.list_item import ListItem
from ..body.node import Block, Node
from .words import Token, inline_tokens, tokens_of

LABELS = {
    "image": "picture",
    "alt": "alternative text",
    "articles": "articles",
    "start": "first number",
    "url": "address",
    "colspan": "columns wide",
    "rowspan": "rows high",
}
SILENT = {"level", "start", "colspan", "rowspan"}
"""Fields that say nothing unless they change."""


def label_of(name: str) -> str:
    return LABELS.get(name, name.replace("_", " ").replace("url", "address"))


SILENT_LABELS = {label_of(name) for name in SILENT}
LEVELS = {2: "section heading", 3: "small heading"}
NEXT_CELL = Token(" | ")
INDENT = "\N{NO-BREAK SPACE}" * 4


@dataclass(frozen=True, slots=True)
class Names:
    """What ids stand for, in words."""

    pictures: Mapping[int, str] = field(default_factory=dict)
    articles: Mapping[int, str] = field(default_factory=dict)


NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class Line:
    """label: the field it holds ("role"); "" for the block's own words and entries."""

    label: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        return "".join(token.text for token in self.tokens)


def lines_of(block: Block, names: Names) -> list[Line]:
    """Its words or entries first, then its fields."""
    return [*words_of(block), *fields_of(block, names)]


def words_of(block: Block) -> Iterator[Line]:
    words = inline_of(block)
    if words is not None:
        yield Line("", tuple(inline_tokens(words)))
        return
    for node in getattr(block, "content", ()):
        yield from entry_lines(node, 0)


def is_inline(content: Iterable[Any]) -> bool:
    return all(isinstance(node, (Text, HardBreak, Footnote)) for node in content)


def fields_of(node: Node, names: Names) -> Iterator[Line]:
    for name, value in getattr(node, "attrs", ()):
        yield Line(label_of(name), tokens_of(spoken(name, value, names)))


def spoken(name: str, value: Any, names: Names) -> str:
    match name:
        case "image":
            return names.pictures.get(value, f"picture {value}")
        case "articles":
            return "; ".join(names.articles.get(pk, f"article {pk}") for pk in value)
        case "level":
            return LEVELS[value]
        case _:
            return str(value)


def entry_lines(node: Node, depth: int) -> Iterator[Line]:
    """An entry of a list is one line for each of its paragraphs; any other is one line."""
    if not isinstance(node, ListItem):
        yield Line("", tuple(entry_tokens(node)))
        return
    for part in node.content:
        if part.type == "paragraph":
            yield Line("", (Token(INDENT * depth + "– "), *inline_tokens(part.content)))
        else:
            for item in part.content:
                yield from entry_lines(item, depth + 1)


def entry_tokens(node: Node) -> Iterator[Token]:
    """Its fields and cells, parted by upright lines."""
    cells = [tokens_of(str(value)) for value in values_of(node)]
    content: tuple[Any, ...] = getattr(node, "content", ())
    if is_inline(content):
        cells += [tuple(inline_tokens(content))] if content else []
    else:
        cells += [cell_tokens(part) for part in content]
    for number, cell in enumerate(cells):
        if number:
            yield NEXT_CELL
        yield from cell


def cell_tokens(node: Any) -> tuple[Token, ...]:
    tokens = tuple(entry_tokens(node))
    if node.type != "tableHeader":
        return tokens
    return tuple(Token(text, (*marks, "heading")) for text, marks in tokens)


def values_of(node: Node) -> Iterator[Any]:
    """What its fields hold, without what is empty or as usual."""
    attrs = getattr(node, "attrs", None)
    if attrs is not None:
        yield from (v for n, v in attrs if v and v != type(attrs).model_fields[n].default)


def key_of(value: Any) -> str:
    """Equal for equal blocks, and for equal lists of them."""
    if isinstance(value, (tuple, list)):
        return "\n".join(map(key_of, value))
    return str(value.model_dump_json()) if isinstance(value, Node) else str(value)


def inline_of(block: Block) -> tuple[InlineNode, ...] | None:
    """The words of a block that is one line of text, None of any other."""
    content = getattr(block, "content", None)
    return content if content is not None and is_inline(content) else None
