"""Which entry of one list became which entry of another: unchanged, changed or moved."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .matching import Effort, Indexes, common, rising

MIN_ALIKE = 0.4
MIN_ALIKE_OF_OTHER_KIND = 0.75
MIN_ALIKE_ALONE = 0.2
"""Shares of words in common; the last where one entry stands against one."""

RUNNING_TEXT = {"paragraph", "heading", "line"}
"""Kinds that are told apart by their words; of the others one that stands alone is the same one."""

MOST_IN_GAP = 400
MOST_PLACES_OF_RARE_WORD = 3


@dataclass(frozen=True, slots=True)
class Item:
    """key: equal for equal entries. words: how often each comes in it."""

    key: Hashable
    kind: str
    words: Counter[str]


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Places in the old and in the new list."""

    old: int
    new: int
    same: bool = True
    moved: bool = False


def alike(one: Item, other: Item) -> float:
    """Share of the words that both have (Dice), 1 for entries without any word."""
    fewer, more = sorted((one.words, other.words), key=len)
    shared = sum(min(count, more.get(word, 0)) for word, count in fewer.items())
    total = one.words.total() + other.words.total()
    return 2 * shared / total if total else 1.0


def paired(old: Sequence[Item], new: Sequence[Item], effort: Effort) -> list[Pair]:
    """Sorted by the old place. Those not moved keep the same order in both lists."""
    pairing = Pairing(old, new, effort)
    pairing.match_same()
    pairing.match_alike()
    return pairing.pairs()


class Pairing:
    def __init__(self, old: Sequence[Item], new: Sequence[Item], effort: Effort) -> None:
        self.old, self.new, self.effort = old, new, effort
        self.fixed = common([item.key for item in old], [item.key for item in new], effort)
        self.new_of = dict(self.fixed)
        self.taken = {j for _, j in self.fixed}

    def match(self, i: int, j: int) -> None:
        self.new_of[i] = j
        self.taken.add(j)

    def free_old(self) -> list[int]:
        return [i for i in range(len(self.old)) if i not in self.new_of]

    def free_new(self) -> list[int]:
        return [j for j in range(len(self.new)) if j not in self.taken]

    def match_same(self) -> None:
        """Unchanged but somewhere else. What has no words cannot be told from its like."""
        places = defaultdict(list)
        for i in reversed(self.free_old()):
            places[self.old[i].key].append(i)
        for j in self.free_new():
            if self.new[j].words and places[self.new[j].key]:
                self.match(places[self.new[j].key].pop(), j)

    def match_alike(self) -> None:
        """Changed: the most alike first."""
        scores = []
        for i, j in dict.fromkeys(self.candidates()):
            if self.effort.spend(len(self.old[i].words) + 20):
                scores.append((-alike(self.old[i], self.new[j]), abs(i - j), i, j))
        for score, _, i, j in sorted(scores):
            if i in self.new_of or j in self.taken:
                continue
            if -score >= self.least(i, j):
                self.match(i, j)

    def candidates(self) -> Iterator[Indexes]:
        for old, new in self.gaps():
            small = len(old) * len(new) <= MOST_IN_GAP
            for n, i in enumerate(old):
                across = n * len(new) // len(old)
                yield from (
                    (i, j) for j in (new if small else new[max(across - 2, 0) : across + 3])
                )
        rare = self.rare(self.old, self.free_old())
        for word, places in self.rare(self.new, self.free_new()).items():
            yield from ((i, j) for i in rare.get(word, ()) for j in places)

    def gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """What is free on either side between two neighbours that stayed."""
        start, end = (-1, -1), (len(self.old), len(self.new))
        for (i1, j1), (i2, j2) in pairwise([start, *self.fixed, end]):
            old = [i for i in range(i1 + 1, i2) if i not in self.new_of]
            new = [j for j in range(j1 + 1, j2) if j not in self.taken]
            if old and new:
                yield old, new

    @staticmethod
    def rare(items: Sequence[Item], free: Iterable[int]) -> dict[str, list[int]]:
        places = defaultdict(list)
        for place in free:
            for word in items[place].words:
                places[word].append(place)
        return {w: found for w, found in places.items() if len(found) <= MOST_PLACES_OF_RARE_WORD}

    def least(self, i: int, j: int) -> float:
        if self.old[i].kind != self.new[j].kind:
            return MIN_ALIKE_OF_OTHER_KIND
        if not self.alone(i, j):
            return MIN_ALIKE
        return MIN_ALIKE_ALONE if self.old[i].kind in RUNNING_TEXT else 0.0

    def alone(self, i: int, j: int) -> bool:
        """The one entry between its neighbours, on both sides."""
        around = {(i - 1, j - 1), (i + 1, j + 1)}
        ends = {(-1, -1), (len(self.old), len(self.new))}
        return around <= ends | set(self.neighbours(i))

    def neighbours(self, i: int) -> Iterator[Indexes]:
        at = bisect_left(self.fixed, (i, 0))
        yield from self.fixed[max(at - 1, 0) : at + 1]

    def pairs(self) -> list[Pair]:
        stays = self.staying()
        return [
            Pair(i, j, self.old[i].key == self.new[j].key, (i, j) not in stays)
            for i, j in sorted(self.new_of.items())
        ]

    def staying(self) -> set[Indexes]:
        """The fixed pairs, and of the others those that stand between the same ones in order."""
        stays = set(self.fixed)
        fixed_new = [j for _, j in self.fixed]
        inside = defaultdict(list)
        for i, j in sorted(set(self.new_of.items()) - stays):
            gap = bisect_left(self.fixed, (i, 0))
            if gap == bisect_left(fixed_new, j):
                inside[gap].append((i, j))
        return stays.union(*map(rising, inside.values()))
