"""Plain text: one paragraph a line, or paragraphs wrapped as e-mail wraps them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ...body.inline import inline
from ..manuscript import Inference, Manuscript
from ..piece import Line, Piece
from ..signs import sign_of

LONGEST_WRAP = 110
"""No program wraps its lines wider; longer lines are whole paragraphs."""
FEWEST_JOINS = 3


@dataclass(slots=True)
class Row:
    """A paragraph as it grows. numbers: of its lines, from 1."""

    indent: int
    after_gap: bool
    numbers: list[int] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    before_gap: bool = False

    @property
    def text(self) -> str:
        """Its lines as one. A word divided at the end of a line keeps its hyphen."""
        text = self.lines[0].strip()
        for line in self.lines[1:]:
            text += ("" if re.search(r"\w-$", text) else " ") + line.strip()
        return text


def read(text: str) -> Manuscript:
    lines = text.split("\n")
    width = wrap_width(lines)
    rows = list(rows_of(lines, width))
    wrapped = any(len(row.lines) > 1 and not sign_of(row.text) for row in rows)
    why = f"The lines end near {width} characters, as a mail program breaks them"
    notes = (Inference(None, "Lines were joined into paragraphs", why),) if wrapped else ()
    return Manuscript(tuple(piece(row) for row in rows), notes=notes)


def is_wrapped(text: str) -> bool:
    return wrap_width(text.split("\n")) > 0


def rows_of(lines: list[str], width: int) -> Iterator[Row]:
    row: Row | None = None
    gap = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            gap = True
            continue
        if row is None or gap or not continues(row, line, width):
            if row is not None:
                row.before_gap = gap
                yield row
            row = Row(indent(line), gap)
        row.numbers.append(number)
        row.lines.append(line.rstrip())
        gap = False
    if row is not None:
        row.before_gap = True
        yield row


def continues(row: Row, line: str, width: int) -> bool:
    """Does the line belong to the paragraph that the row began?"""
    if sign_of(line.strip()):
        return False
    if sign_of(row.lines[0].strip()) and indent(line) > row.indent:
        return True
    return is_full(row.lines[-1], line, width)


def is_full(line: str, following: str, width: int) -> bool:
    """The next word would not have fitted: the line ended because it was full."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width > 0


def wrap_width(lines: list[str]) -> int:
    """Characters at which the text was wrapped, 0 when every line is a paragraph."""
    with_spaces = [len(line.rstrip()) for line in lines if " " in line.strip()]
    width = max(with_spaces, default=0)
    if not 40 <= width <= LONGEST_WRAP:
        return 0
    pairs = [
        is_full(line.rstrip(), following, width)
        for line, following in pairwise(lines)
        if line.strip() and following.strip() and not sign_of(following.strip())
    ]
    enough = sum(pairs) >= FEWEST_JOINS and sum(pairs) >= len(pairs) * 0.6
    return width if enough else 0


def indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def piece(row: Row) -> Piece:
    return Piece(
        source="\n".join(row.lines).strip(),
        lines=(Line(inline(row.text)),),
        first=row.numbers[0],
        last=row.numbers[-1],
        indent=row.indent,
        apart=row.after_gap and row.before_gap,
    )
