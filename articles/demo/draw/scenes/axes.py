"""Rules, numbers and a heading: what the data plates share."""

from articles.demo.draw.plate import Plate


def heading(plate: Plate, words: str, note: str = "") -> None:
    plate.text((70, 96), words, "ink", 1.15, weight=640)
    plate.text((70, 148), note, "mid", 0.9, weight=460)


def level(plate: Plate, y: float, x1: float, x2: float, words: str, base: bool = False) -> None:
    """A horizontal rule with its number to the left."""
    plate.line((x1, y), (x2, y), "ink" if base else "fine", 2 if base else 1.5)
    plate.text((x1 - 20, y + 13), words, "mid", 0.9, "end", 500)
