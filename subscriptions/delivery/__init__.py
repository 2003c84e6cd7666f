"""The sending engine. `tick` does one bounded round of everything that is to be done."""

from .tick import tick

__all__ = ["tick"]
