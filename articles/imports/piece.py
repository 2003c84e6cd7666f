"""What a manuscript is made of, and the blocks each piece becomes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from ..body.blocks.block_quote import BlockQuote, BlockQuoteAttrs
from ..body.blocks.figure import Figure, FigureAttrs
from ..body.blocks.heading import Heading, HeadingAttrs
from ..body.blocks.paragraph import Paragraph
from ..body.blocks.pull_quote import PullQuote, PullQuoteAttrs
from ..body.blocks.table import Table
from ..body.inline import inline, plain
from ..body.node import Block
from .nesting import nested_lists
from .words import Words, tidy, unquoted, with_breaks, without_bold


class Kind(StrEnum):
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    PARAGRAPH = "paragraph"
    BULLET_LIST = "bulletList"
    ORDERED_LIST = "orderedList"
    PULL_QUOTE = "pullQuote"
    BLOCK_QUOTE = "blockQuote"
    TABLE = "table"
    FIGURE = "figure"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Kind.HEADLINE: "Headline",
    Kind.STANDFIRST: "Standfirst",
    Kind.BYLINE: "Byline",
    Kind.HEADING2: "Section heading",
    Kind.HEADING3: "Small heading",
    Kind.PARAGRAPH: "Paragraph",
    Kind.BULLET_LIST: "List",
    Kind.ORDERED_LIST: "Numbered list",
    Kind.PULL_QUOTE: "Pull quote",
    Kind.BLOCK_QUOTE: "Quotation",
    Kind.TABLE: "Table",
    Kind.FIGURE: "Picture",
    Kind.DROPPED: "Left out",
}
HEADINGS = {Kind.HEADING2, Kind.HEADING3}
FOR_WORDS = tuple(kind for kind in Kind if kind not in {Kind.TABLE, Kind.FIGURE})


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or list entry.

    sign: what stood before the words and is drawn rather than stored ("- ", "3. ", "By ");
    number: of a numbered entry; further: one more paragraph of the entry above; attribution: says
    who spoke the lines above it.
    """

    words: Words
    depth: int = 0
    sign: str = ""
    number: int | None = None
    further: bool = False
    attribution: bool = False

    @property
    def text(self) -> str:
        return plain(tidy(self.words))

    @property
    def whole(self) -> Words:
        """With its sign, as it came."""
        return tidy((*inline(self.sign), *self.words))


@dataclass(frozen=True)
class Piece:
    """Some lines of a manuscript and what they are taken for.

    source: as it came; first and last: line numbers from 1 (in a marked-up manuscript, the
    number of the piece). decided: the format itself says what it is. why: the reason of a guess,
    empty where nothing was guessed. apart: an empty line before and after. level: that of a heading
    in its own format (0: no heading there). picture: its name among the manuscript's images.
    """

    source: str
    lines: tuple[Line, ...]
    first: int = 0
    last: int = 0
    kind: Kind = Kind.PARAGRAPH
    decided: bool = False
    why: str = ""
    indent: int = 0
    apart: bool = False
    level: int = 0
    speaker: str = ""
    role: str = ""
    table: Table | None = None
    picture: str = ""
    alt: str = ""

    @property
    def sure(self) -> bool:
        return not self.why

    @property
    def open(self) -> bool:
        """Still a plain paragraph that a rule may take for something else."""
        taken = self.decided or self.why or self.kind is not Kind.PARAGRAPH
        return not taken and len(self.lines) == 1

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines if not line.attribution)

    @property
    def words(self) -> Words:
        return self.lines[0].words

    @property
    def by(self) -> str:
        return ", ".join(filter(None, (self.speaker, self.role)))

    @property
    def guess(self) -> str:
        return f"{self.kind.label} by {self.by}" if self.by else self.kind.label

    @property
    def alternatives(self) -> tuple[Kind, ...]:
        """What an editor may say it is."""
        if self.picture:
            return (Kind.FIGURE, *((Kind.PARAGRAPH,) if self.lines else ()), Kind.DROPPED)
        if self.table:
            return (Kind.TABLE, Kind.PARAGRAPH, Kind.BULLET_LIST, Kind.DROPPED)
        return FOR_WORDS

    def guessed(self, kind: Kind, why: str) -> "Piece":
        return replace(self, kind=kind, why=why)

    def settled(self, kind: Kind) -> "Piece":
        """As an editor has decided."""
        return replace(self, kind=kind, decided=True, why="")

    def blocks(self, images: Mapping[str, int]) -> list[Block]:
        """images: library ids by the names of the manuscript's pictures."""
        if self.kind is Kind.FIGURE:
            return [self.figure(images[self.picture])]
        return list(BUILDERS.get(self.kind, nothing)(self))

    def figure(self, image: int) -> Figure:
        caption = with_breaks(tidy(line.words) for line in self.lines)
        return Figure(attrs=FigureAttrs(image=image, alt=self.alt[:500]), content=caption)


def nothing(piece: Piece) -> Iterator[Block]:
    yield from ()


def paragraphs(piece: Piece) -> Iterator[Block]:
    for line in piece.lines:
        if words := line.whole:
            yield Paragraph(content=words)


def headings(piece: Piece) -> Iterator[Block]:
    attrs = HeadingAttrs(level=2 if piece.kind is Kind.HEADING2 else 3)
    for line in piece.lines:
        if words := without_bold(line.whole):
            yield Heading(attrs=attrs, content=words)


def bullets(piece: Piece) -> Iterator[Block]:
    yield from nested_lists(piece.lines, ordered=False)


def numbered(piece: Piece) -> Iterator[Block]:
    yield from nested_lists(piece.lines, ordered=True)


def pull_quote(piece: Piece) -> Iterator[Block]:
    spoken = [unquoted(tidy(line.words)) for line in piece.lines if not line.attribution]
    yield PullQuote(
        attrs=PullQuoteAttrs(speaker=piece.speaker[:500], role=piece.role[:500]),
        content=with_breaks(spoken),
    )


def block_quote(piece: Piece) -> Iterator[Block]:
    spoken = [tidy(line.words) for line in piece.lines if not line.attribution]
    if len(spoken) == 1:
        spoken = [unquoted(spoken[0])]
    yield BlockQuote(
        attrs=BlockQuoteAttrs(speaker=piece.by[:500]),
        content=tuple(Paragraph(content=words) for words in spoken),
    )


def table(piece: Piece) -> Iterator[Block]:
    if piece.table:
        yield piece.table


BUILDERS: dict[Kind, Callable[[Piece], Iterator[Block]]] = {
    Kind.PARAGRAPH: paragraphs,
    Kind.HEADING2: headings,
    Kind.HEADING3: headings,
    Kind.BULLET_LIST: bullets,
    Kind.ORDERED_LIST: numbered,
    Kind.PULL_QUOTE: pull_quote,
    Kind.BLOCK_QUOTE: block_quote,
    Kind.TABLE: table,
}
