"""Markdown, by way of the HTML it stands for."""

import re
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from ...body.inline import inline
from ..errors import ManuscriptError
from ..manuscript import Manuscript
from ..piece import Kind, Line, Piece
from . import html

DEEPEST = 60
MOST_LINES = MOST_BRACKETS = 20_000
"""Far more than an article; beyond, the parser takes minutes."""
MARKS = re.compile(
    r"^#{1,6} +\S|^\[\^[\w-]+\]:|\[[^\[\]\n]{1,300}\]\((?:https?://|/|mailto:)[^)\s]+\)|^\|.+\|$|^```",
    re.MULTILINE,
)
"""Signs that nobody writes by chance."""
FRONT_MATTER = re.compile(r"\A---\n((?:[\w-]+:.*\n|[ \t-].*\n)+?)---\n")
FIELDS = {
    "title": Kind.HEADLINE,
    "headline": Kind.HEADLINE,
    "subtitle": Kind.STANDFIRST,
    "standfirst": Kind.STANDFIRST,
    "description": Kind.STANDFIRST,
    "author": Kind.BYLINE,
    "byline": Kind.BYLINE,
}
BLOCK_START = re.compile(r"^\s*(?:[-*+>|#`~]|\d+[.)]\s|\[\^| {4}|\t|=+\s*$|:?-{3})")


def looks_like_markdown(text: str) -> bool:
    return bool(MARKS.search(text))


def read(text: str) -> Manuscript:
    if text.count("\n") > MOST_LINES or text.count("[") > MOST_BRACKETS:
        raise ManuscriptError("This Markdown is too long to read at once; split it.")
    fields, text = front_matter(text)
    env: dict[str, Any] = {}
    tokens = READER.parse(text, env)
    if any(token.level >= DEEPEST for token in tokens):
        raise ManuscriptError("The lists and quotations of this manuscript are nested too deeply.")
    rendered = READER.renderer.render(tokens, READER.options, env)
    manuscript = html.read(rendered, may_be_empty=bool(fields))
    return html.with_opening(manuscript, fields)


def one_paragraph_a_line(text: str) -> str:
    """For marked-up text whose lines are whole paragraphs: Markdown would run them together."""
    result: list[str] = []
    for line in text.split("\n"):
        above = result[-1] if result else ""
        plain = not (BLOCK_START.match(line) or BLOCK_START.match(above))
        if plain and line.strip() and above.strip():
            result.append("")
        result.append(line)
    return "\n".join(result)


def front_matter(text: str) -> tuple[tuple[Piece, ...], str]:
    """The fields that some editors put above the text, between two lines of hyphens."""
    found = FRONT_MATTER.match(text)
    if not found:
        return (), text
    pieces = []
    for line in found[1].splitlines():
        name, _, value = line.partition(":")
        words = value.strip().strip("'\"")
        kind = FIELDS.get(name.strip().lower(), Kind.DROPPED)
        lines = (Line(inline(words), sign=f"{name}: "),)
        piece = Piece(source=line, lines=lines, kind=kind, decided=True)
        known = kind is not Kind.DROPPED and words
        pieces.append(piece if known else piece.guessed(Kind.DROPPED, "A field above the text"))
    return tuple(pieces), text[found.end() :]


READER = (
    MarkdownIt("commonmark", {"maxNesting": DEEPEST + 20})
    .enable(["table", "strikethrough"])
    .use(footnote_plugin)
)
