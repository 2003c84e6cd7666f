"""Two bodies made of a third: what stands in both, and the choices where they differ.

After the three-way merge of diff3 (Khanna, Kunal and Pierce, 2007), with blocks in place of lines,
and within a block its fields.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ..body.node import Block
from .choice import Choice, Choices, Form, Pick, Way, three_way
from .lines import Names, inline_of, label_of, spoken, words_of
from .matching import common
from .pairing import MIN_ALIKE, Item, Pair, alike, paired
from .text import LINE_END, Text, below
from .words import Token, tokens_of

MOST_ORIGINS = 60
"""Blocks of a chunk that are looked through for what a block was made of."""

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the body: blocks chosen as a whole, or one block chosen field by field.

    mine: what to start from. choices: none where both texts are the same.
    """

    mine: Blocks
    choices: tuple[Choice, ...] = ()

    def blocks(self, picks: Mapping[str, Pick]) -> Blocks:
        if not self.choices:
            return self.mine
        if self.choices[0].field is None:
            chosen: Blocks = self.choices[0].chosen(picks)
            return chosen
        (block,) = self.mine
        for choice in self.choices:
            block = with_field(block, str(choice.field), choice.chosen(picks))
        return (block,)


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands between two blocks that all three texts share: places in each."""

    base: range
    mine: range
    theirs: range


class BodyMerge:
    def __init__(self, base: Text | None, mine: Text, theirs: Text, make: Choices) -> None:
        self.base, self.mine, self.theirs = base, mine, theirs
        self.make, self.effort = make, make.effort
        self.my_keys = {item.key for item in mine.items if item.words}
        self.their_keys = {item.key for item in theirs.items if item.words}

    def spots(self) -> Iterator[Spot]:
        for chunk, shared in self.chunks():
            yield from self.chunk_spots(chunk)
            if shared:
                yield Spot(shared)

    def whole(self) -> Spot:
        base, mine, theirs = (
            range(len(text.blocks) if text else 0) for text in (self.base, self.mine, self.theirs)
        )
        return self.block_spot("Body", mine, theirs, self.decided(Chunk(base, mine, theirs)))

    def chunks(self) -> Iterator[tuple[Chunk, Blocks]]:
        """Each with the shared block that stands after it."""
        base, mine, theirs = (
            [item.key for item in text.items] if text else []
            for text in (self.base, self.mine, self.theirs)
        )
        in_mine = dict(common(base, mine, self.effort))
        in_theirs = dict(common(base, theirs, self.effort))
        shared = [(b, in_mine[b], in_theirs[b]) for b in sorted(in_mine.keys() & in_theirs.keys())]
        ends = (len(base), len(mine), len(theirs))
        for (b1, m1, t1), (b2, m2, t2) in pairwise([(-1, -1, -1), *shared, ends]):
            between = Chunk(range(b1 + 1, b2), range(m1 + 1, m2), range(t1 + 1, t2))
            yield between, self.mine.blocks[m2 : m2 + 1]

    def chunk_spots(self, chunk: Chunk) -> Iterator[Spot]:
        mine, theirs = chunk.mine, chunk.theirs
        if self.mine.keys(mine) == self.theirs.keys(theirs):
            yield Spot(blocks_at(self.mine, mine))
            return
        my_items = self.mine.items[mine.start : mine.stop]
        their_items = self.theirs.items[theirs.start : theirs.stop]
        pairs = [pair for pair in paired(my_items, their_items, self.effort) if not pair.moved]
        m, t = mine.start, theirs.start
        for pair in [*pairs, Pair(len(mine), len(theirs))]:
            at_m, at_t = mine.start + pair.old, theirs.start + pair.new
            yield from self.gap_spots(chunk, range(m, at_m), range(t, at_t))
            if at_m < mine.stop:
                yield self.pair_spot(chunk, at_m, at_t)
            m, t = at_m + 1, at_t + 1

    def gap_spots(self, chunk: Chunk, mine: range, theirs: range) -> Iterator[Spot]:
        """Blocks without a counterpart: all together where both sides have some."""
        if mine and theirs:
            yield self.block_spot(self.after(mine), mine, theirs, self.decided(chunk, mine, theirs))
            return
        for m in mine:
            alone = range(m, m + 1)
            decided = self.decided_alone(chunk, self.mine, m, "mine")
            yield self.block_spot(self.mine.labels[m], alone, theirs, decided)
        for t in theirs:
            alone = range(t, t + 1)
            decided = self.decided_alone(chunk, self.theirs, t, "theirs")
            yield self.block_spot(self.after(mine), mine, alone, decided)

    def pair_spot(self, chunk: Chunk, m: int, t: int) -> Spot:
        mine, theirs = self.mine.blocks[m], self.theirs.blocks[t]
        label = self.mine.labels[m]
        if mine == theirs:
            return Spot((mine,))
        if mine.type != theirs.type or attrs_of(mine) == attrs_of(theirs):
            alone = (range(m, m + 1), range(t, t + 1))
            return self.block_spot(label, *alone, self.decided(chunk, *alone))
        base = self.origin(chunk, m, t)
        fields = [name for name in field_names(mine) if differ(mine, theirs, name)]
        return Spot(
            (mine,), tuple(self.field_choice(label, name, base, mine, theirs) for name in fields)
        )

    def block_spot(self, where: str, mine: range, theirs: range, decided: Way) -> Spot:
        blocks = (blocks_at(self.mine, mine), blocks_at(self.theirs, theirs))
        tokens = (self.mine.tokens(mine), self.theirs.tokens(theirs))
        choice = self.make.choice(where, "blocks", None, blocks, tokens, decided)
        if not mine or not theirs:
            keys = self.mine.keys(mine) or self.theirs.keys(theirs)
            elsewhere = any(self.elsewhere(key, choice.only) for key in keys)
            choice = replace(choice, elsewhere=elsewhere)
        return Spot(blocks[0], (choice,))

    def field_choice(
        self, label: str, name: str, base: Block | None, mine: Block, theirs: Block
    ) -> Choice:
        values = (value_of(mine, name), value_of(theirs, name))
        decided = three_way(value_of(base, name), *values) if base else ""
        tokens = (field_tokens(mine, name), field_tokens(theirs, name))
        where = f"{label}: {'text' if name == 'content' else label_of(name)}"
        return self.make.choice(where, form_of(mine, theirs, name), name, values, tokens, decided)

    # What only one side changed

    def decided(self, chunk: Chunk, mine: range | None = None, theirs: range | None = None) -> Way:
        """For the whole chunk, or for some of it where both sides changed something."""
        if self.base is None:
            return ""
        base = self.base.keys(chunk.base)
        whole = three_way(base, self.mine.keys(chunk.mine), self.theirs.keys(chunk.theirs))
        if whole or mine is None or theirs is None:
            return whole
        untouched = [
            set(text.keys(among)) <= set(base)
            for text, among in ((self.mine, mine), (self.theirs, theirs))
        ]
        if untouched[0] == untouched[1]:
            return ""
        return "theirs" if untouched[0] else "mine"

    def decided_alone(self, chunk: Chunk, text: Text, place: int, side: Way) -> Way:
        """For a block that only one side has: new there, or taken out by the other."""
        if self.base is None:
            return ""
        if whole := self.decided(chunk):
            return whole
        other: Way = "theirs" if side == "mine" else "mine"
        item = text.items[place]
        if self.elsewhere(item.key, side):
            return ""
        others, among = (self.theirs, chunk.theirs) if side == "mine" else (self.mine, chunk.mine)
        if self.has_like(others, among, item):
            return ""
        if item.key in self.base.keys(chunk.base):
            return other
        return "" if self.has_like(self.base, chunk.base, item) else side

    @staticmethod
    def has_like(text: Text, among: range, item: Item) -> bool:
        """Something that may have been made of it, or it of that; in doubt, yes."""
        if len(among) > MOST_ORIGINS:
            return True
        found = (text.items[place] for place in among)
        return any(one.kind == item.kind and alike(one, item) >= MIN_ALIKE for one in found)

    def elsewhere(self, key: Any, side: Way) -> bool:
        """The other side has it too, in another place."""
        return key in (self.their_keys if side == "mine" else self.my_keys)

    def origin(self, chunk: Chunk, m: int, t: int) -> Block | None:
        """The block of the base that both were made of."""
        if self.base is None or len(chunk.base) > MOST_ORIGINS:
            return None
        mine, theirs = self.mine.items[m], self.theirs.items[t]
        scores = [
            (origin.key in (mine.key, theirs.key), alike(origin, mine) + alike(origin, theirs), b)
            for b in chunk.base
            if (origin := self.base.items[b]).kind == mine.kind
        ]
        same, score, place = max(scores, default=(False, 0.0, 0))
        return self.base.blocks[place] if same or score >= MIN_ALIKE else None

    def after(self, mine: range) -> str:
        if mine.start == 0:
            return "At the top"
        return f"After “{self.mine.opening(mine.start - 1)}”"


def blocks_at(text: Text, among: range) -> Blocks:
    return text.blocks[among.start : among.stop]


def attrs_of(block: Block) -> Any:
    return getattr(block, "attrs", None)


def field_names(block: Block) -> list[str]:
    content = ["content"] if hasattr(block, "content") else []
    return [*content, *type(attrs_of(block)).model_fields]


def value_of(block: Block, name: str) -> Any:
    return getattr(block if name == "content" else attrs_of(block), name)


def differ(one: Block, other: Block, name: str) -> bool:
    return bool(value_of(one, name) != value_of(other, name))


def with_field(block: Block, name: str, value: Any) -> Block:
    if name == "content":
        return block.model_copy(update={"content": value})
    attrs = attrs_of(block).model_copy(update={name: value})
    return block.model_copy(update={"attrs": attrs})


def form_of(mine: Block, theirs: Block, name: str) -> Form:
    if name == "content":
        inline = inline_of(mine) is not None and inline_of(theirs) is not None
        return "inline" if inline else "fixed"
    both = (value_of(mine, name), value_of(theirs, name))
    return "line" if all(isinstance(value, str) for value in both) else "fixed"


def field_tokens(block: Block, name: str) -> tuple[Token, ...]:
    if name == "content":
        return below(LINE_END, [line.tokens for line in words_of(block)])
    return tokens_of(spoken(name, value_of(block, name), Names()))
