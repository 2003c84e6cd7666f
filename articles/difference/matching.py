"""What two sequences have in common, in time that is bounded whatever they hold.

Patience diff (Bram Cohen): what occurs once in both is an anchor, the longest run of anchors that
keeps its order holds, and the same is done between them. Where nothing is unique the longest
common subsequence is counted out, if it is small enough.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Indexes = tuple[int, int]
"""A place in the old sequence and the place in the new one that is the same."""

MOST_CELLS = 250_000


@dataclass(slots=True)
class Effort:
    """left: steps, of about a tenth of a microsecond, that a comparison may still cost.

    simplified: something was too long to be compared and counts as different throughout.
    """

    left: int = 5_000_000
    simplified: bool = False

    def spend(self, steps: int) -> bool:
        if steps > self.left:
            self.simplified = True
            return False
        self.left -= steps
        return True


def common(old: Sequence[Hashable], new: Sequence[Hashable], effort: Effort) -> list[Indexes]:
    """What stays, in order."""
    found: list[Indexes] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        i, end_i, j, end_j = waiting.pop()
        while i < end_i and j < end_j and old[i] == new[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        while i < end_i and j < end_j and old[end_i - 1] == new[end_j - 1]:
            end_i, end_j = end_i - 1, end_j - 1
            found.append((end_i, end_j))
        if i == end_i or j == end_j or not effort.spend(end_i - i + end_j - j):
            continue
        anchors = unique_in_both(old, new, (i, end_i), (j, end_j))
        if not anchors:
            found += counted_out(old[i:end_i], new[j:end_j], (i, j), effort)
            continue
        found += anchors
        for at_i, at_j in [*anchors, (end_i, end_j)]:
            waiting.append((i, at_i, j, at_j))
            i, j = at_i + 1, at_j + 1
    return sorted(found)


def unique_in_both(
    old: Sequence[Hashable], new: Sequence[Hashable], old_range: Indexes, new_range: Indexes
) -> list[Indexes]:
    once_old, once_new = once(old, old_range), once(new, new_range)
    shared = ((i, once_new.get(item, -1)) for item, i in once_old.items() if i >= 0)
    return rising(sorted((i, j) for i, j in shared if j >= 0))


def once(items: Sequence[Hashable], among: Indexes) -> dict[Hashable, int]:
    """The place of each item, -1 where it comes again."""
    places: dict[Hashable, int] = {}
    for place in range(*among):
        places[items[place]] = -1 if items[place] in places else place
    return places


def rising(pairs: Iterable[Indexes]) -> list[Indexes]:
    """Of pairs sorted by the first number, as many as possible whose second one rises too."""
    ends: list[int] = []
    chains: list[tuple[Indexes, int]] = []
    last_of: list[int] = []
    for pair in pairs:
        length = bisect_left(ends, pair[1])
        chains.append((pair, last_of[length - 1] if length else -1))
        ends[length : length + 1] = [pair[1]]
        last_of[length : length + 1] = [len(chains) - 1]
    chosen: list[Indexes] = []
    at = last_of[-1] if last_of else -1
    while at >= 0:
        pair, at = chains[at]
        chosen.append(pair)
    return chosen[::-1]


def counted_out(
    old: Sequence[Hashable], new: Sequence[Hashable], start: Indexes, effort: Effort
) -> list[Indexes]:
    """The longest common subsequence, by dynamic programming from the end."""
    shared = set(old) & set(new)
    ours = [(item, i) for i, item in enumerate(old, start[0]) if item in shared]
    others = [(item, j) for j, item in enumerate(new, start[1]) if item in shared]
    cells = len(ours) * len(others)
    if cells > MOST_CELLS or not effort.spend(cells):
        effort.simplified = True
        return []
    rows = [[0] * (len(others) + 1)]
    for item, _ in reversed(ours):
        below, row, best = rows[-1], [0] * (len(others) + 1), 0
        for j in range(len(others) - 1, -1, -1):
            best = below[j + 1] + 1 if item == others[j][0] else max(below[j], best)
            row[j] = best
        rows.append(row)
    rows.reverse()
    found, i, j = [], 0, 0
    while i < len(ours) and j < len(others):
        if ours[i][0] == others[j][0]:
            found.append((ours[i][1], others[j][1]))
            i, j = i + 1, j + 1
        elif rows[i + 1][j] >= rows[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
