"""Who must say yes before a gun made of many nations' parts may be sold on."""

import math

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point
from articles.demo.draw.scenes.axes import heading

PARTS = [
    ("Barrel steel", "country A"),
    ("Fire control", "country B"),
    ("Engine", "country C"),
    ("Radio", "country D"),
]


def draw(plate: Plate, atlas: Atlas) -> None:
    heading(plate, "Four parts, four signatures", "An invented gun; the buyer wants to pass it on")
    for i, (part, country) in enumerate(PARTS):
        y = 260 + i * 180
        flow(plate, (430, y + 48), (690, 578), "fine")
        box(plate, 80, y, part, country)
        stamp(plate, (508, y + 48 + (530 - y) * 0.3), i == 2)
    box(plate, 690, 530, "Maker", "country E")
    flow(plate, (1000, 578), (1190, 578), "ink")
    box(plate, 1190, 530, "Buyer", "country F")
    flow(plate, (1345, 628), (1345, 770), "mark", down=True)
    box(plate, 1190, 770, "Next owner", "country G")
    plate.text((1375, 712), "Re-export", "mark", 1, weight=640)
    plate.text((690, 700), "One “no” stops it", "mark", 1, weight=640)
    plate.ticks()


def box(plate: Plate, x: float, y: float, name: str, note: str) -> None:
    plate.rect(x, y, 350 if x < 200 else 310, 96, "lift", "ink", 2.4)
    plate.text((x + 24, y + 42), name, "ink", 0.98, weight=640, halo="lift")
    plate.text((x + 24, y + 80), note, "mid", 0.84, weight=460, halo="lift")


def flow(plate: Plate, a: Point, b: Point, stroke: str, down: bool = False) -> None:
    plate.line(a, b, stroke, 5)
    turn = math.pi / 2 if down else math.atan2(b[1] - a[1], b[0] - a[0])
    if stroke != "fine":
        tip = [
            (b[0] - 24 * math.cos(turn + s * 0.4), b[1] - 24 * math.sin(turn + s * 0.4))
            for s in (-1, 1)
        ]
        plate.area([b, *tip], stroke)


def stamp(plate: Plate, at: Point, refused: bool) -> None:
    plate.ring(at, 34, "mark" if refused else "ink", 5, "lift")
    x, y = at
    if refused:
        plate.line((x - 14, y - 14), (x + 14, y + 14), "mark", 6)
        plate.line((x - 14, y + 14), (x + 14, y - 14), "mark", 6)
    else:
        plate.polyline([(x - 15, y + 1), (x - 4, y + 13), (x + 17, y - 12)], "ink", 6)
