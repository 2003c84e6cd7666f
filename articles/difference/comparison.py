"""Two contents compared for reading: what was changed, added, taken out and moved."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Literal

from ..body import Body
from ..models import Content
from .lines import NO_NAMES, SILENT_LABELS, Line, Names
from .matching import Effort
from .pairing import Item, Pair, paired
from .text import FIELDS, Text, field_lines, word_counts
from .words import Run, runs, whole

Fate = Literal["same", "changed", "added", "taken", "moved"]

INVISIBLE = "the layout is different, the words are the same"


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """label: the field it holds, "" for the words themselves."""

    label: str
    fate: Fate
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the text. form: what stands there ("headline", "pull_quote"), for its look.

    note: what else is to be said ("moved up, was after “What comes next”"). along: what moved
    together with it. old: its place in the older body.
    """

    fate: Fate
    label: str
    form: str
    lines: tuple[ComparedLine, ...]
    note: str = ""
    along: tuple["Row", ...] = ()
    old: int = -1

    @property
    def said_along(self) -> str:
        return counted(self.along)


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighbouring rows that are the same, in one line. said: "3 paragraphs and a table"."""

    said: str
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Comparison:
    """shown: rows that differ, and folds of those that do not, in the order of the newer text."""

    shown: list[Row | Fold] = field(default_factory=list)
    simplified: bool = False

    @property
    def rows(self) -> list[Row]:
        """What differs."""
        return [part for part in self.shown if isinstance(part, Row)]

    @property
    def words_added(self) -> int:
        return self.words("added")

    @property
    def words_taken(self) -> int:
        return self.words("taken")

    @property
    def moved(self) -> int:
        return sum(row.note.startswith("moved") for row in self.rows)

    def words(self, kind: str) -> int:
        found = (run for row in self.rows for line in row.lines for run in line.runs)
        return sum(len(words_in(run.text)) for run in found if run.kind == kind)


def compare(
    old: Content, new: Content, names: Names = NO_NAMES, effort: Effort | None = None
) -> Comparison:
    """effort: shared by comparisons that one page shows; each has its own otherwise."""
    effort = effort or Effort()
    rows = [*field_rows(old, new, effort), *BodyRows(old.body, new.body, names, effort).rows()]
    return Comparison(list(folded(rows)), effort.simplified)


def field_rows(old: Content, new: Content, effort: Effort) -> Iterator[Row]:
    for name, label in FIELDS.items():
        before, after = field_lines(old, name), field_lines(new, name)
        if before != after or getattr(old, name) != getattr(new, name):
            lines = tuple(compared(before, after, effort))
            yield Row(fate_of(lines), label, name, lines)


def fate_of(lines: Sequence[ComparedLine]) -> Fate:
    """Of the whole: all its lines came, all went, or something changed."""
    fates = {line.fate for line in lines}
    return fates.pop() if fates in ({"added"}, {"taken"}) else "changed"


class BodyRows:
    def __init__(self, old: Body, new: Body, names: Names, effort: Effort) -> None:
        self.old, self.new, self.effort = Text.of(old, names), Text.of(new, names), effort
        self.pairs = paired(self.old.items, self.new.items, effort)
        self.staying = [pair for pair in self.pairs if not pair.moved]

    def rows(self) -> Iterator[Row]:
        """In the order of the new text; what was taken out stands where it stood."""
        paired_old = {pair.old for pair in self.pairs}
        by_new = {pair.new: pair for pair in self.pairs}
        old_at = new_at = 0
        for end in [*self.staying, Pair(len(self.old.blocks), len(self.new.blocks))]:
            yield from (self.taken(i) for i in range(old_at, end.old) if i not in paired_old)
            yield from (self.come(j, by_new.get(j)) for j in range(new_at, end.new))
            if end.new < len(self.new.blocks):
                yield self.changed(end)
            old_at, new_at = end.old + 1, end.new + 1

    def taken(self, i: int) -> Row:
        lines = tuple(alone(self.old.lines[i], "taken"))
        return Row("taken", self.old.labels[i], self.old.blocks[i].name(), lines, "taken out")

    def come(self, j: int, pair: Pair | None) -> Row:
        if pair is not None:
            return self.changed(pair)
        lines = tuple(alone(self.new.lines[j], "added"))
        return Row("added", self.new.labels[j], self.new.blocks[j].name(), lines, "added")

    def changed(self, pair: Pair) -> Row:
        before, after = self.old.blocks[pair.old], self.new.blocks[pair.new]
        label, form = self.new.labels[pair.new], after.name()
        notes = [self.way(pair)] if pair.moved else []
        if pair.same:
            lines = tuple(alone(self.new.lines[pair.new], "same"))
            fate: Fate = "moved" if pair.moved else "same"
            return Row(fate, label, form, lines, "".join(notes), old=pair.old)
        lines = tuple(compared(self.old.lines[pair.old], self.new.lines[pair.new], self.effort))
        if before.type != after.type:
            notes.append(f"was a {before.label}")
        elif all(line.fate == "same" for line in lines):
            notes.append(INVISIBLE)
        return Row("changed", label, form, lines, "; ".join(notes))

    def way(self, pair: Pair) -> str:
        """Where it came from: "moved up, was after “What comes next”"."""
        above_old = bisect_left(self.staying, pair.old, key=lambda stays: stays.old)
        above_new = bisect_left(self.staying, pair.new, key=lambda stays: stays.new)
        way = "up" if above_new < above_old else "down"
        if pair.old == 0:
            return f"moved {way}, was at the top"
        shown = self.old.opening(pair.old - 1)
        return f"moved {way}, was after “{shown}”" if shown else f"moved {way}"


def words_in(text: str) -> list[str]:
    return [part for part in text.split() if any(letter.isalnum() for letter in part)]


def alone(lines: Iterable[Line], fate: Fate) -> Iterator[ComparedLine]:
    kind: Any = "same" if fate == "moved" else fate
    for line in lines:
        if line.tokens and line.label not in SILENT_LABELS:
            yield ComparedLine(line.label, fate, tuple(whole(line.tokens, kind)))


def compared(old: Sequence[Line], new: Sequence[Line], effort: Effort) -> Iterator[ComparedLine]:
    """The words line by line, then the fields by name."""
    words_old = [line for line in old if not line.label]
    words_new = [line for line in new if not line.label]
    yield from compared_words(words_old, words_new, effort)
    fields_old = {line.label: line for line in old if line.label}
    fields_new = {line.label: line for line in new if line.label}
    for label in dict.fromkeys([*fields_new, *fields_old]):
        none = Line(label, ())
        before, after = fields_old.get(label, none), fields_new.get(label, none)
        if before != after:
            yield changed_line(before, after, effort)
        else:
            yield from alone([after], "same")


def compared_words(
    old: Sequence[Line], new: Sequence[Line], effort: Effort
) -> Iterator[ComparedLine]:
    if len(old) == len(new) == 1:
        yield changed_line(old[0], new[0], effort)
        return
    pairs = [p for p in paired(line_items(old), line_items(new), effort) if not p.moved]
    i = j = 0
    for pair in [*pairs, Pair(len(old), len(new))]:
        yield from alone(old[i : pair.old], "taken")
        yield from alone(new[j : pair.new], "added")
        if pair.old < len(old):
            yield changed_line(old[pair.old], new[pair.new], effort)
        i, j = pair.old + 1, pair.new + 1


def line_items(lines: Sequence[Line]) -> list[Item]:
    return [Item(line.tokens, "line", word_counts([line])) for line in lines]


def changed_line(old: Line, new: Line, effort: Effort) -> ComparedLine:
    found = tuple(runs(old.tokens, new.tokens, effort))
    kinds = {run.kind for run in found}
    fate: Fate = "changed"
    if kinds <= {"same"}:
        fate = "same"
    elif kinds == {"added"} and not old.tokens:
        fate = "added"
    elif kinds == {"taken"} and not new.tokens:
        fate = "taken"
    return ComparedLine(new.label, fate, found)


def folded(rows: Iterable[Row]) -> Iterator[Row | Fold]:
    """Neighbours that are the same become one, and so do those that moved together."""
    for _, group in groupby(together(rows), key=lambda row: row.fate == "same" or row):
        first, *rest = group
        if first.fate == "same":
            yield Fold(counted([first, *rest]), (first, *rest))
        else:
            yield first


def together(rows: Iterable[Row]) -> Iterator[Row]:
    last: Row | None = None
    for row in rows:
        if last and last.fate == row.fate == "moved" and row.old == last.old + len(last.along) + 1:
            last = replace(last, along=(*last.along, row))
            continue
        if last:
            yield last
        last = row
    if last:
        yield last


def counted(rows: Sequence[Row]) -> str:
    """ "3 paragraphs, a table and a figure"."""
    counts = Counter(row.label.rstrip(" 0123456789").lower() for row in rows)
    parts = [one_of(name) if n == 1 else f"{n} {many_of(name)}" for name, n in counts.items()]
    said = " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
    return said[:1].upper() + said[1:]


def one_of(name: str) -> str:
    if name == "related articles":
        return "a list of related articles"
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def many_of(name: str) -> str:
    return "lists of related articles" if name == "related articles" else f"{name}s"
