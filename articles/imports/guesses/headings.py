"""Lines that look like headings: short, and without the full stop of a sentence."""

import re
from itertools import groupby

from ..piece import HEADINGS, Kind, Piece
from ..words import OPENING, all_bold, word_set

LONGEST_TITLE, LONGEST_SENTENCE, LONGEST_BOLD, SHORTEST_PROSE = 14, 9, 16, 12
MINOR = word_set(
    "a an the and or but nor so yet for of on in to at by up as if is it its be are was no not off "
    "out per via vs vs. v with from into onto over under after before amid than that"
)
WORD = re.compile(r"[^\W_]")
URL = re.compile(r"https?://|www\.|\S@\S")
END = tuple(".!?…:;,")


def found(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A manuscript that marks its headings is believed; only whole bold lines are added to them."""
    marked = any(piece.kind in HEADINGS for piece in pieces)
    bold = {n for n, piece in enumerate(pieces) if is_bold_heading(pieces, n)}
    reasons = dict.fromkeys(sorted(bold), "The whole line is bold and short")
    if not marked and len(bold) < 2:
        for number in range(len(pieces)):
            if why := reason(pieces, number):
                reasons.setdefault(number, why)
    chosen = without_crowds(reasons)
    return levelled(pieces, chosen, marked)


def is_bold_heading(pieces: tuple[Piece, ...], number: int) -> bool:
    piece = pieces[number]
    if not (could_be(pieces, number) and all_bold(piece.words)):
        return False
    return word_count(piece.text) <= LONGEST_BOLD and not piece.text.endswith((".", ",", ";", "…"))


def could_be(pieces: tuple[Piece, ...], number: int) -> bool:
    """One open line with words and something below it to be the heading of."""
    piece = pieces[number]
    below = next((p for p in pieces[number + 1 :] if p.kind is not Kind.DROPPED), None)
    wrong = URL.search(piece.text) or piece.text.startswith(tuple(OPENING)) or "\n" in piece.text
    return piece.open and below is not None and not wrong and bool(WORD.search(piece.text))


def reason(pieces: tuple[Piece, ...], number: int) -> str:
    """Why the line reads as a heading, or nothing."""
    if not could_be(pieces, number):
        return ""
    text = pieces[number].text
    if is_title(text):
        capitals = text.isupper() and len(text) > 4
        return "Short line in capitals" if capitals else "Short line in title case, no full stop"
    if is_short_sentence(text) and between_prose(pieces, number):
        return "Short line between paragraphs, no full stop"
    return ""


def is_title(text: str) -> bool:
    """Title case or capitals; of one or two words only the first needs its capital."""
    words = text.split()
    if not starts_high(words[0]) or len(words) > LONGEST_TITLE or text.endswith(END):
        return text.endswith("?") and len(words) > 2 and is_title(text[:-1])
    if len(words) <= 2:
        return words[0][0].isalpha()
    weighty = [word for word in words if word.lower() not in MINOR and WORD.search(word)]
    return sum(starts_high(word) for word in weighty) >= len(weighty) * 0.8


def starts_high(word: str) -> bool:
    first = next((letter for letter in word if letter.isalnum()), "")
    return first.isupper() or first.isdigit()


def is_short_sentence(text: str) -> bool:
    return starts_high(text) and word_count(text) <= LONGEST_SENTENCE and not text.endswith(END)


def between_prose(pieces: tuple[Piece, ...], number: int) -> bool:
    """Paragraphs on both sides; without empty lines around, finished sentences above."""
    above = pieces[number - 1] if number else None
    below = pieces[number + 1]
    if above is None or not (is_prose(below) or below.kind is Kind.BULLET_LIST):
        return False
    return above.kind is not Kind.PARAGRAPH or (is_prose(above) and ends_a_sentence(above.text))


def is_prose(piece: Piece) -> bool:
    is_text = piece.kind in {Kind.PARAGRAPH, Kind.STANDFIRST} and not piece.picture
    return is_text and (word_count(piece.text) >= SHORTEST_PROSE or ends_a_sentence(piece.text))


def ends_a_sentence(text: str) -> bool:
    return text.rstrip("”\"’')] ").endswith((".", "!", "?", "…", ":"))


def word_count(text: str) -> int:
    return len(text.split())


def without_crowds(reasons: dict[int, str]) -> dict[int, str]:
    """Three short lines or more under each other are an address or a verse, not headings."""
    runs = groupby(enumerate(sorted(reasons)), key=lambda pair: pair[1] - pair[0])
    crowds = ([number for _, number in run] for _, run in runs)
    return {number: reasons[number] for crowd in crowds if len(crowd) < 3 for number in crowd}


def levelled(pieces: tuple[Piece, ...], reasons: dict[int, str], marked: bool) -> tuple[Piece, ...]:
    """Of one or two words: a sub-heading, once there is a section that it can be part of."""
    longer = any(word_count(pieces[number].text) > 2 for number in reasons)
    seen = False
    result = []
    for number, piece in enumerate(pieces):
        if number in reasons:
            small = marked or (longer and word_count(piece.text) <= 2)
            kind = Kind.HEADING3 if small and seen else Kind.HEADING2
            piece = piece.guessed(kind, reason_of(reasons[number], kind, marked))
        seen = seen or piece.kind is Kind.HEADING2
        result.append(piece)
    return tuple(result)


def reason_of(why: str, kind: Kind, marked: bool) -> str:
    if kind is Kind.HEADING2 or marked:
        return why
    return f"{why}, of at most two words under a section"
