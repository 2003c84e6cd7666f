"""A road base from above: 800 metres of straight road, with jets under the trees."""

import random

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point, scaled

ROAD, HALF = 560, 32
LEFT, RIGHT = 250, 1350
STANDS = [(420, 300), (800, 255), (1180, 300), (620, 800)]
JET = [
    (0, -44),
    (5, -28),
    (7, -8),
    (32, 22),
    (32, 30),
    (9, 28),
    (9, 40),
    (0, 44),
    (-9, 40),
    (-9, 28),
    (-32, 30),
    (-32, 22),
    (-7, -8),
    (-5, -28),
]


def draw(plate: Plate, atlas: Atlas) -> None:
    plate.rect(0, 0, plate.w, plate.h, "land")
    forest(plate)
    for x, y in STANDS:
        edge = ROAD - HALF if y < ROAD else ROAD + HALF
        plate.path(f"M{x - 150} {edge}Q{x - 60} {edge} {x} {y}", "none", "lift", 34)
        plate.ring((x, y), 78, "none", 0, "lift")
    plate.rect(0, ROAD - 16, plate.w, 32, "lift")
    plate.rect(LEFT, ROAD - HALF, RIGHT - LEFT, 2 * HALF, "lift", "mark", 4)
    for x in range(LEFT + 60, RIGHT - 40, 74):
        plate.line((x, ROAD), (x + 38, ROAD), "mid", 3)
    for i, place in enumerate(STANDS):
        plate.area(scaled(JET, place, 1.35), "solid")
        plate.rect(place[0] + 62 - 6 * i, place[1] + 30, 20, 46, "mid", turn=18 * i)
    plate.area(scaled([(y, x) for x, y in JET], (1120, ROAD), 1.2), "solid")
    plate.measure(LEFT, RIGHT, ROAD + 96, "800 m × 16 m", "land")
    plate.leader((838, 232), (1010, 130), "Stand in the trees", "one jet, one lorry, six people")
    plate.text((60, 100), "A road base", "ink", 1.15, weight=640, halo="land")
    plate.text(
        (60, 150), "Seen from above; width exaggerated", "mid", 0.88, weight=480, halo="land"
    )
    plate.ticks()


def forest(plate: Plate) -> None:
    chance = random.Random(11)  # noqa: S311  the same wood each time it is drawn
    trees: list[Point] = []
    for _ in range(5200):
        x, y = chance.uniform(-20, 1620), chance.uniform(-20, 965)
        if free(x, y) and all((x - a) ** 2 + (y - b) ** 2 > 700 for a, b in trees[-400:]):
            trees.append((x, y))
    for x, y in trees:
        r = chance.uniform(9, 15)
        plate.ring((x, y), r, "fine", 1.4, "shoal")


def free(x: float, y: float) -> bool:
    """No tree stands on the road, on a stand, on a track or under the lettering."""
    if abs(y - ROAD) < 60 or (ROAD < y < ROAD + 140 and LEFT - 40 < x < RIGHT + 40):
        return False
    if (x < 820 and y < 190) or (900 < x < 1560 and y < 210):
        return False
    if any((x - a) ** 2 + (y - b) ** 2 < 104**2 for a, b in STANDS):
        return False
    return not any(a - 190 < x < a + 40 and min(b, ROAD) < y < max(b, ROAD) for a, b in STANDS)
