"""A floating bridge with a tank on it, in profile; what floats is in magenta."""

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate
from articles.demo.draw.scenes.tank_bridge import tank

WATER, DECK = 620, 584
FIRST, BAYS, BAY = 236, 8, 141


def draw(plate: Plate, atlas: Atlas) -> None:
    plate.rect(0, WATER, plate.w, plate.h - WATER, "band")
    for y in (720, 800):
        plate.line((0, y), (plate.w, y), "shoal", 3)
    bank = [(0, 560), (150, 560), (260, WATER + 20), (420, 860), (620, 1000), (0, 1000)]
    for shape in (bank, [(plate.w - x, y) for x, y in bank]):
        plate.area(shape, "land", "ink", 2)
    plate.line((230, WATER), (1370, WATER), "ink", 2.4)
    bays(plate)
    tank(plate, (522, DECK - 6))
    boat(plate, 1180, WATER + 6)
    plate.leader((870, 640), (980, 760), "Bay", "6.7 m, folds on its lorry", "middle")
    plate.leader((1250, 596), (1340, 400), "Boat", "holds it against the stream", "middle")
    plate.measure(FIRST, FIRST + BAYS * BAY, 930, "180 m of river, not all shown", "band")
    plate.text((70, 96), "The bridge that goes home again", "ink", 1.15, weight=640)
    plate.text((70, 148), "An invented crossing", "mid", 0.9, weight=460)
    plate.ticks()


def bays(plate: Plate) -> None:
    """They sink a little under the tank."""
    for i in range(BAYS):
        x = FIRST + i * BAY
        sink = 14 if 2 <= i <= 4 else 0
        plate.area(
            [
                (x + 3, DECK + sink * 0.4),
                (x + BAY - 3, DECK + sink * 0.4),
                (x + BAY - 16, WATER + 30 + sink),
                (x + 16, WATER + 30 + sink),
            ],
            "mark",
        )
        plate.line((x + 16, DECK + 22), (x + BAY - 16, DECK + 22), "cut", 2)
    plate.area([(150, 552), (FIRST + 6, DECK), (FIRST + 6, DECK + 12), (150, 566)], "solid")
    end = FIRST + BAYS * BAY
    plate.area([(1450, 552), (end - 6, DECK), (end - 6, DECK + 12), (1450, 566)], "solid")


def boat(plate: Plate, x: float, y: float) -> None:
    plate.area([(x, y - 30), (x + 180, y - 30), (x + 160, y + 22), (x + 30, y + 22)], "solid")
    plate.area([(x + 40, y - 30), (x + 52, y - 78), (x + 110, y - 78), (x + 116, y - 30)], "solid")
    plate.rect(x + 60, y - 68, 40, 24, "cut")
