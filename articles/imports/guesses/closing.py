"""What closes a manuscript and is none of it: the words of the newsletter it was copied from."""

import re

from ..piece import Kind, Piece

NEWSLETTER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # WordPress and Jetpack
        r"discover more from .+",
        r"subscribe (now )?to (get|receive|keep|have|read) .*\b(posts?|e-?mail|inbox|archive)\b.*",
        r"type your e-?mail\W*",
        r"(continue|keep) reading",
        r"join [\d.,]+ other subscribers?\.?",
        r"join \d[\d.,]*[km]? (other )?(readers|followers|subscribers)\b.*",
        r"(get|receive) ((our|the|new|latest) )*posts? .{0,12}\b(e-?mail|inbox)\b.*",
        r"(share|like) this:?( post)?",
        r"like ?loading\W*|loading\W*",
        r"(click to )?(share|print|e-?mail) .*\(opens in new window\).*",
        r"share on (facebook|x|twitter|linkedin|whatsapp|telegram|reddit)\b.*",
        r"related( posts| articles)?:?",
        # Substack, Ghost, Mailchimp
        r"thanks for reading\b.*",
        r"subscribe for free to receive new posts.*",
        r".+ is a reader-supported publication\b.*",
        r"you.re (currently )?(a free subscriber|on the free list|receiving this)\b.*",
        r"this post is (public|free)\b.* share it\.?",
        r"upgrade to paid|leave a comment|share|subscribe( now)?|sign up( now)?",
        r"unsubscribe( here)?\.?",
        r"(view|read|open) (this |it )?(e-?mail )?in (your )?browser\.?",
        r"sign up (for|to) (our|the|my) .*newsletter.*",
        r"follow us on .{3,80}",
        r"(©|copyright) .*all rights reserved\.?",
    )
)
LONGEST_CLOSING = 300
ORNAMENT = re.compile(r"[\s*_=~#.•·⁂§+—–-]+")


def newsletter_left_out(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Only what stands at the very end: in the middle the same words may be the article's."""
    end = len(pieces)
    while end > 1 and (is_newsletter(pieces[end - 1]) or is_ornament(pieces[end - 1])):
        end -= 1
    why = "Closing words of a newsletter, not of the article"
    dropped = (p.guessed(Kind.DROPPED, why) if is_newsletter(p) else p for p in pieces[end:])
    return (*pieces[:end], *dropped)


def is_newsletter(piece: Piece) -> bool:
    text = " ".join(piece.text.split())
    short = len(text) <= LONGEST_CLOSING and not piece.picture
    return short and any(pattern.fullmatch(text) for pattern in NEWSLETTER)


def ornaments_left_out(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    why = "A line of signs that parts two sections"
    return tuple(p.guessed(Kind.DROPPED, why) if is_ornament(p) else p for p in pieces)


def is_ornament(piece: Piece) -> bool:
    return piece.open and bool(ORNAMENT.fullmatch(piece.text))
