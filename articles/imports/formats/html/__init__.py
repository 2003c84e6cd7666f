"""HTML: pages, and what Word, Google Docs, LibreOffice and WordPress put on the clipboard."""

from collections.abc import Mapping
from dataclasses import replace

from ...errors import ManuscriptError
from ...manuscript import Manuscript, Picture
from ...piece import Kind, Piece
from .footnotes import lift_footnotes
from .headings import levelled
from .parsing import parsed
from .reader import Reader

__all__ = ["read", "with_opening"]


def read(
    source: str, images: Mapping[str, Picture] | None = None, *, may_be_empty: bool = False
) -> Manuscript:
    """images: pictures by the name that stands in src as "manuscript:NAME"."""
    tree = parsed(source)
    if tree is None:
        if may_be_empty:
            return Manuscript()
        raise ManuscriptError("This manuscript is empty; there is nothing to read in it.")
    reader = Reader(images or {}, lift_footnotes(tree))
    reader.read(tree)
    pieces = tuple(
        replace(piece, first=number, last=number)
        for number, piece in enumerate(levelled(reader.pieces), 1)
    )
    return Manuscript(pieces, unplaced=tuple(reader.unplaced), images=reader.images)


def with_opening(manuscript: Manuscript, fields: tuple[Piece, ...]) -> Manuscript:
    """With pieces put before all others; a headline among them leaves no room for a guessed one."""
    kinds = {piece.kind for piece in fields}
    rest = (
        replace(piece, kind=Kind.HEADING2, why="A title stands in the fields above the text")
        if piece.kind is Kind.HEADLINE and Kind.HEADLINE in kinds
        else piece
        for piece in manuscript.pieces
    )
    return replace(manuscript, pieces=(*fields, *rest))
