"""What the lines of a manuscript are, where the format does not say. One family of rules a module.

A rule takes all pieces and returns them with some taken for something else, each with its reason.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..piece import Piece
from . import closing, headings, lists, opening, quotations, tables

if TYPE_CHECKING:
    from ..manuscript import Manuscript

Pieces = tuple[Piece, ...]

RULES: tuple[Callable[[Pieces], Pieces], ...] = (
    closing.newsletter_left_out,
    closing.ornaments_left_out,
    quotations.pulled,
    lists.gathered,
    tables.from_tabs,
    opening.labelled,
)


def applied(manuscript: "Manuscript", headline: str = "") -> "Manuscript":
    """headline: the one that is known already; then none is looked for."""
    pieces = manuscript.pieces
    for rule in RULES:
        pieces = rule(pieces)
    pieces = opening.headed(pieces, headline)
    pieces = headings.found(opening.credited(pieces))
    return replace(manuscript, pieces=pieces)
