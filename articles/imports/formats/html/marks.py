"""Bold, italic and links, whether a program writes them as elements or as style strings."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from ....body.inline import Bold, Italic, LinkMark, Mark, Subscript, Superscript
from ....body.node import check_link
from .parsing import Element

Marks = Mapping[str, Mark]

TAGS: dict[str, Mark] = {
    "b": Bold(),
    "strong": Bold(),
    "i": Italic(),
    "em": Italic(),
    "cite": Italic(),
    "sup": Superscript(),
    "sub": Subscript(),
}
STYLES: tuple[tuple[re.Pattern[str], Mark], ...] = (
    (re.compile(r"font-weight:\s*(?:bold|[6-9]00)"), Bold()),
    (re.compile(r"font-style:\s*(?:italic|oblique)"), Italic()),
    (re.compile(r"vertical-align:\s*super"), Superscript()),
    (re.compile(r"vertical-align:\s*sub"), Subscript()),
)
PLAIN_STYLES = (  # Google Docs wraps everything in <b style="font-weight:normal">
    (re.compile(r"font-weight:\s*(?:normal|[1-5]00)"), "bold"),
    (re.compile(r"font-style:\s*normal"), "italic"),
)
LONGEST_LINK = 2000


def marks_within(element: Element, marks: Marks) -> Marks:
    """The marks of the text inside an element, given those around it."""
    own = dict(marks)
    if mark := TAGS.get(element.tag):
        put(own, mark)
    style = (element.get("style") or "").lower()
    for pattern, mark in STYLES:
        if pattern.search(style):
            put(own, mark)
    for pattern, name in PLAIN_STYLES:
        if pattern.search(style):
            own.pop(name, None)
    return own


def put(marks: dict[str, Mark], mark: Mark) -> None:
    if mark.type in {"superscript", "subscript"}:
        marks.pop("superscript", None)
        marks.pop("subscript", None)
    marks[mark.type] = mark


def link_to(href: str) -> LinkMark | None:
    """A link that a reader can follow, or None for what leads nowhere from a page of ours."""
    address = past_google(re.sub(r"\s", "%20", href.strip()))
    if address.startswith("#") or len(address) > LONGEST_LINK:
        return None
    try:
        return LinkMark.to(check_link(address))
    except ValueError:
        return None


def past_google(address: str) -> str:
    """Google Docs writes links as redirects of its own; the address itself is inside."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.netloc.endswith("google.com") and parts.path == "/url":
        return next(iter(parse_qs(parts.query).get("q", [])), address)
    return address
