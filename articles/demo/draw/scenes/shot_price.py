"""What it costs to bring down a cheap drone, on a scale of tens; its own price in magenta."""

import math

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate
from articles.demo.draw.scenes.axes import heading

SHOTS = [
    ("Machine-gun", 300, "€300"),
    ("Interceptor drone", 3_500, "€3,500"),
    ("35-mm gun", 9_000, "€9,000"),
    ("Missile", 380_000, "€380,000"),
]
TARGET = 40_000
LEFT, RIGHT, TOP, STEP, BASE = 440, 1490, 290, 130, 850


def at(price: float) -> float:
    """From €100 to €1m, each rule ten times the one before it."""
    return LEFT + (math.log10(price) - 2) / 4 * (RIGHT - LEFT)


def draw(plate: Plate, atlas: Atlas) -> None:
    heading(plate, "One shot at one drone", "Euros, each rule ten times the last; invented figures")
    for price, words in ((100, "€100"), (1_000, "1,000"), (10_000, "10,000"), (100_000, "100,000")):
        plate.line((at(price), TOP - 40), (at(price), BASE), "fine", 1.5)
        plate.text((at(price), BASE + 56), words, "mid", 0.9, "middle", 500)
    for i, (name, price, words) in enumerate(SHOTS):
        y = TOP + i * STEP
        plate.text((LEFT - 28, y + 48), name, "ink", 0.98, "end", 600)
        plate.rect(LEFT, y, at(price) - LEFT, 70, "solid")
        plate.text((at(price) + 20, y + 48), words, "ink", 0.95, weight=620)
    x = at(TARGET)
    plate.line((x, TOP - 50), (x, BASE), "mark", 5, "14 9")
    plate.text((x, TOP - 74), "The drone: €40,000", "mark", 1, "middle", 640)
    plate.ticks()
