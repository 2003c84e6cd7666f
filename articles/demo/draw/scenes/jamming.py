"""Power at the aerial against distance from a ten-watt jammer, computed in free space."""

import math

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate, Point
from articles.demo.draw.scenes.axes import heading, level

MHZ, JAMMER_DBM = 1575.42, 40.0  # GPS L1; 10 W
SIGNAL, NOISE = -128.5, -111.0  # dBm: signal at the ground; noise in 2 MHz
LEFT, RIGHT, TOP, BASE = 210, 1530, 230, 860


def received(km: float) -> float:
    """dBm after free-space loss: 32.45 + 20 log f(MHz) + 20 log d(km)."""
    return JAMMER_DBM - (32.45 + 20 * math.log10(MHZ) + 20 * math.log10(km))


def at(km: float, dbm: float) -> Point:
    x = LEFT + math.log10(km) / math.log10(300) * (RIGHT - LEFT)
    return x, BASE - (dbm + 140) / 90 * (BASE - TOP)


def draw(plate: Plate, atlas: Atlas) -> None:
    heading(plate, "Power at the receiver, dBm", "By distance from a jammer of 10 W, line of sight")
    for dbm in (-60, -80, -100, -120, -140):
        level(plate, at(1, dbm)[1], LEFT, RIGHT, f"−{-dbm}", dbm == -140)
    for km in (1, 3, 10, 30, 100, 300):
        x = at(km, 0)[0]
        plate.line((x, BASE), (x, BASE + 14))
        plate.text((x, BASE + 62), f"{km} km" if km in (1, 300) else str(km), "ink", 0.95, "middle")
    _noise(plate)
    plate.line(at(1, SIGNAL), at(300, SIGNAL), "mark", 6)
    plate.line(at(1, received(1)), at(300, received(300)), "ink", 6)
    plate.text((at(5.2, 0)[0], at(1, received(5.2))[1] - 34), "The jammer", "ink", 1.05, weight=640)
    plate.text((LEFT + 24, at(1, NOISE)[1] - 34), "Noise of the receiver itself", "mid", 0.92)
    plate.text(
        (LEFT + 24, at(1, SIGNAL)[1] + 50), "The satellites’ signal", "mark", 1.05, weight=640
    )
    plate.ticks()


def _noise(plate: Plate) -> None:
    y = at(1, NOISE)[1]
    points = [
        (x, y + 7 * math.sin(x * 0.9) * math.cos(x * 0.37)) for x in range(LEFT, RIGHT + 1, 6)
    ]
    plate.polyline([(float(x), v) for x, v in points], "mid", 2.4)
