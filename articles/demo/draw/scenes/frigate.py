"""A frigate in profile; the towed array astern is what the story is about."""

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point, scaled

SEA, SCALE, ORIGIN = 660, 1.08, (70, 660)

UNDER = [
    (46, 0),
    (40, 26),
    (58, 48),
    (120, 52),
    (200, 46),
    (960, 50),
    (1060, 34),
    (1196, 0),
]
HULL = [
    (0, -92),
    (120, -78),
    (338, -70),
    (352, -96),
    (366, -150),
    (384, -156),
    (470, -156),
    (482, -104),
    (520, -104),
    (524, -114),
    (600, -114),
    (604, -104),
    (622, -104),
    (632, -196),
    (700, -196),
    (712, -128),
    (930, -128),
    (940, -62),
    (1196, -58),
    (1198, 0),
    (46, 0),
]
MAST = [(398, -156), (414, -250), (424, -300), (440, -300), (450, -250), (464, -156)]
SHOULDER = [(408, -262), (456, -262), (460, -236), (404, -236)]
TURRET = [(168, -78), (174, -106), (206, -108), (214, -76)]
BARREL = [(174, -98), (86, -118), (86, -113), (174, -92)]
DIRECTORS = [
    [(560, -114), (572, -150), (586, -150), (594, -114)],
    [(880, -128), (888, -156), (906, -156), (912, -128)],
]
SCREWS = [
    [(1080, 30), (1112, 22), (1112, 66), (1088, 66)],
    [(1036, 42), (1064, 50), (1064, 58), (1036, 54)],
]
SHEER = [(20, -80), (330, -58), (930, -52), (1196, -46)]


def draw(plate: Plate, atlas: Atlas) -> None:
    plate.rect(0, SEA, plate.w, plate.h - SEA, "band")
    for depth in (92, 188):
        plate.line((0, SEA + depth), (plate.w, SEA + depth), "shoal", 2)
    ship(plate, ORIGIN, SCALE)
    fittings(plate)
    x, y = at(1180, -6)
    plate.path(f"M{x} {y}q60 130 {plate.w - x + 10} 150", "none", "mark", 5, "26 9 4 9")
    plate.line((0, SEA), (plate.w, SEA), "ink", 2.4)
    plate.leader(at(270, -40), at(250, -300), "Silo", "air defence", "middle")
    plate.leader(at(432, -270), at(520, -410), "Radar", "30 m above the sea")
    plate.leader(at(1040, -92), at(1050, -290), "Helicopter", "dipping sonar", "middle")
    plate.leader(at(80, 38), at(170, 130), "Hull sonar", "", "middle")
    plate.text((plate.w - 40, SEA + 225), "Towed array", "mark", 1, "end", 640, "band")
    plate.measure(at(0, 0)[0], at(1198, 0)[0], SEA + 268, "about 150 m", "band")
    plate.ticks()


def at(x: float, y: float) -> Point:
    return ORIGIN[0] + x * SCALE, ORIGIN[1] + y * SCALE


def ship(plate: Plate, origin: Point, scale: float) -> None:
    """The silhouette alone: other plates set it down small."""
    plate.area(scaled(UNDER, origin, scale), "mid")
    for shape in SCREWS:
        plate.area(scaled(shape, origin, scale), "mid")
    for shape in (HULL, MAST, SHOULDER, TURRET, BARREL, *DIRECTORS):
        plate.area(scaled(shape, origin, scale), "solid")
    masthead = scaled([(432, -300), (432, -352), (418, -322), (446, -322)], origin, scale)
    plate.line(masthead[0], masthead[1], "solid", 5 * scale)
    plate.line(masthead[2], masthead[3], "solid", 4 * scale)


def fittings(plate: Plate) -> None:
    panels(plate, 236, -62, 72, 40, 6)
    panels(plate, 526, -100, 72, 40, 6)
    panels(plate, 722, -118, 110, 70, 1)
    panels(plate, 838, -118, 88, 58, 1)
    for i in range(9):
        plate.rect(*at(374 + i * 10.4, -142), 8, 11, "cut")
    for i in range(5):
        plate.line(at(640 + i * 11, -186), at(642 + i * 11, -150), "cut", 2)
    plate.polyline([at(*p) for p in SHEER], "cut", 1.6)
    helicopter(plate, *at(962, -64))


def panels(plate: Plate, x: float, y: float, w: float, h: float, count: int) -> None:
    for i in range(count):
        a, b = at(x + i * w / count, y)
        plate.rect(a + 1.5, b + 1.5, w / count * SCALE - 3, h * SCALE - 3, "none", "cut")


def helicopter(plate: Plate, x: float, y: float) -> None:
    plate.path(
        f"M{x + 10} {y - 44}q16 -22 58 -20q34 2 44 18l92 4v8l-96 8q-16 12 -60 12q-40 -2 -38 -30z",
        "solid",
    )
    plate.path(f"M{x + 198} {y - 56}l14 -22h8l-4 34z", "solid")
    plate.line((x - 30, y - 72), (x + 170, y - 72), "solid", 4)
    plate.line((x + 66, y - 72), (x + 66, y - 60), "solid", 5)
    for leg in (40, 92):
        plate.line((x + leg, y - 14), (x + leg, y - 2), "solid", 5)
