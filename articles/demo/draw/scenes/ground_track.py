"""One satellite's day over Europe: every pass a line, the ones that see the target in magenta."""

import math

from articles.demo.draw.chart import EARTH_KM, Atlas, Chart
from articles.demo.draw.plate import Plate, Point, join

MU = 398_600.4  # km³/s², the Earth's pull
ALTITUDE, INCLINATION, REACH_KM = 500.0, 97.4, 420.0
TARGET = (28.0, 58.0)


def draw(plate: Plate, atlas: Atlas) -> None:
    chart = Chart(plate, atlas, 16.0, 53.0, 3.4)
    chart.draw()
    chart.draw_borders()
    chart.grid(range(-20, 60, 20), range(40, 75, 10))
    chart.grid_names(range(0, 60, 20), range(40, 60, 10))
    for run in passes():
        near = min(distance(p, TARGET) for p in run)
        seen = near <= REACH_KM
        line = [chart.at(*p) for p in run]
        plate.polyline(line, "mark" if seen else "mid", 6 if seen else 2.4, "" if seen else "12 8")
    plate.path(join(chart.circle(*TARGET, REACH_KM)), "mark", "mark", 3, "", 0.15)
    plate.path(join(chart.circle(*TARGET, REACH_KM)), "none", "mark", 3)
    plate.ring(chart.at(*TARGET), 8, "lift", 3, "ink")
    x, y = chart.at(*TARGET)
    plate.leader((x, y), (x + 290, y + 250), "Place watched", "seen from 420 km", "middle")
    plate.text((40, 120), "24 hours, one satellite", "ink", 1.15, weight=640)
    plate.text((40, 172), "500 km up, 15 times round", "mid", 0.92, weight=480)
    plate.ticks()


def passes(step: float = 20.0) -> list[list[Point]]:
    """The ground track of a day, cut into runs that cross the sheet, in degrees."""
    a = EARTH_KM + ALTITUDE
    rate = math.sqrt(MU / a**3)
    inc = math.radians(INCLINATION)
    runs: list[list[Point]] = [[]]
    for i in range(int(86_400 / step)):
        u = rate * i * step
        lat = math.asin(math.sin(inc) * math.sin(u))
        node = math.atan2(math.cos(inc) * math.sin(u), math.cos(u))
        lon = math.degrees(node) - i * step * 360 / 86_164 + 12
        lon = (lon + 180) % 360 - 180
        if -48 < lon < 80 and 28 < math.degrees(lat) < 76:
            runs[-1].append((lon, math.degrees(lat)))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 4]


def distance(a: Point, b: Point) -> float:
    """Kilometres over the ground."""
    (lo1, la1), (lo2, la2) = ((math.radians(v) for v in p) for p in (a, b))
    cosine = math.sin(la1) * math.sin(la2) + math.cos(la1) * math.cos(la2) * math.cos(lo1 - lo2)
    return EARTH_KM * math.acos(min(1.0, cosine))
