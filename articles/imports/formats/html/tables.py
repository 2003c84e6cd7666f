"""Tables, told from the tables that only lay out a page."""

from collections.abc import Callable
from dataclasses import dataclass

from ....body.blocks.paragraph import Paragraph
from ....body.blocks.table import CellAttrs, Table, TableAttrs, TableCell, TableHeader, TableRow
from ....body.inline import InlineNode, Text
from ...piece import HEADINGS, Kind, Line, Piece
from ...words import Words, all_bold, tidy, without_bold
from .parsing import Element

MOST_ROWS, MOST_COLUMNS = 500, 50


@dataclass(frozen=True, slots=True)
class RawCell:
    pieces: list[Piece]
    is_header: bool
    colspan: int
    rowspan: int

    @property
    def lines(self) -> list[Words]:
        return [line.whole for piece in self.pieces for line in piece.lines]


FRAME = {"table", "thead", "tbody", "tfoot", "tr", "colgroup", "col"}


def is_whole(element: Element) -> bool:
    """Has rows, and no words that stand outside its cells."""
    waiting, has_row = [element], False
    while waiting:
        part = waiting.pop()
        has_row = has_row or part.tag == "tr"
        strays = [part.text, *(child.tail for child in part)]
        if any(stray and stray.strip() for stray in strays):
            return False
        inside = [child for child in part if isinstance(child.tag, str)]
        if any(child.tag not in FRAME | {"td", "th", "caption"} for child in inside):
            return False
        waiting += [child for child in inside if child.tag in FRAME]
    return has_row


def pieces_of(
    element: Element, read: Callable[[Element], list[Piece]], unplaced: list[str]
) -> list[Piece]:
    """One table, or what stands in a table that only lays out a page or is too large."""
    rows = [row for row in rows_of(element, read) if any(cell.pieces for cell in row)]
    caption = next((c.text_content() for c in element.iter("caption")), "").split()
    inside = [piece for row in rows for cell in row for piece in cell.pieces]
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        unplaced.append(f"The lines of a table of {len(rows)} rows: its words stand as paragraphs")
        return titled(caption, inside)
    if is_layout(rows, inside):
        return titled(caption, inside)
    return [table_piece(rows, " ".join(caption)), *(p for p in inside if p.picture)]


def titled(caption: list[str], pieces: list[Piece]) -> list[Piece]:
    if not caption:
        return pieces
    text = " ".join(caption)
    return [Piece(text, (Line((Text(text=text),)),), apart=True), *pieces]


def rows_of(element: Element, read: Callable[[Element], list[Piece]]) -> list[list[RawCell]]:
    own = [row for row in element.iter("tr") if nearest_table(row) is element]
    return [[raw_cell(cell, read) for cell in row.iterchildren("td", "th")] for row in own]


def nearest_table(row: Element) -> Element | None:
    return next(row.iterancestors("table"), None)


def raw_cell(cell: Element, read: Callable[[Element], list[Piece]]) -> RawCell:
    return RawCell(
        read(cell),
        cell.tag == "th",
        span(cell.get("colspan"), MOST_COLUMNS),
        span(cell.get("rowspan"), MOST_ROWS),
    )


def span(value: str | None, most: int) -> int:
    """At least 1; of a number too long for Python to read, the first digits are too many too."""
    return min(int(value[:9]), most) or 1 if value and value.isdecimal() else 1


def is_layout(rows: list[list[RawCell]], inside: list[Piece]) -> bool:
    """One cell, one column of paragraphs, or whole sections and tables inside the cells."""
    if any(piece.kind in HEADINGS or piece.table for piece in inside):
        return True
    one_column = all(len(row) == 1 for row in rows)
    return one_column and (len(rows) < 2 or any(len(row[0].pieces) > 1 for row in rows))


def table_piece(rows: list[list[RawCell]], caption: str) -> Piece:
    bold = (
        len(rows) > 1
        and not any(c.is_header for c in rows[0])
        and all(cell.lines and all(all_bold(line) for line in cell.lines) for cell in rows[0])
    )
    table = Table(
        attrs=TableAttrs(caption=caption[:500]),
        content=tuple(table_row(row, bold and number == 0) for number, row in enumerate(rows)),
    )
    lines = tuple(Line(row_words(row)) for row in rows)
    source = "\n".join(filter(None, [caption, *(line.text for line in lines)]))
    why = "The cells of the first row are bold, so they are its headings" if bold else ""
    return Piece(source, lines, kind=Kind.TABLE, decided=True, why=why, table=table)


def table_row(row: list[RawCell], as_headers: bool) -> TableRow:
    return TableRow(content=tuple(table_cell(cell, as_headers) for cell in row))


def table_cell(cell: RawCell, as_header: bool) -> TableCell | TableHeader:
    is_header = as_header or cell.is_header
    lines = [without_bold(line) if is_header else line for line in cell.lines] or [()]
    return (TableHeader if is_header else TableCell)(
        attrs=CellAttrs(colspan=cell.colspan, rowspan=cell.rowspan),
        content=tuple(Paragraph(content=line) for line in lines),
    )


def row_words(row: list[RawCell]) -> Words:
    """A row as one line of text, for a table that an editor turns down."""
    words: list[InlineNode] = []
    for cell in row:
        text = [node for line in cell.lines for node in (*line, Text(text=" "))]
        words += [Text(text=" | "), *text] if words else text
    return tidy(words)
