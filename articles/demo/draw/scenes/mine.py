"""A moored mine of the old kind, and the drone that looks for it."""

import math

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point

SEA, BED = 190, 820
MINE: Point = (1080, 440)


def draw(plate: Plate, atlas: Atlas) -> None:
    plate.rect(0, SEA, plate.w, plate.h - SEA, "band")
    plate.rect(0, 560, plate.w, plate.h - 560, "shoal")
    plate.line((0, SEA), (plate.w, SEA), "ink", 2.4)
    bed = [(0, BED + 10), (300, BED - 14), (700, BED + 8), (1080, BED), (1600, BED + 20)]
    plate.area([(430, 500), (1010, BED + 4), (40, BED + 4)], "lift", opacity=0.45)
    plate.area([*bed, (1600, 1000), (0, 1000)], "land", "ink", 2.4)
    sinker(plate)
    mine(plate)
    drone(plate, 330, 480)
    depths(plate)
    plate.leader((1106, 396), (1180, 140), "Contact mine", "1917, about 100 kg of TNT")
    plate.leader((1083, 650), (1290, 620), "Mooring", "chain and wire")
    plate.leader((430, 478), (430, 350), "Drone", "3 knots, on its own for a day", "middle")
    plate.text((525, 730), "Side-scan sonar", "ink", 0.95, "middle", 600, "shoal")
    plate.ticks()


def mine(plate: Plate) -> None:
    x, y = MINE
    for angle in range(-180, 1, 36):
        a = math.radians(angle)
        root = (x + 76 * math.cos(a), y + 76 * math.sin(a))
        tip = (x + 104 * math.cos(a), y + 104 * math.sin(a))
        plate.line(root, tip, "mark", 11)
        plate.ring(tip, 8, "none", 0, "mark")
    plate.ring(MINE, 80, "none", 0, "mark")
    plate.line((x - 79, y), (x + 79, y), "cut", 3)
    plate.rect(x - 16, y + 70, 32, 18, "mark")


def sinker(plate: Plate) -> None:
    x = MINE[0]
    plate.path(f"M{x} {MINE[1] + 76}C{x + 8} 600 {x - 10} 700 {x} {BED - 52}", "none", "ink", 4)
    plate.rect(x - 74, BED - 56, 148, 62, "solid")
    for wheel in (-46, 46):
        plate.ring((x + wheel, BED + 6), 20, "solid", 7, "ground")


def drone(plate: Plate, x: float, y: float) -> None:
    plate.path(f"M{x} {y}q0 -20 24 -20h190l44 16v8l-44 16h-190q-24 0 -24 -20z", "solid")
    plate.line((x + 250, y - 34), (x + 250, y + 34), "solid", 8)
    plate.rect(x + 90, y - 36, 30, 18, "solid")
    plate.ring((x + 26, y), 7, "cut", 3)


def depths(plate: Plate) -> None:
    for metres in (0, 10, 20):
        y = SEA + metres / 28 * (BED - SEA)
        plate.line((0, y), (24, y), "ink", 2)
        halo = "band" if y < 560 else "shoal"
        plate.text((36, y + (38 if metres == 0 else 12)), f"{metres} m", "mid", 0.86, halo=halo)
