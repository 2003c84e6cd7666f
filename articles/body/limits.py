"""How large and how deep a document may be, looked at before anything recurses into it."""

from typing import Any

from .errors import BodyError, Problem

MAX_BLOCKS = 2_000
MAX_NODES = 50_000
MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 30
"""Objects within objects; a list in a list costs two."""


def check_limits(data: Any) -> None:
    """Raises BodyError for what Postgres cannot keep or a page could not bear."""
    if not isinstance(data, dict) or data.get("type") != "doc":
        raise BodyError(
            [Problem(None, "", "it must be a document: {“type”: “doc”, “content”: […]}")]
        )
    content = data.get("content", [])
    if not isinstance(content, list):
        raise BodyError([Problem(None, "", "“content” must be a list of blocks")])
    if len(content) > MAX_BLOCKS:
        raise BodyError([Problem(None, "", f"it has more than {MAX_BLOCKS} blocks")])
    nodes = characters = 0
    for number, block in enumerate(content, 1):
        more_nodes, more_characters = measure(block, number)
        nodes, characters = nodes + more_nodes, characters + more_characters
        if nodes > MAX_NODES or characters > MAX_CHARACTERS:
            raise BodyError([Problem(number, "", "the article grows too long here; split it")])


def measure(block: Any, number: int) -> tuple[int, int]:
    nodes = characters = 0
    waiting: list[tuple[Any, int]] = [(block, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise BodyError([Problem(number, "", "lists or quotations are nested too deeply")])
        if isinstance(value, str):
            characters += len(value)
            check_letters(value, number)
        elif isinstance(value, dict):
            nodes += 1
            waiting += [(key, depth) for key in value] + [(v, depth + 1) for v in value.values()]
        elif isinstance(value, list):
            waiting += [(item, depth) for item in value]
    return nodes, characters


def check_letters(text: str, number: int) -> None:
    # Python's JSON reads both; Postgres refuses the first in JSONB and neither has a meaning.
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise BodyError([Problem(number, "text", "it holds a character that cannot be stored")])
