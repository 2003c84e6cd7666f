"""The six levels of HTML to the two of an article."""

from collections.abc import Iterator
from dataclasses import replace

from ...piece import HEADINGS, Kind, Piece


def levelled(pieces: list[Piece]) -> Iterator[Piece]:
    """The highest level in use opens sections, all others are below it.

    A title is the headline; so is the only heading of level 1 when it stands first.
    """
    levels = [piece.level for piece in pieces if piece.kind in HEADINGS]
    has_title = any(piece.kind is Kind.HEADLINE for piece in pieces)
    first = next(iter(pieces), None)
    is_title = bool(first and first.level == 1 and levels.count(1) == 1 and not has_title)
    top = min(levels[1:] if is_title else levels, default=2)
    seen = False
    for number, piece in enumerate(pieces):
        if piece.kind not in HEADINGS:
            yield piece
        elif is_title and number == 0:
            yield piece.guessed(Kind.HEADLINE, "It stands first, the only heading of level 1")
        elif piece.level > top and not seen:
            seen = True
            yield piece.guessed(Kind.HEADING2, "There is no section above that it could be part of")
        else:
            seen = True
            yield replace(piece, kind=Kind.HEADING2 if piece.level == top else Kind.HEADING3)
