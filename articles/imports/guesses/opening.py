"""What may stand above an article's text: its headline, standfirst and byline."""

import re
from dataclasses import replace

from ..piece import HEADINGS, Kind, Piece
from ..words import sliced
from .headings import ends_a_sentence, is_prose, word_count

LABELS = (
    (re.compile(r"(?:headline|title|hed)\s*:\s*(?=\S)", re.IGNORECASE), Kind.HEADLINE),
    (
        re.compile(r"(?:standfirst|dek|strapline|subtitle)\s*:\s*(?=\S)", re.IGNORECASE),
        Kind.STANDFIRST,
    ),
    (re.compile(r"(?:byline|author)\s*:\s*(?:by\s+)?(?=\S)", re.IGNORECASE), Kind.BYLINE),
)
BY = re.compile(r"(?:by|written by|words by)\s*:?\s+(?=[^\W\d_])", re.IGNORECASE)
ROWS_OF_OPENING = 5
LONGEST_HEADLINE, LONGEST_STANDFIRST = 14, 45


def labelled(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Lines near the top that name themselves: "Headline: …", "Standfirst: …"."""
    top = (label(piece) for piece in pieces[:ROWS_OF_OPENING])
    return (*top, *pieces[ROWS_OF_OPENING:])


def label(piece: Piece) -> Piece:
    for pattern, kind in LABELS:
        if piece.open and (found := pattern.match(piece.text)):
            return signed(piece, found.end()).guessed(kind, "The line says so itself")
    return piece


def signed(piece: Piece, length: int) -> Piece:
    """With the first letters of its line made a sign, which is not part of the words."""
    line = replace(
        piece.lines[0],
        words=sliced(piece.words, length),
        sign=piece.text[:length].rstrip() + " ",
    )
    return replace(piece, lines=(line,))


def headed(pieces: tuple[Piece, ...], known: str) -> tuple[Piece, ...]:
    """The first line as the headline, if it looks like one.

    known: the headline, where it was given: then the line is taken only when it says the same.
    """
    if known:
        return tuple(known_headline(piece, known, number) for number, piece in enumerate(pieces))
    if len(pieces) < 2 or any(piece.kind is Kind.HEADLINE for piece in pieces):
        return pieces
    first, second = pieces[:2]
    if looks_like_headline(first) and (
        is_prose(second) or is_byline(second) or second.kind is Kind.STANDFIRST
    ):
        why = "The first line, short and without a full stop, with the text below it"
        return (first.guessed(Kind.HEADLINE, why), *pieces[1:])
    return pieces


def known_headline(piece: Piece, known: str, number: int) -> Piece:
    """The manuscript's own headline, once another is given: kept as a heading unless it agrees."""
    same = piece.text.casefold().split() == known.casefold().split()
    if number == 0 and same and (piece.open or piece.kind in {*HEADINGS, Kind.HEADLINE}):
        return piece.guessed(Kind.HEADLINE, "The first line is the headline that was given")
    if piece.kind is Kind.HEADLINE:
        return piece.guessed(Kind.HEADING2, "The manuscript's own title; another was given")
    return piece


def looks_like_headline(piece: Piece) -> bool:
    short = 1 < word_count(piece.text) <= LONGEST_HEADLINE and len(piece.text) <= 150
    return piece.open and short and not piece.text.rstrip().endswith((".", ":", ",", ";", "…"))


def is_byline(piece: Piece) -> bool:
    short = word_count(piece.text) <= 10 and not ends_a_sentence(piece.text)
    found = BY.match(piece.text) if piece.open and short else None
    return bool(found and piece.text[found.end()].isupper())


def credited(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A line "By …" near the top, and a short paragraph between it and the headline."""
    for number, piece in enumerate(pieces[:ROWS_OF_OPENING]):
        found = BY.match(piece.text)
        if not (found and is_byline(piece)):
            continue
        byline = signed(piece, found.end()).guessed(Kind.BYLINE, "Short line that begins with “By”")
        above = pieces[:number]
        if number > 1 and above[-2].kind is Kind.HEADLINE:
            above = (*above[:-1], standfirst(above[-1]))
        return (*above, byline, *pieces[number + 1 :])
    return pieces


def standfirst(piece: Piece) -> Piece:
    if piece.open and word_count(piece.text) <= LONGEST_STANDFIRST:
        return piece.guessed(Kind.STANDFIRST, "One short paragraph between headline and byline")
    return piece
