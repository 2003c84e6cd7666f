"""A tank at the middle of a bridge: the load the drawing office did not expect."""

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point, scaled

DECK = 560
TANK_AT: Point = (522, DECK - 8)
HULL = [
    (-8, -92),
    (60, -128),
    (190, -150),
    (560, -150),
    (574, -120),
    (566, -64),
    (30, -64),
]
TURRET = [
    (120, -156),
    (136, -206),
    (196, -238),
    (400, -240),
    (470, -226),
    (474, -168),
    (420, -148),
    (120, -148),
]
BARREL = [(136, -196), (-250, -186), (-250, -176), (136, -182)]
SLEEVE = [(-60, -196), (-4, -198), (-4, -178), (-60, -178)]


def draw(plate: Plate, atlas: Atlas) -> None:
    river(plate)
    bridge(plate)
    tank(plate, TANK_AT)
    load(plate)
    sign(plate, (140, 400))
    plate.leader((700, 335), (760, 150), "66.5 t", "Leopard 2A7V", "middle")
    plate.leader((1290, 560), (1330, 400), "Deck, 1978", "drawn for 54 t", "middle")
    plate.measure(336, 1264, DECK + 190, "one span: one tank at a time", "ground")
    plate.ticks()


def river(plate: Plate) -> None:
    plate.rect(0, 830, plate.w, 170, "band")
    for y in (880, 930):
        plate.line((0, y), (plate.w, y), "shoal", 3)
    plate.line((0, 830), (plate.w, 830), "ink", 2)
    bank = [(0, DECK + 16), (170, DECK + 16), (250, 830), (330, 1000), (0, 1000)]
    plate.area(bank, "land", "ink", 2)
    plate.area([(1600 - x, y) for x, y in bank], "land", "ink", 2)


def bridge(plate: Plate) -> None:
    for x in (310, 1238):
        plate.area([(x, DECK + 60), (x + 52, DECK + 60), (x + 62, 1000), (x - 10, 1000)], "mid")
    plate.rect(0, DECK - 8, plate.w, 26, "solid")
    plate.area([(90, DECK + 18), (1510, DECK + 18), (1480, DECK + 62), (120, DECK + 62)], "mid")
    for x in range(140, 1500, 60):
        plate.line((x, DECK + 18), (x, DECK + 60), "ground", 2)
    for x in range(20, 1600, 52):
        plate.line((x, DECK - 8), (x, DECK - 46), "solid", 3)
    plate.line((0, DECK - 46), (plate.w, DECK - 46), "solid", 4)


def tank(plate: Plate, at: Point) -> None:
    x, y = at
    plate.rect(x + 26, y - 70, 520, 64, "ground", "solid", 13)
    for i in range(7):
        wheel = (x + 74 + i * 70, y - 38)
        plate.ring(wheel, 31, "solid", 8, "ground")
        plate.ring(wheel, 12, "solid", 4, "fine")
    for wheel in ((x + 18, y - 66), (x + 556, y - 66)):
        plate.ring(wheel, 27, "solid", 8, "ground")
    for shape in (HULL, TURRET, BARREL, SLEEVE):
        plate.area(scaled(shape, at, 1), "solid")
    plate.rect(x + 300, y - 268, 62, 30, "solid")
    plate.rect(x + 196, y - 256, 40, 18, "solid")
    plate.line((x + 452, y - 224), (x + 474, y - 356), "solid", 3)
    for i in range(6):
        plate.rect(x + 40 + i * 87, y - 118, 80, 44, "none", "cut", 2.4)
    plate.polyline(scaled([(146, -168), (196, -226), (330, -226), (330, -168)], at, 1), "cut", 2.4)


def load(plate: Plate) -> None:
    """Where the weight goes: an arrow, and the sag it makes (drawn a hundredfold)."""
    x = TANK_AT[0] + 286
    plate.path(f"M336 {DECK + 80}Q800 {DECK + 142} 1264 {DECK + 80}", "none", "mark", 5, "26 9 4 9")
    plate.line((x, DECK + 24), (x, DECK + 84), "mark", 10)
    plate.area([(x - 26, DECK + 74), (x + 26, DECK + 74), (x, DECK + 112)], "mark")


def sign(plate: Plate, at: Point) -> None:
    x, y = at
    plate.rect(x - 5, y, 10, DECK - y, "solid")
    plate.ring((x, y - 60), 84, "ink", 6, "lift")
    plate.text((x, y - 34), "60", "ink", 1.9, "middle", 680, "lift")
