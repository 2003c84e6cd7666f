"""A ground station and the few minutes of an orbit in which it can speak to its satellite."""

import math

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point

CENTRE, GROUND_R, ORBIT_R = (800.0, 2500.0), 1690.0, 2250.0
DISH: Point = (800, 810)


def at(degrees: float, radius: float) -> Point:
    """Degrees from the vertical above the station."""
    a = math.radians(degrees)
    return CENTRE[0] + radius * math.sin(a), CENTRE[1] - radius * math.cos(a)


def draw(plate: Plate, atlas: Atlas) -> None:
    ground = [at(d / 2, GROUND_R) for d in range(-60, 61)]
    cone = [DISH, *(at(d, ORBIT_R) for d in range(-14, 15))]
    plate.area(cone, "mark", opacity=0.1)
    plate.area([*ground, (1600, 1000), (0, 1000)], "land", "ink", 2.4)
    plate.polyline([at(d / 2, ORBIT_R) for d in range(-50, 51)], "mid", 2.4, "12 8")
    plate.polyline([at(d / 2, ORBIT_R) for d in range(-28, 29)], "mark", 6)
    for d in (-14, 14):
        plate.line(DISH, at(d, ORBIT_R), "mark", 2.4, "4 9")
    satellite(plate, *at(6, ORBIT_R))
    dish(plate)
    plate.text((800, 190), "Six minutes", "mark", 1.15, "middle", 640)
    plate.text((1150, 150), "The satellite", "ink", 1, "start", 620)
    plate.text((1150, 193), "round again in 95 minutes", "mid", 0.86, "start", 450)
    plate.text((880, 780), "The station", "ink", 1, "start", 620)
    plate.text((70, 96), "When one may speak", "ink", 1.15, weight=640)
    plate.text((70, 148), "Four such passes in two days", "mid", 0.9, weight=460)
    plate.ticks()


def satellite(plate: Plate, x: float, y: float) -> None:
    plate.line((x - 96, y), (x + 96, y), "solid", 5)
    plate.rect(x - 30, y - 34, 60, 68, "solid", "ground", 3)
    for side in (-104, 40):
        plate.rect(x + side, y - 24, 64, 48, "solid", "ground", 3)
        plate.line((x + side + 32, y - 22), (x + side + 32, y + 22), "cut", 2)


def dish(plate: Plate) -> None:
    x, y = DISH
    plate.area([(x - 10, y - 30), (x + 10, y - 30), (x + 30, y + 20), (x - 30, y + 20)], "solid")
    plate.path(f"M{x - 74} {y - 92}Q{x - 46} {y - 14} {x + 66} {y - 34}z", "solid")
    plate.line((x - 4, y - 62), (x + 44, y - 118), "solid", 5)
    plate.ring((x + 46, y - 120), 8, "none", 0, "solid")
