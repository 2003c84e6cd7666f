"""Lists within lists, from entries that only know how deep they stand."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..body.blocks.bullet_list import BulletList
from ..body.blocks.ordered_list import OrderedList, OrderedListAttrs
from ..body.blocks.paragraph import Paragraph
from ..body.list_item import ListItem
from .words import tidy

if TYPE_CHECKING:
    from .piece import Line

MAX_DEPTH = 6
"""Deeper entries stand at this depth; a body may not nest much deeper."""

AnyList = BulletList | OrderedList


def nested_lists(lines: Sequence["Line"], ordered: bool | None = None) -> list[AnyList]:
    """The lists that a run of entries makes.

    ordered: what the outermost entries are, whatever they were; None: as each one is.
    """
    made: list[tuple[bool, int, list[ListItem]]] = []
    for entry in entries(lines):
        is_ordered = entry[0].number is not None if ordered is None else ordered
        number = following(made, is_ordered) if entry[0].number is None else entry[0].number
        breaks = is_ordered and number != following(made, is_ordered)
        if not made or made[-1][0] != is_ordered or breaks:
            made.append((is_ordered, number, []))
        made[-1][2].append(list_item(entry))
    return [as_list(*each) for each in made]


def entries(lines: Sequence["Line"]) -> Iterator[list["Line"]]:
    """Each outermost entry with all that stands under it."""
    entry: list[Line] = []
    for line in lines:
        if entry and not line.further and depth(line) <= depth(lines[0]):
            yield entry
            entry = []
        entry.append(line)
    if entry:
        yield entry


def depth(line: "Line") -> int:
    return min(line.depth, MAX_DEPTH - 1)


def following(made: list[tuple[bool, int, list[ListItem]]], ordered: bool) -> int:
    """The number that comes next in the list being made."""
    if not made or made[-1][0] != ordered:
        return 1
    return made[-1][1] + len(made[-1][2])


def list_item(entry: Sequence["Line"]) -> ListItem:
    content: list[Paragraph | AnyList] = [Paragraph(content=tidy(entry[0].words))]
    deeper: list[Line] = []
    for line in entry[1:]:
        if line.further and line.depth <= entry[0].depth:
            content += [*nested_lists(deeper), Paragraph(content=tidy(line.words))]
            deeper = []
        else:
            deeper.append(line)
    return ListItem(content=(*content, *nested_lists(deeper)))


def as_list(ordered: bool, start: int, items: list[ListItem]) -> AnyList:
    if not ordered:
        return BulletList(content=tuple(items))
    return OrderedList(attrs=OrderedListAttrs(start=min(start, 10_000)), content=tuple(items))
