"""The card itself, 1200 x 630: wordmark, datum, desk, headline and, where there is room, a picture.

The palette and the proportions are those of the readers' pages in light (static/css/tokens.css).
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from .face import Face, Unwritable, plain

__all__ = ["PICTURE", "SIZE", "Card", "Unwritable"]

SIZE = WIDTH, HEIGHT = 1200, 630
MOST_BYTES = 60_000
PAPER, INK = "#ffffff", "#12212b"
TINTS = {
    "air": "#1f6aa5",
    "land": "#5b6b1f",
    "naval": "#0c6b6b",
    "space": "#5a4aa8",
    "industry": "#8a5a00",
    "policy": "#59616b",
}

HEADLINE = Face("headline.ttf", tracking=-0.02)
WORDMARK = Face("wordmark.ttf", tracking=-0.03)
LABEL = Face("label.ttf")

LEFT, RIGHT = 64, 1136
DATUM = 112
DESK = 196
TOP, BOTTOM = 212, 590
"""Between these stands the headline, under the desk's name."""
WITHOUT_DESK = 160
LINES = 4
LEADING = 1.08
SIZES = range(116, 43, -4)
BESIDE = 56
"""A headline that must be smaller than this to leave room for a picture has the card to itself."""
PICTURE = (480, 300)
AIR = 48
NAME = 56
"""From the tick of a desk to its name."""
SHADES = 24
"""From ink to paper, for the edges of letters."""
FINENESS = ((160, 1), (96, 1), (64, 1), (64, 3), (32, 5))
"""Of the picture, as far as the size of the file allows: how many colours, and the width in pixels
of the grain that is smoothed away."""


@dataclass(frozen=True, slots=True)
class Card:
    """desk: "" where there is none; tint: as in TINTS, anything else being ink.

    picture: any file that Pillow reads, best one of 8:5; None for words alone.
    """

    headline: str
    site: str
    desk: str = ""
    tint: str = ""
    picture: bytes | None = None

    def png(self) -> bytes:
        """At most 60 KB. Raises Unwritable for letters that our faces lack."""
        for face, text in ((HEADLINE, self.headline), (WORDMARK, self.site), (LABEL, self.desk)):
            face.check(plain(text))
        beside = self.with_picture(self.picture) if self.picture else None
        return beside or encoded(self.drawn(self.set_in(RIGHT - LEFT)))

    def with_picture(self, picture: bytes) -> bytes | None:
        """None where it would cost the headline its size, or the file becomes too large."""
        setting = self.set_in(RIGHT - LEFT - PICTURE[0] - AIR)
        if setting.size < BESIDE:
            return None
        card = self.drawn(setting)
        with Image.open(BytesIO(picture)) as opened:
            shown = ImageOps.fit(opened.convert("RGB"), PICTURE, Image.Resampling.LANCZOS)
        for colours, grain in FINENESS:
            smooth = shown.filter(ImageFilter.MedianFilter(grain))
            card.paste(reduced(smooth, colours), (RIGHT - PICTURE[0], DESK - 24))
            if len(png := encoded(card)) <= MOST_BYTES:
                return png
        return None

    @property
    def top(self) -> int:
        return TOP if self.desk else WITHOUT_DESK

    def set_in(self, width: int) -> "Setting":
        """As large as four lines allow; a headline too long for any size is cut at a word."""
        headline = plain(self.headline)
        for size in SIZES:
            lines = HEADLINE.lines(headline, size, width)
            high = self.top + len(lines) * size * LEADING
            if len(lines) <= LINES and high <= BOTTOM and HEADLINE.widest(lines, size) <= width:
                return Setting(HEADLINE.balanced(headline, size, width), size, width)
        return Setting(HEADLINE.cut(headline, SIZES[-1], width, LINES), SIZES[-1], width)

    def drawn(self, setting: "Setting") -> Image.Image:
        """Everything but the picture."""
        card = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        pen = ImageDraw.Draw(card)
        self.draw_wordmark(pen)
        baseline = self.top + setting.size * 0.86
        for line in setting.lines:
            HEADLINE.write(pen, (LEFT, baseline), line, setting.size, INK)
            baseline += setting.size * LEADING
        if self.desk:
            self.draw_desk(pen, setting.width)
        card = reduced(card, SHADES)
        self.draw_lines(ImageDraw.Draw(card))
        return card

    def draw_wordmark(self, pen: ImageDraw.ImageDraw) -> None:
        site, size = plain(self.site), 48
        while WORDMARK.width(site, size) > RIGHT - LEFT and size > 20:
            size -= 2
        if WORDMARK.width(site, size) > RIGHT - LEFT:
            site = WORDMARK.cut(site, size, RIGHT - LEFT, 1)[0]
        WORDMARK.write(pen, (LEFT, DATUM - 24), site, size, INK)

    def draw_desk(self, pen: ImageDraw.ImageDraw, width: int) -> None:
        desk, width = plain(self.desk), width - NAME
        if LABEL.width(desk, 32) > width:
            desk = LABEL.cut(desk, 32, width, 1)[0]
        LABEL.write(pen, (LEFT + NAME, DESK), desk, 32, INK)

    def draw_lines(self, pen: ImageDraw.ImageDraw) -> None:
        """The datum with its ticks, and the desk's own in its colour."""
        pen.rectangle((LEFT, DATUM, RIGHT - 1, DATUM + 5), INK)
        for number in range(33):
            left = LEFT + round(number * (RIGHT - LEFT - 2) / 32)
            pen.rectangle((left, DATUM, left + 1, DATUM + (16 if number % 4 == 0 else 10)), INK)
        if self.desk:
            pen.rectangle((LEFT, DESK - 15, LEFT + 39, DESK - 8), TINTS.get(self.tint, INK))


@dataclass(frozen=True, slots=True)
class Setting:
    """A headline in lines of one size, px, no wider than width."""

    lines: list[str]
    size: int
    width: int


def reduced(picture: Image.Image, colours: int) -> Image.Image:
    """In so many colours; no dither, which would make the file larger and the picture worse."""
    return picture.quantize(colours, dither=Image.Dither.NONE).convert("RGB")


def encoded(card: Image.Image) -> bytes:
    """With a palette, which holds every colour there is by now."""
    data = BytesIO()
    card.quantize(256, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()
