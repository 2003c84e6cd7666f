"""The writing page's scripts: many small modules for us, one short file for browsers.

A hundred requests before the first word can be typed would be felt on a slow line, and what is
compressed by itself is half as large again.
"""

import hashlib
import re
from pathlib import Path

ENTRY = Path("newsdesk/write.js")
JOINED = Path("newsdesk/write.min.js")
IMPORT = re.compile(r'(?:from|import|import\()\s*"(\.[^"]+)"')


def sources(static: Path) -> list[Path]:
    """The entry and every module of ours that it leads to, in the order of their names."""
    found: set[Path] = set()
    waiting = [(static / ENTRY).resolve()]
    while waiting:
        path = waiting.pop()
        if path in found or path.parent.name == "vendor":
            continue
        found.add(path)
        names = IMPORT.findall(path.read_text(encoding="utf-8"))
        waiting += [(path.parent / name).resolve() for name in names]
    return sorted(found)


def mark(static: Path) -> str:
    """The first line of the joined file: it changes with any of its sources."""
    digest = hashlib.sha256()
    for path in sources(static):
        digest.update(f"{path.relative_to(static.resolve())}\n".encode() + path.read_bytes())
    return f"/* Made by `make scripts` from {ENTRY}: {digest.hexdigest()[:32]} */"
