import re
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt

from ..node import Block, Line, Node
from .paragraph import Paragraph

NUMBER = re.compile(r"[–−+-]?[\d.,\s]*\d\s*%?|[–—-]|n/a|")
"""A whole cell that is a figure, or stands where one is missing."""


class CellAttrs(Node):
    colspan: Annotated[StrictInt, Field(ge=1, le=50)] = 1
    rowspan: Annotated[StrictInt, Field(ge=1, le=500)] = 1


class Cell(Node):
    attrs: CellAttrs = Field(default_factory=CellAttrs)
    content: tuple[Paragraph, ...] = Field(min_length=1)

    def text(self) -> str:
        return " ".join(paragraph.text() for paragraph in self.content)

    @property
    def is_number(self) -> bool:
        """A figure, to be set flush right."""
        return NUMBER.fullmatch(self.text().strip()) is not None


class TableHeader(Cell):
    type: Literal["tableHeader"] = "tableHeader"


class TableCell(Cell):
    type: Literal["tableCell"] = "tableCell"


class TableRow(Node):
    type: Literal["tableRow"] = "tableRow"
    content: tuple[Annotated[TableHeader | TableCell, Field(discriminator="type")], ...] = Field(
        min_length=1, max_length=50
    )

    @property
    def is_heading(self) -> bool:
        return all(isinstance(cell, TableHeader) for cell in self.content)


class TableAttrs(Node):
    caption: Line = ""
    source: Line = ""


class Table(Block):
    label: ClassVar[str] = "table"
    type: Literal["table"] = "table"
    attrs: TableAttrs = Field(default_factory=TableAttrs)
    content: tuple[TableRow, ...] = Field(min_length=1, max_length=500)

    def handle(self) -> str:
        return self.attrs.caption

    def text(self) -> str:
        rows = [" | ".join(cell.text() for cell in row.content) for row in self.content]
        source = f"Source: {self.attrs.source}" if self.attrs.source else ""
        return "\n".join(filter(None, (self.attrs.caption, *rows, source)))

    @property
    def head(self) -> tuple[TableRow, ...]:
        """The rows of headings at the top; a table of headings alone has none."""
        count = next((n for n, row in enumerate(self.content) if not row.is_heading), 0)
        return self.content[:count]

    @property
    def rows(self) -> tuple[TableRow, ...]:
        return self.content[len(self.head) :]
