"""A plan position picture with two sectors masked by high ground; the track that used one."""

import math
import random

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point

CENTRE, R = (800.0, 1250.0), 1130.0
TRACKS: dict[str, list[Point]] = {
    "A17": [(-27, 0.95), (-24, 0.86), (-20, 0.77), (-17, 0.69)],
    "A21": [(7, 0.9), (4, 0.81), (1, 0.73), (-1, 0.66)],
    "A19": [(-12, 0.97), (-10, 0.9), (-9, 0.82)],
    "B04": [(38, 0.8), (33, 0.72), (27.5, 0.65), (22, 0.59)],
}


def at(bearing: float, reach: float) -> Point:
    a = math.radians(bearing - 90)
    return CENTRE[0] + math.cos(a) * R * reach, CENTRE[1] + math.sin(a) * R * reach


def draw(plate: Plate, atlas: Atlas) -> None:
    scope(plate)
    sector(plate, 11, 27, 0.42)
    sector(plate, -44, -34, 0.6)
    clutter(plate)
    for name, track in TRACKS.items():
        contact(plate, name, [at(*q) for q in track])
    for reach, words in ((0.26, "25"), (0.5, "50"), (0.74, "75 km")):
        x, y = at(0, reach)
        plate.text((x, y + 12), words, "mid", 0.86, "middle", 560, "band")
    plate.text(at(19, 0.85), "Masked by ridge", "mark", 0.95, "middle", 620)
    plate.text(at(-39, 0.8), "Masked", "mark", 0.95, "middle", 620)
    plate.text(at(-13, 0.35), "Ground clutter", "mid", 0.92, "middle", 500, "band")
    plate.ticks()


def scope(plate: Plate) -> None:
    plate.ring(CENTRE, R * 0.98, "mid", 1.6, "band")
    for reach in (0.74, 0.5):
        plate.ring(CENTRE, R * reach, "mid", 1.6)
    for bearing in range(-75, 76, 5):
        major = bearing % 15 == 0
        plate.line(
            at(bearing, 0.98), at(bearing, 1.0 if major else 0.99), "ink", 2 if major else 1.3
        )
        if major and 70 < at(bearing, 1.022)[0] < plate.w - 70:
            plate.line(at(bearing, 0.26), at(bearing, 0.98), "fine", 1.2)
            plate.text(at(bearing, 1.022), f"{bearing % 360:03d}", "mid", 0.8, "middle", 480)
    plate.ring(CENTRE, R * 0.26, "mid", 1.6, "shoal")


def sector(plate: Plate, left: float, right: float, start: float) -> None:
    (x1, y1), (x2, y2) = at(left, start), at(left, 0.98)
    (x3, y3), (x4, y4) = at(right, 0.98), at(right, start)
    far, near = R * 0.98, R * start
    plate.path(
        f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}A{far:.1f} {far:.1f} 0 0 1 {x3:.1f} {y3:.1f}"
        f"L{x4:.1f} {y4:.1f}A{near:.1f} {near:.1f} 0 0 0 {x1:.1f} {y1:.1f}Z",
        "mark",
        opacity=0.13,
    )


def clutter(plate: Plate) -> None:
    chance = random.Random(7)  # noqa: S311  the same specks each time it is drawn
    for _ in range(260):
        bearing, reach = chance.uniform(-56, 56), chance.uniform(0.3, 0.97)
        if chance.random() < 0.6:
            bearing, reach = chance.gauss(-12, 8), chance.gauss(0.45, 0.05)
        plate.ring(at(bearing, reach), chance.uniform(1.4, 3), "none", 0, "mid")


def contact(plate: Plate, name: str, points: list[Point]) -> None:
    colour = "mark" if name.startswith("B") else "ink"
    plate.polyline(points, colour, 3)
    for point in points[:-1]:
        plate.ring(point, 5, "none", 0, colour)
    x, y = points[-1]
    plate.rect(x - 13, y - 13, 26, 26, "ground", colour, 4, 45 if colour == "mark" else 0)
    plate.text((x + 30, y + 13), name, colour, 0.94, weight=640, halo="band")
