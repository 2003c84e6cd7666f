"""Runs of words with their marks, before they are part of a body."""

import re
from collections.abc import Iterable, Iterator

from ..body.inline import Bold, HardBreak, InlineNode, Text, plain

Words = tuple[InlineNode, ...]

SPACE = re.compile(r"\s+")
OPENING = '“"«„‘'
CLOSING = {"“": "”", '"': '"', "«": "»", "„": "“”", "‘": "’"}


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def tidy(words: Iterable[InlineNode]) -> Words:
    """White space as HTML has it: one space between words, none at the ends or around a break."""
    result: list[InlineNode] = []
    open_end = False
    for node in words:
        if not isinstance(node, Text):
            if isinstance(node, HardBreak):
                trim_end(result)
                open_end = False
            result.append(node)
            continue
        text = SPACE.sub(" ", node.text)
        if not open_end:
            text = text.lstrip(" ")
        if text:
            open_end = not text.endswith(" ")
            result.append(node.model_copy(update={"text": text}))
    trim_end(result)
    return without_breaks_at_ends(result)


def trim_end(nodes: list[InlineNode]) -> None:
    while nodes and isinstance(last := nodes[-1], Text):
        if text := last.text.rstrip(" "):
            nodes[-1] = last.model_copy(update={"text": text})
            return
        nodes.pop()


def without_breaks_at_ends(nodes: list[InlineNode]) -> Words:
    start, end = 0, len(nodes)
    while start < end and isinstance(nodes[start], HardBreak):
        start += 1
    while end > start and isinstance(nodes[end - 1], HardBreak):
        end -= 1
    return tuple(nodes[start:end])


def sliced(words: Words, start: int, end: int | None = None) -> Words:
    """The words between two places of their plain text, marks kept."""
    stop = len(plain(words)) if end is None else end
    return tuple(slices(words, start, stop))


def slices(words: Words, start: int, stop: int) -> Iterator[InlineNode]:
    at = 0
    for node in words:
        if isinstance(node, Text):
            text = node.text[max(0, start - at) : max(0, stop - at)]
            at += len(node.text)
            if text:
                yield node.model_copy(update={"text": text})
            continue
        if start <= at <= stop:
            yield node
        at += isinstance(node, HardBreak)


def with_breaks(lines: Iterable[Words]) -> Words:
    """Several lines as one text, a line break between them."""
    result: list[InlineNode] = []
    for line in lines:
        result += [HardBreak(), *line] if result else line
    return tuple(result)


def all_bold(words: Words) -> bool:
    texts = [node for node in words if isinstance(node, Text) and node.text.strip()]
    return bool(texts) and all(any(isinstance(m, Bold) for m in node.marks) for node in texts)


def without_bold(words: Words) -> Words:
    return tuple(
        node.model_copy(update={"marks": tuple(m for m in node.marks if not isinstance(m, Bold))})
        if isinstance(node, Text)
        else node
        for node in words
    )


def quoted_end(text: str) -> int | None:
    """Where the quotation ends with which a text begins: the place of its closing mark."""
    if not text or text[0] not in OPENING:
        return None
    closing = CLOSING[text[0]]
    if text[0] in "‘":  # its closing mark is an apostrophe too: only the last one can close
        last = text.rfind("’")
        return last if last > 0 and "‘" not in text[1:] else None
    return next((at for at, sign in enumerate(text) if at and sign in closing), None)


def is_quotation(text: str) -> bool:
    """The whole text stands in one pair of quotation marks; a full stop may follow them."""
    end = quoted_end(text)
    return end is not None and end > 1 and text[end + 1 :].strip() in {"", ".", ",", ";"}


def unquoted(words: Words) -> Words:
    """Without the quotation marks around the whole; what stood after them stays inside."""
    text = plain(words)
    if not is_quotation(text):
        return words
    end = quoted_end(text)
    inner = tidy(sliced(words, 1, end))
    if text[(end or 0) + 1 :].strip() == "." and not plain(inner).endswith((".", "!", "?", "…")):
        inner = (*inner, Text(text="."))
    return inner or words
