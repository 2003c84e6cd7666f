"""The curve of the Earth hides low fliers from a radar, however strong."""

import math

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point

MIDDLE: Point = (400, 1930)
R = 1300


def draw(plate: Plate, atlas: Atlas) -> None:
    mast = ground(250)
    head = (mast[0], mast[1] - 150)
    graze = tangent(head)
    end = along(head, graze, 1640)
    hidden = [graze, end, *[ground(x) for x in range(1600, int(graze[0]), -20)]]
    plate.area(hidden, "mark", opacity=0.13)
    earth = [ground(x) for x in range(0, 1601, 20)]
    plate.area([*earth, (1600, 1000), (0, 1000)], "land", "ink", 2.6)
    plate.line(head, end, "mark", 3.5, "14 9")
    for target in ((1190, 250), (1000, 470)):
        plate.line(head, target, "mid", 2, "3 9")
    tower(plate, mast, head)
    aircraft(plate, 1190, 250, 1.5)
    aircraft(plate, 1000, 470, 1.1)
    missile(plate, 1240, 860)
    labels(plate, graze)
    plate.ticks()


def ground(x: float) -> Point:
    return x, MIDDLE[1] - math.sqrt(R**2 - (x - MIDDLE[0]) ** 2)


def tangent(head: Point) -> Point:
    """Where the line of sight from the mast's head grazes the ground."""
    dx, dy = head[0] - MIDDLE[0], MIDDLE[1] - head[1]
    distance = math.hypot(dx, dy)
    angle = math.atan2(dx, dy) + math.acos(R / distance)
    return MIDDLE[0] + R * math.sin(angle), MIDDLE[1] - R * math.cos(angle)


def along(a: Point, b: Point, x: float) -> Point:
    return x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def tower(plate: Plate, foot: Point, head: Point) -> None:
    x, y = foot
    plate.area(
        [(x - 26, y + 6), (x - 8, head[1]), (x + 8, head[1]), (x + 26, y + 6)], "none", "solid", 5
    )
    for i in range(1, 5):
        half = 26 - i * 4.2
        level = y - i * 31
        plate.line((x - half, level), (x + half, level), "solid", 4)
    plate.rect(x - 62, head[1] - 40, 124, 50, "solid")
    for i in range(7):
        plate.line((x - 50 + i * 17, head[1] - 32), (x - 50 + i * 17, head[1] + 2), "cut", 2)


def aircraft(plate: Plate, x: float, y: float, s: float) -> None:
    """A jet in profile, flying left."""
    plate.path(
        f"M{x - 70 * s} {y}q20 {-13 * s} 60 {-14 * s}l{10 * s} {-8 * s}h{22 * s}l{8 * s} {8 * s}"
        f"l{34 * s} 0l{22 * s} {-30 * s}h{16 * s}l{-6 * s} {44 * s}q{-60 * s} {10 * s} {-120 * s} "
        f"{8 * s}q{-40 * s} 0 {-46 * s} {-8 * s}z",
        "solid",
    )
    plate.area(
        [(x - 4 * s, y), (x + 46 * s, y), (x + 58 * s, y + 12 * s), (x + 34 * s, y + 12 * s)],
        "solid",
    )


def missile(plate: Plate, x: float, y: float) -> None:
    plate.area(
        [
            (x - 70, y),
            (x - 56, y - 9),
            (x + 60, y - 9),
            (x + 78, y - 26),
            (x + 86, y - 26),
            (x + 80, y + 9),
            (x - 56, y + 9),
        ],
        "solid",
    )
    plate.area([(x - 6, y - 4), (x + 28, y - 4), (x + 50, y + 26), (x + 32, y + 26)], "solid")


def labels(plate: Plate, graze: Point) -> None:
    plate.text((1350, 240), "10,000 m", "ink", 1, weight=620)
    plate.text((1350, 284), "seen at 430 km", "mid", 0.88, weight=450)
    plate.text((1120, 455), "3,000 m", "ink", 1, weight=620)
    plate.text((1120, 499), "at 246 km", "mid", 0.88, weight=450)
    plate.text((1130, 948), "30 m up: not before 43 km", "mark", 1, "end", 640, "land")
    plate.text((60, 380), "Radar on a", "ink", 1, weight=620)
    plate.text((60, 424), "24 m mast", "mid", 0.9, weight=450)
    plate.text((60, 100), "The horizon is the limit", "ink", 1.15, weight=640)
    plate.text((60, 150), "Not to scale", "mid", 0.88, weight=450)
