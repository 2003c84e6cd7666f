"""Rows whose cells are parted by tabs, as a spreadsheet puts them on the clipboard."""

from dataclasses import replace
from itertools import groupby

from ...body.blocks.paragraph import Paragraph
from ...body.blocks.table import Table, TableCell, TableRow
from ...body.inline import inline, plain
from ..piece import Kind, Line, Piece


def from_tabs(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    result: list[Piece] = []
    for columns, group in groupby(pieces, key=columns_of):
        run = list(group)
        result += [as_table(run, columns)] if columns > 1 and 1 < len(run) <= 500 else run
    return tuple(result)


def columns_of(piece: Piece) -> int:
    """Cells in the line, 0 for a line that is no row."""
    cells = cells_of(piece) if piece.open else []
    return len(cells) if 1 < len(cells) <= 50 else 0


def cells_of(piece: Piece) -> list[str]:
    return [" ".join(cell.split()) for cell in plain(piece.words).split("\t")]


def as_table(run: list[Piece], columns: int) -> Piece:
    rows = [cells_of(piece) for piece in run]
    table = Table(content=tuple(row(cells) for cells in rows))
    lines = tuple(Line(inline(" | ".join(cells))) for cells in rows)
    source = "\n".join(piece.source for piece in run)
    piece = replace(run[0], source=source, lines=lines, last=run[-1].last, table=table)
    return piece.guessed(Kind.TABLE, f"{len(run)} lines of {columns} cells each, parted by tabs")


def row(cells: list[str]) -> TableRow:
    paragraphs = (Paragraph(content=inline(cell)) for cell in cells)
    return TableRow(content=tuple(TableCell(content=(paragraph,)) for paragraph in paragraphs))
