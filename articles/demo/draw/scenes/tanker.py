"""A tanker and two receivers from above, at one scale; hoses and fuel in magenta."""

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point, scaled

M = 11.6  # units to the metre
NOSE: Point = (210, 470)

TAIL = [(50, -1.2), (56.2, -9.6), (58.6, -9.6), (57, -0.8)]
ENGINE = [(20.6, -10.6), (27.6, -10.6), (27.6, -8.2), (20.6, -8.2)]
FIGHTER = [
    (0, 0),
    (3.2, -0.8),
    (6.2, -1.1),
    (12.2, -4.9),
    (13.7, -4.9),
    (13.4, -1.4),
    (15.6, -3.0),
    (16.4, -3.0),
    (16.0, -0.8),
]


def draw(plate: Plate, atlas: Atlas) -> None:
    tanker(plate)
    for side in (-1, 1):
        wingtip = (NOSE[0] + 37.5 * M, NOSE[1] + side * 19.5 * M)
        basket = (NOSE[0] + 66.5 * M, NOSE[1] + side * 17.0 * M)
        hose(plate, wingtip, basket, side)
        fighter(plate, basket)
    x = NOSE[0] - 100
    span = 30.15 * M
    plate.line((x, NOSE[1] - span), (x, NOSE[1] + span))
    for y in (NOSE[1] - span, NOSE[1] + span):
        plate.line((x - 16, y), (x + 16, y))
    plate.text((x, NOSE[1] + 14), "60.3 m", "ink", 1, "middle", 620)
    plate.leader(
        (NOSE[0] + 33 * M, NOSE[1] - 13 * M),
        (700, 150),
        "111 t of fuel at take-off",
        "A330 MRTT, in its wings and body",
    )
    plate.text((1240, 485), "Hose and drogue", "mark", 1, "middle", 640)
    plate.text((1240, 528), "one at each wing", "mid", 0.88, "middle", 450)
    plate.ticks()


def mirrored(points: list[Point]) -> list[Point]:
    return [(x, -y) for x, y in points]


def tanker(plate: Plate) -> None:
    wing = [(18, -2.4), (35.2, -29.6), (37.6, -30.15), (39.6, -29.8), (34.6, -12), (33.4, -2.4)]
    for half in (wing, TAIL):
        for shape in (half, mirrored(half)):
            plate.area(scaled(shape, NOSE, M), "solid")
    for shape in (ENGINE, mirrored(ENGINE)):
        plate.area(scaled(shape, NOSE, M), "solid", "ground", 3)
    x, y, r = NOSE[0], NOSE[1], 2.82 * M
    plate.path(
        f"M{x} {y}q{1.2 * M} {-r} {7 * M} {-r}h{36 * M}q{9 * M} 2 {15.8 * M} {r * 0.72}"
        f"v{r * 0.56}q{-6.8 * M} {r * 0.7} {-15.8 * M} {r * 0.72}h{-36 * M}"
        f"q{-5.8 * M} 0 {-7 * M} {-r}z",
        "solid",
        "ground",
        3,
    )
    plate.path(f"M{x + 2.2 * M} {y - 12}q16 -8 26 -10v44q-16 -2 -26 -10z", "cut")
    plate.line((x + 50.5 * M, y), (x + 59 * M, y), "cut", 3)


def hose(plate: Plate, start: Point, end: Point, side: int) -> None:
    (x1, y1), (x2, y2) = start, end
    plate.rect(x1 - 46, y1 - 9, 70, 18, "solid", "ground", 2)
    plate.path(
        f"M{x1 + 24} {y1}C{x1 + 130} {y1} {x2 - 150} {y2 + side * 8} {x2} {y2}", "none", "mark", 5
    )
    plate.area([(x2 - 2, y2 - 5), (x2 + 22, y2 - 14), (x2 + 22, y2 + 14), (x2 - 2, y2 + 5)], "mark")


def fighter(plate: Plate, basket: Point) -> None:
    nose = (basket[0] + 26, basket[1] - 8)
    whole = [*FIGHTER, *[(x, -y) for x, y in reversed(FIGHTER)]]
    plate.area(scaled(whole, nose, M * 1.12), "solid")
    x, y = nose
    plate.path(f"M{x + 48} {y}q14 -9 34 -7q14 2 18 7q-4 5 -18 7q-20 2 -34 -7z", "cut")
