"""Style sheets: many small files for us, one short one for browsers."""

import re
from collections.abc import Iterator
from pathlib import Path

ORDER = (
    "layers.css",
    "fonts.css",
    "tokens.css",
    "base.css",
    "layout.css",
    "components/*.css",
    "blocks/*.css",
    "utilities.css",
)
WRITING_ROOM = (
    "css/tokens.css",
    *(f"newsdesk/{name}.css" for name in ("write", "copy")),
    *(f"editor/{name}.css" for name in ("editor", "tools", "focal", "picture_dialog")),
    "editor/blocks/*.css",
    *(f"newsdesk/{name}.css" for name in ("panel", "stage", "beside", "keep")),
)
"""The sheets of the writing page, below static/."""
STRING = re.compile(r'("[^"]*")')


def joined(folder: Path, order: tuple[str, ...] = ORDER) -> str:
    """The style sheets below a folder as one, without comments and layout."""
    sheets = in_order(folder, order)
    return "".join(short(path.read_text(encoding="utf-8")) for path in sheets) + "\n"


def in_order(folder: Path, order: tuple[str, ...] = ORDER) -> Iterator[Path]:
    for pattern in order:
        yield from sorted(folder.glob(pattern))


def short(css: str) -> str:
    """Every second part between quotation marks is a string and stays as it is."""
    parts = STRING.split(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return "".join(part if n % 2 else squeezed(part) for n, part in enumerate(parts)).strip()


def squeezed(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    return css.replace(": ", ":").replace(";}", "}")
