"""A body as a plain letter: wrapped lines that hang under their sign."""

import re
import textwrap
from collections.abc import Iterator

from articles.body import Body
from articles.body.blocks.heading import Heading
from articles.body.blocks.related_articles import RelatedArticles
from articles.body.node import Block
from articles.body.render import References

WIDTH = 72
SIGN = re.compile(r"\s*(?:– |> ?|\d+\. |\[\d+\] |— )?")


def wrapped(text: str) -> str:
    return "\n".join(line for given in text.split("\n") for line in wrapped_line(given))


def wrapped_line(line: str) -> list[str]:
    found = SIGN.match(line)
    sign = found.group() if found else ""
    hanging = sign if sign.startswith(">") else " " * len(sign)
    # An address broken in two leads nowhere.
    return textwrap.wrap(
        line, WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    ) or [""]


def plain_body(body: Body, references: References) -> str:
    parts = [wrapped(text) for block in body.blocks if (text := block_text(block, references))]
    notes = [
        f"[{n}] {note.attrs.text} {note.attrs.url}" for n, note in enumerate(body.footnotes(), 1)
    ]
    return "\n\n".join([*parts, *(wrapped(note.strip()) for note in notes)])


def block_text(block: Block, references: References) -> str:
    if isinstance(block, Heading):
        rule = "-" * min(len(block.text()), WIDTH)
        return f"{block.text()}\n{rule}" if block.attrs.level == 2 else block.text()
    if isinstance(block, RelatedArticles):
        return "\n".join(related(block, references))
    return block.text()


def related(block: RelatedArticles, references: References) -> Iterator[str]:
    found = [references.articles[pk] for pk in block.attrs.articles if pk in references.articles]
    if found:
        yield block.attrs.title or "Read also"
    for article in found:
        yield f"– {article.live.headline}"
        yield f"  {references.base_url}{article.get_absolute_url()}"
