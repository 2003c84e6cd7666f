"""Lines that begin with a bullet or a number."""

from dataclasses import replace

from ..piece import Kind, Line, Piece
from ..signs import Sign, sign_of
from ..words import sliced

Entry = tuple[Piece, Sign]
SAME_DEPTH = 2
"""Columns by which entries of one list may be out of line: " 9." over "10."."""


def gathered(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Each run of marked lines as one list. A lone number that is not 1 is no list."""
    result: list[Piece] = []
    run: list[Entry] = []
    for piece in pieces:
        sign = sign_of(piece.text) if piece.open else None
        if run and (sign is None or not goes_on(run, piece, sign)):
            result += made(run)
            run = []
        if sign is None:
            result.append(piece)
        else:
            run.append((piece, sign))
    return (*result, *made(run))


def goes_on(run: list[Entry], piece: Piece, sign: Sign) -> bool:
    """Does the line belong to the list? Deeper lines do; others must be of the same sort."""
    base = run[0][0].indent
    if column(piece, sign) >= base + SAME_DEPTH:
        return True
    last = next(s for p, s in reversed(run) if column(p, s) < base + SAME_DEPTH)
    if sign.number is None or last.number is None:
        return (sign.number is None) == (last.number is None)
    return sign.number == last.number + 1


def column(piece: Piece, sign: Sign) -> int:
    """Word's second bullet arrives as an "o" that is often not set in."""
    return piece.indent + (4 if sign.mark == "o" else 0)


def made(run: list[Entry]) -> list[Piece]:
    if not run or (len(run) == 1 and run[0][1].number not in {None, 1}):
        return [piece for piece, _ in run]
    pieces = [piece for piece, _ in run]
    ordered = run[0][1].number is not None
    gathered = replace(
        pieces[0],
        source="\n".join(" " * piece.indent + piece.source for piece in pieces),
        lines=tuple(lines_of(run)),
        last=pieces[-1].last,
    )
    return [gathered.guessed(Kind.ORDERED_LIST if ordered else Kind.BULLET_LIST, reason(run))]


def lines_of(run: list[Entry]) -> list[Line]:
    steps: list[int] = []
    lines = []
    for piece, sign in run:
        at = column(piece, sign)
        while steps and at < steps[-1] - SAME_DEPTH + 1:
            steps.pop()
        if not steps or at >= steps[-1] + SAME_DEPTH:
            steps.append(at)
        words = sliced(piece.words, sign.length)
        lines.append(Line(words, len(steps) - 1, f"{sign.mark} ", sign.number))
    return lines


def reason(run: list[Entry]) -> str:
    mark = run[0][1].mark
    if run[0][1].number is not None:
        return f"{len(run)} lines are numbered" if len(run) > 1 else "The line is numbered"
    return f"{len(run)} lines begin with “{mark}”" if len(run) > 1 else f"It begins with “{mark}”"
