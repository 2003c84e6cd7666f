"""A face of the card: what it can write, how wide that is, and where its lines break."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from PIL import ImageDraw, ImageFont

FONTS = Path(__file__).parent / "fonts"
CUT = "…"
STOPS = " ,;:.–—-"
"""What does not stand before an ellipsis."""
NO_BREAK = "\u00a0"


class Unwritable(ValueError):
    """A text has letters that our faces lack."""


@dataclass(frozen=True, slots=True)
class Face:
    """file: in FONTS. tracking: what is added after each letter, in ems."""

    file: str
    tracking: float = 0

    def check(self, text: str) -> None:
        """Raises Unwritable."""
        if lacking := {letter for letter in text if lacks(self.file, letter)}:
            raise Unwritable(f"{self.file} lacks {' '.join(sorted(lacking))}")

    def width(self, text: str, size: int) -> float:
        return self.places(text, size)[-1]

    def write(
        self, pen: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, ink: str
    ) -> None:
        """at: where the line's left edge and its baseline meet."""
        places = self.places(text, size)
        for letter, place in zip(text, places, strict=False):
            pen.text((at[0] + place, at[1]), letter, ink, font_of(self.file, size), anchor="ls")

    def places(self, text: str, size: int) -> list[float]:
        """Where each letter begins, and where the last one ends."""
        font, place, places = font_of(self.file, size), 0.0, [0.0]
        for one, two in pairwise([*text, ""]):
            # What the second one adds to the two of them, so that it is kerned.
            place += font.getlength(one + two) - (font.getlength(two) if two else 0)
            place += self.tracking * size
            places.append(place)
        return places

    def lines(self, text: str, size: int, width: float) -> list[str]:
        """Broken at spaces, as many words to a line as it takes. A word may be too wide."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def balanced(self, text: str, size: int, width: float) -> list[str]:
        """In as few lines as it takes, of about one length: none is a stray word.

        Of all ways to break it, the one with the smallest sum of squared widths.
        """
        words = text.split(" ")
        # The best way so far to set the first words, by how many words it is; line by line.
        best: dict[int, tuple[float, list[str]]] = {0: (0, [])}
        for _ in self.lines(text, size, width):
            longer: dict[int, tuple[float, list[str]]] = {}
            for start, (cost, lines) in best.items():
                for end in range(start + 1, len(words) + 1):
                    line = " ".join(words[start:end])
                    if (wide := self.width(line, size)) > width:
                        break
                    if end not in longer or cost + wide**2 < longer[end][0]:
                        longer[end] = (cost + wide**2, [*lines, line])
            best = longer
        return best[len(words)][1]

    def widest(self, lines: list[str], size: int) -> float:
        return max(self.width(line, size) for line in lines)

    def cut(self, text: str, size: int, width: float, most: int) -> list[str]:
        """The beginning of a text, in so many lines; it ends at a word with an ellipsis."""
        words = text.split(" ")
        for count in range(len(words), 0, -1):
            begun = " ".join(words[:count]).rstrip(STOPS) + CUT
            lines = self.lines(begun, size, width)
            if len(lines) <= most and self.widest(lines, size) <= width:
                return lines
        return [self.shortened(words[0], size, width)]

    def shortened(self, word: str, size: int, width: float) -> str:
        """Cut within, as a last resort: no line holds it."""
        while word and self.width(word + CUT, size) > width:
            word = word[:-1]
        return word + CUT


def plain(text: str) -> str:
    """One line of whole letters, without signs that nobody sees; a space that holds stays one.

    A dash stands at the end of a line, not at the beginning of the next.
    """
    text = unicodedata.normalize("NFC", text).replace("\u202f", NO_BREAK)
    seen = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf") or c.isspace())
    line = NO_BREAK.join(" ".join(part.split()) for part in seen.split(NO_BREAK)).strip()
    return line.replace(" –", f"{NO_BREAK}–").replace(" —", f"{NO_BREAK}—")


@cache
def font_of(file: str, size: int) -> ImageFont.FreeTypeFont:
    # The plain layout: with Raqm, which not every machine has, lines would break elsewhere.
    return ImageFont.truetype(FONTS / file, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def lacks(file: str, letter: str) -> bool:
    """FreeType draws whatever a font lacks as one and the same box."""
    font = font_of(file, 32)
    return bytes(font.getmask(letter)) == bytes(font.getmask("\uffff"))
