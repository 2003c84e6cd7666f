"""The document itself: loading, dumping, and what follows from its blocks."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from django.utils.text import slugify
from pydantic import Field, ValidationError

from .blocks import AnyBlock
from .blocks.heading import Heading
from .errors import BodyError, Problem, problems_of
from .inline import Footnote
from .limits import MAX_BLOCKS, check_limits
from .node import Block, Json, Node

WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")
TAKEN_ANCHORS = frozenset(
    (
        *("contents", "corrections", "email", "key-points", "main", "notes"),
        *("q", "search", "series", "subscribe"),
    )
)
"""Ids that a page gives away itself."""


@dataclass(slots=True)
class Section:
    """A heading and what stands under it; the opening of an article has no heading.

    level: 0 for the opening, else the heading's. A level 3 heading with no level 2 above it
    stands at the top by itself.
    """

    heading: Heading | None = None
    anchor: str = ""
    level: int = 0
    blocks: list[Block] = field(default_factory=list)
    sections: list["Section"] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.heading.text() if self.heading else ""


class Body(Node):
    type: Literal["doc"] = "doc"
    content: Annotated[tuple[AnyBlock, ...], Field(max_length=MAX_BLOCKS)] = ()

    @classmethod
    def empty(cls) -> Self:
        return cls()

    @classmethod
    def load(cls, data: Any) -> Self:
        """A body from its JSON. Raises BodyError, naming the block at fault."""
        check_limits(data)
        try:
            return cls.model_validate(without_empty_end(data))
        except ValidationError as error:
            raise BodyError(problems_of(error)) from error

    @classmethod
    def loads(cls, text: str | bytes) -> Self:
        """A body from JSON as text. Raises BodyError."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            where = f" near line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
            raise BodyError([Problem(None, "", f"this is not valid JSON{where}")]) from error
        return cls.load(data)

    def dump(self) -> Json:
        """The canonical JSON: what the editor would write for the same document."""
        return pruned(self.model_dump(mode="json", by_alias=True))

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.content

    def text(self) -> str:
        """All words in reading order, footnotes last; blocks parted by an empty line."""
        parts = [block.text() for block in self.blocks]
        notes = [f"[{n}] {note.attrs.text}" for n, note in enumerate(self.footnotes(), 1)]
        return "\n\n".join(filter(None, [*parts, "\n".join(notes)]))

    def word_count(self) -> int:
        return len(WORD.findall(self.text()))

    def footnotes(self) -> tuple[Footnote, ...]:
        return tuple(node for node in walk(self) if isinstance(node, Footnote))

    def image_ids(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(i for block in self.blocks for i in block.image_ids()))

    def article_ids(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(i for block in self.blocks for i in block.article_ids()))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The tree that the headings make of the flat list, the opening first if there is one."""
        return tuple(grouped(self.blocks))


def without_empty_end(data: Any) -> Any:
    """An editor leaves an empty paragraph to type in; it is no part of the text."""
    if not (isinstance(data, dict) and isinstance(data.get("content"), list)):
        return data
    content = list(data["content"])
    while content and content[-1] in ({"type": "paragraph"}, {"type": "paragraph", "content": []}):
        content.pop()
    return {**data, "content": content}


def pruned(value: Any) -> Any:
    """Without the empty "content" and "marks" that the editor never writes."""
    if isinstance(value, list):
        return [pruned(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: pruned(item) if key != "attrs" else item
        for key, item in value.items()
        if item != [] or key not in ("content", "marks")
    }


def walk(node: Node) -> Iterator[Node]:
    yield node
    for part in getattr(node, "content", ()):
        yield from walk(part)


def grouped(blocks: tuple[Block, ...]) -> Iterator[Section]:
    anchors: dict[str, int] = {}
    top = Section()
    current = top
    for block in blocks:
        if not isinstance(block, Heading):
            current.blocks.append(block)
            continue
        current = Section(block, anchor_for(block.text(), anchors), block.attrs.level)
        if current.level == 3 and top.level == 2:
            top.sections.append(current)
        else:
            if top.heading or top.blocks:
                yield top
            top = current
    if top.heading or top.blocks:
        yield top


def anchor_for(title: str, anchors: dict[str, int]) -> str:
    """A heading's id: its words, and a number where the same words come again."""
    base = slug_of(title, 60) or "section"
    anchor = base
    while anchor in anchors or anchor in TAKEN_ANCHORS:
        anchors[base] = anchors.get(base, 1) + 1
        anchor = f"{base}-{anchors[base]}"
    anchors[anchor] = anchors.get(anchor, 1)
    return anchor


def slug_of(words: str, length: int) -> str:
    """As much of the words as an id takes; "" where none of them has a Latin letter."""
    # No more of them than is needed: putting a long run of accents in order takes Python hours.
    return slugify(words[:1000])[:length].strip("-")
