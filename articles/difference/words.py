"""Word by word inside a line of text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from ..body.inline import Footnote, InlineNode, LinkMark, Text
from .matching import Effort, Indexes, common

PIECE = re.compile(r"\s+|\w+(?:[-’'.,]\w+)*|[^\w\s]")
"""Together the pieces are the whole text."""

FEWEST_ALIKE = 0.25
"""Below this share of common letters two lines are better read one after the other."""

SHORTEST_ISLAND = 4
"""Letters; fewer of them left standing between two changes only hinder reading."""

Kind = Literal["same", "added", "taken", "remarked"]


class Token(NamedTuple):
    """marks: what it is besides its letters, in words: "bold", "link to https://…"."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words with the same fate. note: how the marks of a "remarked" one changed."""

    kind: Kind
    text: str
    marks: tuple[str, ...] = ()
    note: str = ""

    @property
    def look(self) -> str:
        """Its marks as class names."""
        return " ".join(f"m-{mark.partition(' ')[0]}" for mark in self.marks)


def tokens_of(text: str, marks: tuple[str, ...] = ()) -> tuple[Token, ...]:
    return tuple(Token(piece, marks) for piece in PIECE.findall(text))


def inline_tokens(nodes: Iterable[InlineNode]) -> Iterator[Token]:
    for node in nodes:
        if isinstance(node, Text):
            marks = tuple(
                f"link to {m.attrs.href}" if isinstance(m, LinkMark) else m.type for m in node.marks
            )
            yield from tokens_of(node.text, marks)
        elif isinstance(node, Footnote):
            said = " ".join(filter(None, (node.attrs.text, node.attrs.url)))
            yield Token(f"[note: {said}]")
        else:
            yield Token("\n")


def runs(old: Sequence[Token], new: Sequence[Token], effort: Effort) -> list[Run]:
    """The way from one line to the other. Without "added" it reads as the old, without "taken"
    as the new one."""
    return grouped(steps(old, new, kept(old, new, effort)))


def whole(tokens: Sequence[Token], kind: Kind) -> list[Run]:
    return grouped((kind, token.text, token.marks, "") for token in tokens)


def grouped(found: Iterable[tuple[Kind, str, tuple[str, ...], str]]) -> list[Run]:
    return [
        Run(kind, "".join(text for _, text, _, _ in run), marks, note)
        for (kind, marks, note), run in groupby(found, key=lambda s: (s[0], s[2], s[3]))
    ]


def steps(
    old: Sequence[Token], new: Sequence[Token], pairs: Sequence[Indexes]
) -> Iterator[tuple[Kind, str, tuple[str, ...], str]]:
    i = j = 0
    for at_i, at_j in [*pairs, (len(old), len(new))]:
        yield from (("taken", text, marks, "") for text, marks in old[i:at_i])
        yield from (("added", text, marks, "") for text, marks in new[j:at_j])
        if at_i < len(old):
            before, after = old[at_i], new[at_j]
            note = remarked(before.marks, after.marks)
            yield ("remarked" if note else "same", after.text, after.marks, note)
        i, j = at_i + 1, at_j + 1


def kept(old: Sequence[Token], new: Sequence[Token], effort: Effort) -> list[Indexes]:
    """The words that stay, without those that would stand alone between changes."""
    pairs = common([token.text for token in old], [token.text for token in new], effort)
    stretches = [
        [pair for _, pair in run]
        for _, run in groupby(enumerate(pairs), key=lambda n: (n[0] - n[1][0], n[0] - n[1][1]))
    ]
    ends = {(0, 0), (len(old) - 1, len(new) - 1)}
    large = [
        stretch
        for stretch in stretches
        if {stretch[0], stretch[-1]} & ends or letters(old, stretch) >= SHORTEST_ISLAND
    ]
    alike = sum(letters(old, stretch) for stretch in large)
    longer = max(len("".join(t.text for t in old)), len("".join(t.text for t in new)))
    return [pair for s in large for pair in s] if alike >= FEWEST_ALIKE * longer else []


def letters(old: Sequence[Token], stretch: Sequence[Indexes]) -> int:
    return len("".join(old[i].text for i, _ in stretch).strip())


def remarked(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    gone = [f"no longer {mark}" for mark in before if mark not in after]
    come = [f"now {mark}" for mark in after if mark not in before]
    return ", ".join([*gone, *come])
