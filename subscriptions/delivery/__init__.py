"""The sending engine. A worker calls `attend`, `prepare` and, in several threads, `Lane.send`."""

from .send import Lane
from .silence import attend
from .tick import prepare, tick

__all__ = ["Lane", "attend", "prepare", "tick"]
