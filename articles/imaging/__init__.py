"""Strangers' pictures, read and cut to size. Knows no Django and no database.

`check` looks at a file without opening it; `prepare` opens it, in a process of its own. Nothing of
the file's metadata survives; what an editor needs of it (caption, credit) is handed over.
"""

from .kinds import HEAD_BYTES, MAX_BYTES, Refused, check, identify
from .process import ALL_SIZES, CROPS, EVERYTHING, Cut, Prepared, prepare

__all__ = [
    "ALL_SIZES",
    "CROPS",
    "EVERYTHING",
    "HEAD_BYTES",
    "MAX_BYTES",
    "Cut",
    "Prepared",
    "Refused",
    "check",
    "identify",
    "prepare",
]
