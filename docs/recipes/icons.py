"""Draws static/favicon.ico and static/apple-touch-icon.png: static/icon.svg, for who reads no SVG.

Usage: python docs/recipes/icons.py static   (needs Pillow)
"""

import sys
from pathlib import Path

from PIL import Image, ImageDraw

INK, PAPER, MARK = "#12212b", "#ffffff", "#ff8cc4"
UNITS = 32  # the drawing is that many units wide and high
TICKS = (5, 10.5, 16, 21.5, 27)


def draw(size: int, margin: float = 0) -> Image.Image:
    """The datum with its ticks, and the contact above it. margin: units left free all round."""
    scale = 8 * size / UNITS  # drawn larger and reduced, for smooth edges
    icon = Image.new("RGB", (8 * size, 8 * size), INK)
    pen = ImageDraw.Draw(icon)
    shrink = 1 - 2 * margin / UNITS

    def at(*units: float) -> list[float]:
        return [(margin + unit * shrink) * scale for unit in units]

    pen.rectangle(at(4, 17.5, 28, 20.5), fill=PAPER)
    for number, middle in enumerate(TICKS):
        pen.rectangle(at(middle - 0.75, 19, middle + 0.75, 22 if number % 2 else 24), fill=PAPER)
    pen.ellipse(at(12, 7, 20, 15), fill=MARK)
    return icon.resize((size, size), Image.Resampling.LANCZOS)


def main(folder: Path) -> None:
    sizes = (48, 32, 16)
    largest, *smaller = [draw(size) for size in sizes]
    largest.save(
        folder / "favicon.ico", sizes=[(size, size) for size in sizes], append_images=smaller
    )
    draw(180, margin=3).save(folder / "apple-touch-icon.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
