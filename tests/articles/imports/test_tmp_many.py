"""Whatever the text, its words are in the body, or in a piece that says where they went."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.body.node import Block
from articles.imports import (
    Kind,
    Manuscript,
    ManuscriptError,
    Piece,
    read_manuscript,
    read_pasted,
)

from .material import letters

OUTSIDE = {Kind.HEADLINE, Kind.STANDFIRST, Kind.BYLINE, Kind.DROPPED}
words = st.sampled_from(
    [
        "the",
        "Minister",
        "said:",
        "“We",
        "will",
        "not",
        "go,”",
        "Ankara",
        "F-35",
        "NATO’s",
        "1.",
        "2)",
        "-",
        "•",
        "–",
        "*",
        "o",
        "·",
        "By",
        "Discover",
        "more",
        "from",
        "Subscribe",
        "http://x.example/a?b=c",
        "naïve",
        "şöyle",
        "Headline:",
        "U.S.",
        "...",
        "?",
        "!",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "—",
        "General",
        "Doe",
        "a",
        "b",
        ">",
        "<b>",
        "&amp;",
        "\t",
        ":",
    ]
)
markup = st.sampled_from(["#", "##", "|", "[x](https://a.example)", "<p>", "</div>", "[^1]"])
lines = st.lists(words, max_size=12).map(" ".join)
indented = st.tuples(st.sampled_from(["", "", "  ", "    ", "\t"]), lines).map("".join)
plain = st.lists(indented | st.text(max_size=40), max_size=25).map("\n".join)
marked = st.lists(st.lists(words | markup, max_size=9).map(" ".join), max_size=20).map("\n".join)


def placed(manuscript: Manuscript) -> str:
    """The letters of the article and of what stands beside it, in the order of the manuscript."""
    return "".join(
        letters_of(piece, blocks)
        for piece, blocks in zip(manuscript.pieces, manuscript.blocks, strict=True)
    )


def letters_of(piece: Piece, blocks: tuple[Block, ...]) -> str:
    """Where a quotation took its speaker from the sentence before, that is not counted twice."""
    if piece.kind in OUTSIDE:
        return letters(" ".join(line.sign + line.text for line in piece.lines))
    if piece.kind not in {Kind.PULL_QUOTE, Kind.BLOCK_QUOTE}:
        return letters(" ".join(block.text() for block in blocks))
    spoken_by = letters(" ".join(line.text for line in piece.lines if line.attribution))
    if spoken_by:
        assert sorted(spoken_by) == sorted(letters(piece.speaker + piece.role))
    shown = letters(" ".join(block.text() for block in blocks))
    return shown.removesuffix(letters(piece.by)) + spoken_by


@given(plain)
@settings(max_examples=2500, deadline=None)
def test_every_word_of_plain_text_is_placed_in_order(text: str) -> None:
    try:
        manuscript = read_manuscript(text.encode(), "story.txt")
    except ManuscriptError as error:
        assert str(error).endswith(".")
        return
    assert letters(text) == placed(manuscript)


@given(
    st.binary(max_size=400) | (plain | marked).map(lambda text: text.encode("cp1254", "replace"))
)
@settings(max_examples=2500, deadline=None)
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    for name in ("a.txt", "a.md", "a.html", "a.docx", "a"):
        try:
            read_manuscript(data, name).body()
        except ManuscriptError as error:
            assert str(error).endswith(".")


@given(plain | marked)
@settings(max_examples=2500, deadline=None)
def test_every_guess_can_be_turned_into_every_alternative(text: str) -> None:
    try:
        manuscript = read_pasted(text)
    except ManuscriptError:
        return
    for number, piece in enumerate(manuscript.pieces[:6]):
        for kind in piece.alternatives:
            turned = manuscript.turned(number, kind)
            assert turned.pieces[number].sure
            turned.body()


inline_tags = st.sampled_from(["b", "i", "span", "a", "sup", "font", "o:p"])
block_tags = st.sampled_from(
    ["p", "div", "ul", "ol", "li", "table", "tr", "td", "blockquote", "h1", "h3", "figure", "pre"]
)
number = st.integers(10_000, 99_999).map(lambda n: f" w{n} ")
html = st.recursive(
    number,
    lambda inner: st.tuples(inline_tags | block_tags, st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ),
    max_leaves=25,
)


@given(html)
@settings(max_examples=2500, deadline=None)
def test_every_word_of_a_pasted_page_is_in_the_article(page: str) -> None:
    try:
        manuscript = read_pasted(f"<div>{page}</div>")
    except ManuscriptError:
        assert "w" not in page.replace("blockquote", "").replace("row", "")
        return
    opening = (manuscript.headline, manuscript.standfirst, manuscript.byline)
    body = manuscript.body().text() + " ".join(filter(None, opening))
    for word in re.findall(r"w\d{5}", page):
        assert word in body
