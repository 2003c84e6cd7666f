"""Lists as elements, and Word's, which are paragraphs with a list style."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ....body.inline import inline
from ...piece import Kind, Line, Piece
from ...signs import sign_of
from .parsing import Element

LISTS = {"ul", "ol", "menu", "dir"}
LIST_KINDS = {Kind.BULLET_LIST, Kind.ORDERED_LIST}
LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d{1,2})", re.IGNORECASE)
IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)


def entries(
    element: Element, read: Callable[[Element], list[Piece]], depth: int = 0
) -> tuple[list[Line], list[Piece]]:
    """The entries of a list, those of lists inside it deeper; and the pictures found in it."""
    lines: list[Line] = []
    others: list[Piece] = []
    number = start_of(element)
    for child in parts(element):
        if isinstance(child, str):
            found: list[Line] = [Line(inline(child))]
        elif child.tag in LISTS:  # a list that stands beside the entry it belongs to
            found, more = entries(child, read, depth + bool(lines))
            lines += found
            others += more
            continue
        else:
            found, more = item_lines(read(child))
            others += more
        if found and not found[0].depth and not found[0].further:
            sign = "- " if number is None else f"{number}. "
            found[0] = replace(found[0], sign=sign, number=number)
            number = number and number + 1
        lines += [replace(line, depth=line.depth + depth) for line in found]
    return lines, others


def start_of(element: Element) -> int | None:
    if element.tag != "ol":
        return None
    start = element.get("start") or "1"
    is_number = start.isdecimal() and len(start) < 6
    return int(start) if is_number and 0 < int(start) <= 10_000 else 1


def parts(element: Element) -> Iterator["Element | str"]:
    """The elements inside, and the words that stand between them where none should."""
    if text := (element.text or "").strip():
        yield text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if tail := (child.tail or "").strip():
            yield tail


def item_lines(pieces: list[Piece]) -> tuple[list[Line], list[Piece]]:
    """An entry: its own words, more paragraphs, deeper lists. An entry of a list alone is none."""
    lines: list[Line] = []
    pictures: list[Piece] = []
    for piece in pieces:
        if piece.picture:
            pictures.append(piece)
        elif piece.kind in LIST_KINDS:
            deeper = bool(lines)
            lines += [replace(line, depth=line.depth + deeper) for line in piece.lines]
        else:
            for line in piece.lines:
                lines.append(Line(line.whole, further=bool(lines)))
    return lines, pictures


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A paragraph of Word's that its style makes a list entry."""

    depth: int
    sign: str
    number: int | None

    def piece(self, pieces: list[Piece]) -> Piece:
        lines, _ = item_lines(pieces)
        lines = [replace(line, depth=self.depth) for line in lines]
        lines[:1] = [replace(line, sign=self.sign, number=self.number) for line in lines[:1]]
        kind = Kind.BULLET_LIST if self.number is None else Kind.ORDERED_LIST
        source = "\n".join("  " * line.depth + line.sign + line.text for line in lines)
        return Piece(source, tuple(lines), kind=kind, decided=True)


def word_entry(element: Element) -> WordEntry | None:
    """What Word's style string says of a paragraph. The bullet it drew is taken out."""
    found = LEVEL.search(element.get("style") or "")
    if not found:
        return None
    drawn = [span for span in element.iter("span") if IGNORED.search(span.get("style") or "")]
    mark = "".join(e.text_content() for e in drawn[:1]).strip()
    for each in drawn:
        each.drop_tree()
    sign = sign_of(f"{mark} x")
    number = sign.number if sign else None
    return WordEntry(int(found[1]) - 1, "- " if number is None else f"{number}. ", number)


def grown(above: Piece, entry: Piece) -> Piece | None:
    """The list with one more entry, or None where the entry begins another list."""
    outermost = not entry.lines or entry.lines[0].depth == 0
    if not entry.lines or (outermost and above.kind is not entry.kind):
        return None
    return replace(
        above, source=f"{above.source}\n{entry.source}", lines=(*above.lines, *entry.lines)
    )
