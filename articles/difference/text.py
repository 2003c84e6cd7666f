"""A content with all that is asked of it again and again while it is compared."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..body import Body
from ..body.node import Block
from ..models import Content
from ..models.revision import Kind as ArticleKind
from .lines import SILENT_LABELS, Line, Names, key_of, lines_of
from .pairing import Item
from .words import Token, tokens_of

FIELDS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "key_points": "Key points",
    "kind": "Kind of article",
    "lead_image": "Lead picture",
}
LINE_END = Token("\n")


@dataclass(frozen=True, slots=True)
class Text:
    """A body. labels: "Paragraph 4", as its blocks are called."""

    blocks: tuple[Block, ...]
    lines: list[list[Line]]
    items: list[Item]
    labels: list[str]

    @classmethod
    def of(cls, body: Body, names: Names) -> "Text":
        lines = [lines_of(block, names) for block in body.blocks]
        return cls(body.blocks, lines, block_items(body.blocks, lines), numbered(body.blocks))

    def keys(self, among: range) -> list[Any]:
        return [self.items[place].key for place in among]

    def tokens(self, among: range) -> tuple[Token, ...]:
        """The words of some blocks, each below the other."""
        return below(LINE_END, [below(LINE_END, map(written, self.lines[n])) for n in among])

    def opening(self, place: int, length: int = 40) -> str:
        """How a block begins, to name it by."""
        words = " ".join(" ".join(line.text for line in self.lines[place]).split()).lstrip("– ")
        return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + "…"


def block_items(blocks: Sequence[Block], lines: Sequence[Sequence[Line]]) -> list[Item]:
    return [
        Item(key_of(block), block.type, word_counts(of_block))
        for block, of_block in zip(blocks, lines, strict=True)
    ]


def word_counts(lines: Iterable[Line]) -> Counter[str]:
    return Counter(
        token.text.casefold()
        for line in lines
        if line.label not in SILENT_LABELS
        for token in line.tokens
        if token.text[0].isalnum() or token.text[0] == "["
    )


def numbered(blocks: Sequence[Block]) -> list[str]:
    """ "Paragraph 4", "Table": numbered where there are several of the kind."""
    total = Counter(block.label for block in blocks)
    counts: Counter[str] = Counter()
    labels = []
    for block in blocks:
        counts[block.label] += 1
        number = f" {counts[block.label]}" if total[block.label] > 1 else ""
        labels.append(block.label[:1].upper() + block.label[1:] + number)
    return labels


def field_lines(content: Content, name: str) -> list[Line]:
    return [Line("", tokens_of(text)) for text in field_texts(content, name) if text]


def field_texts(content: Content, name: str) -> Iterable[str]:
    value = getattr(content, name)
    match name:
        case "key_points":
            return [str(point) for point in value]
        case "kind":
            return [str(ArticleKind(value).label)]
        case "lead_image":
            return [value.alt or f"Picture {value.pk}"] if value else []
        case _:
            return [value]


def written(line: Line) -> tuple[Token, ...]:
    """A line with the name of its field; nothing where there is nothing to say."""
    if not line.label:
        return line.tokens
    shown = line.tokens and line.label not in SILENT_LABELS
    return (Token(f"{line.label[:1].upper()}{line.label[1:]}: "), *line.tokens) if shown else ()


def below(between: Token, parts: Iterable[Sequence[Token]]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for part in filter(None, parts):
        tokens += [between, *part] if tokens else part
    return tuple(tokens)
