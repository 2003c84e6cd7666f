"""Letters as a keyboard without accents has them."""

import re
import unicodedata

SIGNS = {ord(sign): "-" for sign in "‐‑‒–—―−"} | {ord(sign): "'" for sign in "’‘ʼ′`´"}
LETTERS: dict[int, str] = {
    ord(letter): plain for letter, plain in zip("İıłŁøØđĐßæÆœŒ", "IilLoOdDsaAoO", strict=True)
} | SIGNS
"""What Unicode does not take apart; one for one."""


class Plain(dict[int, str]):
    """A table for str.translate: each letter without its accent, one for one."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFKD", chr(code))[:1]
        plain = letter.translate(LETTERS) if letter.isalnum() else chr(code)
        self[code] = plain
        return plain


PLAIN = Plain(LETTERS)


def folded(text: str) -> str:
    """Without accents; every sign stays at its place."""
    return text if text.isascii() else text.translate(PLAIN)


def composed(text: str) -> str:
    """Accents and ligatures in one piece with their letters, or apart from them: then folded."""
    return text if text.isascii() else folded(unicodedata.normalize("NFKC", text))


def key_of(name: str) -> str:
    """Letters and digits alone: what a topic's names are told from each other by."""
    letters = unicodedata.normalize("NFKD", name.translate(LETTERS)).casefold()
    return re.sub(r"[\W_]+", "", "".join(c for c in letters if not unicodedata.combining(c)))
