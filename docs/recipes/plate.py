"""Draws static/plate.png, which stands for an article without a picture where a link is shared.

Usage: python docs/recipes/plate.py static/plate.png   (needs Pillow)
"""

import sys

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 630
INK, PAPER, MARK = "#12212b", "#ffffff", "#ff8cc4"
SCALE = 2  # drawn larger and reduced, for smooth edges


def draw() -> Image.Image:
    """The datum: one heavy line with ticks, and the contact above it."""
    plate = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), INK)
    pen = ImageDraw.Draw(plate)

    def box(left: float, top: float, right: float, bottom: float, colour: str) -> None:
        pen.rectangle([n * SCALE for n in (left, top, right - 0.5, bottom - 0.5)], fill=colour)

    box(90, 400, WIDTH - 90, 412, PAPER)
    for number, left in enumerate(range(90, WIDTH - 89, 34)):
        box(left, 412, left + 3, 450 if number % 5 == 0 else 430, PAPER)
    pen.ellipse([n * SCALE for n in (560, 215, 640, 295)], fill=MARK)
    return plate.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    draw().save(sys.argv[1], optimize=True)
