"""Which queue a lane takes letters from next. Lanes spread: a slow queue gets no second one while
another queue has letters and none."""

import contextlib
import threading
from collections import Counter
from collections.abc import Iterator
from itertools import count

from ..models.queues import QUEUES


class Turns:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.busy: Counter[int] = Counter()
        self.last: dict[int, int] = {}
        self.clock = count(1)

    def order(self) -> list[int]:
        """The queues with the fewest lanes first, among them the one that waits longest."""
        with self.lock:
            return sorted(QUEUES, key=lambda queue: (self.busy[queue], self.last.get(queue, 0)))

    @contextlib.contextmanager
    def at(self, queue: int) -> Iterator[None]:
        with self.lock:
            self.busy[queue] += 1
        try:
            yield
        finally:
            with self.lock:
                self.busy[queue] -= 1
                self.last[queue] = next(self.clock)


turns = Turns()
