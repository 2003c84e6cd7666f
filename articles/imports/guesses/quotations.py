"""A quotation alone on its line, and who said it."""

import re
from dataclasses import replace

from ...body.inline import plain
from ..piece import Kind, Line, Piece
from ..words import Words, is_quotation, quoted_end, sliced
from .speakers import speaker_and_role, speaker_in

FEWEST_WORDS = 4
LONGEST_PULL_QUOTE = 60
LONGEST_ATTRIBUTION = 14
ATTRIBUTION = re.compile(r"(?:—|–|―|--?)\s*(?=\w)")


def pulled(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    result: list[Piece] = []
    for piece in pieces:
        if result and (attributed := with_attribution(result[-1], piece)):
            result[-1] = attributed
        elif piece.open:
            result.append(quotation(piece, result))
        else:
            result.append(piece)
    return tuple(result)


def quotation(piece: Piece, above: list[Piece]) -> Piece:
    """The piece as a quotation if it is one, with the speaker that the text above names."""
    if parted := with_its_attribution(piece):
        return parted
    if not is_quotation(piece.text):
        return piece
    introduced = bool(above) and above[-1].text.rstrip().endswith(":")
    if len(piece.text.split()) < FEWEST_WORDS and not introduced:
        return piece
    speaker, role = spoken_by(tuple(above))
    return as_quotation(replace(piece, speaker=speaker, role=role))


def as_quotation(piece: Piece) -> Piece:
    long = len(piece.text.split()) > LONGEST_PULL_QUOTE
    why = "A long line in quotation marks" if long else "A whole line in quotation marks"
    if not piece.speaker:
        why += "; no speaker was found near it"
    elif any(line.attribution for line in piece.lines):
        why += "; the speaker stands after it"
    else:
        why += "; the sentence before names the speaker"
    return piece.guessed(Kind.BLOCK_QUOTE if long else Kind.PULL_QUOTE, why)


def spoken_by(above: tuple[Piece, ...]) -> tuple[str, str]:
    """Speaker and role, from the last sentence above if it introduces somebody's words."""
    if not above or above[-1].kind in {Kind.DROPPED, Kind.TABLE, Kind.FIGURE}:
        return "", ""
    return speaker_in(above[-1].text)


def with_its_attribution(piece: Piece) -> Piece | None:
    """“…” — Speaker, role, on one line."""
    text = piece.text
    end = quoted_end(text)
    rest = text[end + 1 :].lstrip(" .,") if end and end > 1 else ""
    found = ATTRIBUTION.match(rest)
    if end is None or not found or not is_name_line(rest[found.end() :]):
        return None
    start = len(text) - len(rest)
    said, by = sliced(piece.words, 0, start), sliced(piece.words, start + found.end())
    return attributed_to(piece, said, by)


def with_attribution(quote: Piece, below: Piece) -> Piece | None:
    """A line "— Speaker, role" right under a quotation that has no speaker of its own."""
    if not (below.open and quote.kind in {Kind.PULL_QUOTE, Kind.BLOCK_QUOTE} and not quote.decided):
        return None
    found = ATTRIBUTION.match(below.text)
    if not found or quote.lines[-1].attribution or not is_name_line(below.text[found.end() :]):
        return None
    joined = replace(quote, source=f"{quote.source}\n{below.source}", last=below.last)
    return attributed_to(joined, quote.words, sliced(below.words, found.end()))


def attributed_to(piece: Piece, said: Words, by: Words) -> Piece:
    speaker, role = speaker_and_role(plain(by).strip())
    lines = (Line(said), Line(by, sign="— ", attribution=True))
    return as_quotation(replace(piece, lines=lines, speaker=speaker, role=role))


def is_name_line(text: str) -> bool:
    short = 0 < len(text.split()) <= LONGEST_ATTRIBUTION
    return short and text[0].isupper() and not text.rstrip().endswith(("!", "?", ":"))
