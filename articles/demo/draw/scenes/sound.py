"""A section through the sea: sound bends, a submarine hides, the array is let down to it."""

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate
from articles.demo.draw.scenes import frigate

SEA, LAYER, BED = 300, 480, 930


def draw(plate: Plate, atlas: Atlas) -> None:
    plate.rect(0, SEA, plate.w, LAYER - SEA, "band")
    plate.rect(0, LAYER, plate.w, plate.h - LAYER, "shoal")
    plate.area([(480, LAYER), (1600, LAYER), (1600, 760), (1120, 640)], "solid", opacity=0.13)
    plate.line((0, LAYER), (plate.w, LAYER), "mid", 2.4, "4 10")
    rays(plate)
    plate.line((0, SEA), (plate.w, SEA), "ink", 2.4)
    frigate.ship(plate, (110, SEA), 0.3)
    array(plate)
    submarine(plate, 1110, 596)
    plate.area(
        [(0, BED + 20), (420, BED - 6), (900, BED + 26), (1600, BED), (1600, 1000), (0, 1000)],
        "land",
        "ink",
        2,
    )
    labels(plate)
    plate.ticks()


def rays(plate: Plate) -> None:
    """Above the layer sound is bent up and skips along; below it, it is bent down and away."""
    for i in range(3):
        x = 150 + i * 20
        arcs = "".join(f"q{220 + i * 26} {250 + i * 50} {440 + i * 52} 0" for _ in range(4))
        plate.path(f"M{x} {SEA + 12}{arcs}", "none", "mid", 1.8)
    for dx, dy in ((330, 600), (480, 560), (760, 520), (1100, 420)):
        plate.path(f"M150 {SEA + 14}q{dx * 0.42:.0f} {dy * 0.3:.0f} {dx} {dy}", "none", "mid", 1.8)


def array(plate: Plate) -> None:
    plate.path(f"M466 {SEA}C560 {SEA + 120} 560 700 700 716", "none", "mark", 3.5)
    plate.path("M700 716C760 724 860 720 1000 720", "none", "mark", 10)


def submarine(plate: Plate, x: float, y: float) -> None:
    plate.path(
        f"M{x} {y}q4 -30 60 -32h62l8 -40h48l6 40h110q70 4 110 32q-40 26 -110 30h-234"
        f"q-56 -2 -60 -30zM{x + 380} {y - 4}l36 -34h16v72h-16l-36 -30z",
        "solid",
    )
    plate.line((x + 148, y - 70), (x + 148, y - 104), "solid", 5)


def labels(plate: Plate) -> None:
    plate.text((700, SEA + 58), "Warm, mixed water", "ink", 1, weight=620, halo="band")
    plate.text((1570, LAYER - 18), "The layer", "ink", 1, "end", 620, "band")
    plate.text((1570, 730), "Shadow", "ink", 1, "end", 620, "shoal")
    plate.text((70, 640), "Cold water", "ink", 1, "start", 620, "shoal")
    plate.text((850, 788), "Towed array", "mark", 1, "middle", 640, "shoal")
    plate.text((1540, 100), "Depth exaggerated", "mid", 0.86, "end", 450)
    plate.text((70, 100), "Sound takes the slow road", "ink", 1.15, "start", 640)
    plate.text(
        (70, 150),
        "It bends towards water in which it travels more slowly",
        "mid",
        0.9,
        "start",
        450,
    )
