"""HTML text to a tree of bounded depth."""

import re
from typing import Any

import lxml.etree
import lxml.html

from ...decoding import tidy
from ...errors import ManuscriptError

Element = Any
"""lxml says nothing of its types."""
DEEPEST = 120
TOO_DEEP = "This text is nested too deeply to read; paste it as plain text instead."
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
CLIPBOARD = re.compile(r"<!--(?:Start|End)Fragment-->")


def parsed(source: str) -> Element | None:
    """The body of the page, or None when there is nothing in it. Raises ManuscriptError."""
    # A declared encoding would be taken for true, and lxml refuses one in text.
    source = CLIPBOARD.sub("", XML_DECLARATION.sub("", tidy(source)))
    parser = lxml.html.HTMLParser(recover=True, no_network=True, huge_tree=False, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(f"<div>{source}</div>", parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        return None
    too_deep = any("depth" in error.message.lower() for error in parser.error_log)
    if too_deep or any(depth > DEEPEST for depth in depths(tree)):
        raise ManuscriptError(TOO_DEEP)
    body = tree.find("body")
    return body if body is not None else tree


def depths(tree: Element) -> list[int]:
    found: list[int] = []
    depth = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        found.append(depth)
    return found
