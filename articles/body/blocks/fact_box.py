from typing import ClassVar, Literal

from pydantic import Field

from ..node import Block, Line, Node, WebAddress


class FactRowAttrs(Node):
    term: Line = ""
    value: Line = ""
    unit: Line = ""
    as_of: Line = ""
    source: Line = ""
    source_url: WebAddress = ""


class FactRow(Node):
    type: Literal["factRow"] = "factRow"
    attrs: FactRowAttrs

    def text(self) -> str:
        fact = f"{self.attrs.term}: {self.attrs.value} {self.attrs.unit}".rstrip()
        as_of = f"as of {self.attrs.as_of}" if self.attrs.as_of else ""
        origin = "; ".join(filter(None, (as_of, self.attrs.source)))
        return f"{fact} ({origin})" if origin else fact


class FactBoxAttrs(Node):
    title: Line = ""


class FactBox(Block):
    """Measured facts: each with its unit, its date and its source."""

    label: ClassVar[str] = "fact box"
    type: Literal["factBox"] = "factBox"
    attrs: FactBoxAttrs = Field(default_factory=FactBoxAttrs)
    content: tuple[FactRow, ...] = Field(min_length=1, max_length=100)

    def missing(self) -> str:
        whole = all(row.attrs.term and row.attrs.value for row in self.content)
        return "" if whole else "has a row without a name or a value"

    def handle(self) -> str:
        return self.attrs.title

    def text(self) -> str:
        return "\n".join(filter(None, (self.attrs.title, *(row.text() for row in self.content))))
