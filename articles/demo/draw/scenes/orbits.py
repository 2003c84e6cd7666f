"""The globe with three kinds of orbit; the ring where relays hang still in magenta."""

import math

from articles.demo.draw.chart import Atlas, Ring
from articles.demo.draw.plate import Plate, Point

CENTRE, RADIUS = (640, 540), 236
PLANES = [(312.0, 0.3, float(a)) for a in (-62, -38, -14, 10, 34, 58)]
MEDIUM, STILL = (520.0, 0.26, -28.0), (860.0, 0.2, -9.0)
MIDDLE = (math.radians(15), math.radians(38))

type Orbit = tuple[float, float, float]  # radius, flattening, degrees of turn


def on(orbit: Orbit, degrees: float) -> Point:
    radius, flat, turn = orbit
    x = radius * math.cos(math.radians(degrees))
    y = radius * math.sin(math.radians(degrees)) * flat
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return CENTRE[0] + x * c - y * s, CENTRE[1] + x * s + y * c


def half(plate: Plate, orbit: Orbit, stroke: str, width: float, *, front: bool) -> None:
    """The half before the globe or the half behind it."""
    start = 0 if front else 180
    plate.polyline([on(orbit, a) for a in range(start, start + 181, 3)], stroke, width)


def draw(plate: Plate, atlas: Atlas) -> None:
    for orbit in PLANES:
        half(plate, orbit, "fine", 2, front=False)
    half(plate, MEDIUM, "mid", 2.4, front=False)
    half(plate, STILL, "mark", 3.5, front=False)
    globe(plate, atlas)
    for orbit in PLANES:
        half(plate, orbit, "ink", 2, front=True)
        for a in range(8, 180, 34):
            x, y = on(orbit, a)
            plate.rect(x - 6, y - 6, 12, 12, "ink", "ground", 2)
    half(plate, MEDIUM, "mid", 2.4, front=True)
    half(plate, STILL, "mark", 3.5, front=True)
    for a in (35, 155, 330):
        plate.ring(on(MEDIUM, a), 10, "ground", 3, "mid")
    for a in (-12, 24, 172):
        plate.ring(on(STILL, a), 13, "ground", 3, "mark")
    names(plate)
    plate.ticks()


def globe(plate: Plate, atlas: Atlas) -> None:
    (x, y), r = CENTRE, RADIUS
    plate.ring(CENTRE, r, "ink", 2.4, "shoal")
    plate.add(f'<clipPath id="g"><circle cx="{x}" cy="{y}" r="{r}"/></clipPath>')
    plate.add('<g clip-path="url(#g)">')
    for ring in atlas.land:
        if len(ring) > 60:
            plate.area(seen(ring[::4]), "land", "ink", 1.2)
    plate.add("</g>")
    night = f"M{x} {y - r}A{r} {r} 0 0 1 {x} {y + r}A{r * 1.25} {r * 1.25} 0 0 0 {x} {y - r}Z"
    plate.path(night, "solid", opacity=0.2)


def seen(ring: Ring) -> list[Point]:
    """Orthographic; what lies behind is pushed on to the rim."""
    points = []
    for lon, lat in ring:
        la, lo = math.radians(lat), math.radians(lon) - MIDDLE[0]
        s, c = math.sin(MIDDLE[1]), math.cos(MIDDLE[1])
        x = math.cos(la) * math.sin(lo)
        y = c * math.sin(la) - s * math.cos(la) * math.cos(lo)
        if s * math.sin(la) + c * math.cos(la) * math.cos(lo) < 0:
            length = math.hypot(x, y) or 1
            x, y = x / length * 1.01, y / length * 1.01
        points.append((CENTRE[0] + RADIUS * x, CENTRE[1] - RADIUS * y))
    return points


def names(plate: Plate) -> None:
    still, medium, low = on(STILL, 24), on(MEDIUM, 330), on(PLANES[-1], 179)
    plate.leader(still, (still[0] - 60, still[1] + 170), "Geostationary", "35,786 km", "middle")
    plate.leader(medium, (medium[0] + 70, medium[1] - 90), "Medium orbit", "about 20,000 km")
    plate.leader(low, (250, 190), "Low orbit", "500 to 1,200 km", "middle")
