"""A 155 mm shell cut open, and the charges that throw it."""

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate
from articles.demo.draw.scenes.axes import heading

AXIS, HALF = 560, 102
SHELL_X, CHARGE_X = 90, 960


def draw(plate: Plate, atlas: Atlas) -> None:
    heading(plate, "One round of 155 mm", "Simplified; the charge is loaded behind the shell")
    shell(plate)
    for i in range(5):
        module(plate, CHARGE_X + i * 116)
    plate.leader((150, AXIS), (230, 350), "Fuze", "", "middle")
    plate.leader((520, AXIS - 20), (520, 350), "Explosive", "7 to 11 kg", "middle")
    plate.leader((700, AXIS + 88), (540, 750), "Steel body", "forged, some 35 kg", "middle")
    plate.leader((860, AXIS + 102), (880, 740), "Driving band", "", "middle")
    plate.text((CHARGE_X + 290, 350), "Propellant", "mark", 1, "middle", 640)
    plate.text((CHARGE_X + 290, 394), "nitrocellulose, in modules", "mid", 0.88, "middle", 460)
    plate.measure(SHELL_X + 8, 930, 900, "about 43 kg")
    plate.ticks()


def shell(plate: Plate) -> None:
    x, y, r = SHELL_X, AXIS, HALF
    plate.path(
        f"M{x + 70} {y - 22}C{x + 250} {y - 78} {x + 360} {y - r} {x + 470} {y - r}H{x + 800}"
        f"l30 22v{2 * r - 44}l-30 22H{x + 470}"
        f"C{x + 360} {y + r} {x + 250} {y + 78} {x + 70} {y + 22}z",
        "solid",
    )
    plate.path(f"M{x + 8} {y}q4 -14 62 -22v44q-58 -8 -62 -22z", "mid")
    plate.path(
        f"M{x + 130} {y - 14}C{x + 270} {y - 54} {x + 380} {y - 66} {x + 470} {y - 66}H{x + 740}"
        f"q20 0 20 20v92q0 20 -20 20H{x + 470}"
        f"C{x + 380} {y + 66} {x + 270} {y + 54} {x + 130} {y + 14}z",
        "shoal",
    )
    plate.rect(x + 752, y - r - 7, 36, 2 * r + 14, "mid")
    plate.path(f"M{x + 130} {y - 14}v28h40v-28z", "cut")


def module(plate: Plate, x: float) -> None:
    y, r = AXIS, HALF - 14
    plate.rect(x, y - r, 104, 2 * r, "mark")
    plate.rect(x + 10, y - r + 10, 84, 2 * r - 20, "none", "cut", 2)
    for row in range(7):
        for column in range(4):
            plate.ring((x + 24 + column * 19, y - 66 + row * 22), 5, "none", 0, "cut")
