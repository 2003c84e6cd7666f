"""Sea charts from Natural Earth's coastlines (public domain), as npm's world-atlas packs them."""

import json
import math
from collections import Counter
from pathlib import Path
from typing import Any

from articles.demo.draw.plate import Plate, Point, join

type Ring = list[Point]
EARTH_KM = 6371.0


class Atlas:
    """`land`: rings of longitude, latitude. `borders`: lines shared by two countries."""

    def __init__(self, path: Path) -> None:
        topology = json.loads(path.read_text())
        self.arcs = _decoded(topology)
        geometries = topology["objects"]["countries"]["geometries"]
        self.land = self._rings(topology["objects"]["land"]["geometries"])
        self.countries = {str(g.get("id")): self._rings([g]) for g in geometries if "arcs" in g}
        shared = Counter(_plain(i) for g in geometries for ring in _loops(g) for i in ring)
        self.borders = [self.arcs[i] for i, users in shared.items() if users > 1]

    def _rings(self, geometries: list[dict[str, Any]]) -> list[Ring]:
        return [self._ring(loop) for g in geometries for loop in _loops(g)]

    def _ring(self, loop: list[int]) -> Ring:
        ring: Ring = []
        for i in loop:
            ring += self.arcs[i] if i >= 0 else self.arcs[~i][::-1]
        return _unwrapped(ring)


def _decoded(topology: dict[str, Any]) -> list[Ring]:
    """TopoJSON's delta-coded arcs as degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc: Ring = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return arcs


def _loops(geometry: dict[str, Any]) -> list[list[int]]:
    arcs = geometry.get("arcs", [])
    polygons = arcs if geometry["type"] == "MultiPolygon" else [arcs]
    return [loop for polygon in polygons for loop in polygon]


def _unwrapped(ring: Ring) -> Ring:
    """Goes on past 180° where the world's edge would tear the land."""
    turn, last = 0.0, ring[0][0]
    whole: Ring = []
    for lon, lat in ring:
        if abs(lon - last) > 180:
            turn += 360 if lon < last else -360
        whole.append((lon + turn, lat))
        last = lon
    middle = sum(lon for lon, _ in whole) / len(whole)
    shift = 360 * round(middle / 360)
    return [(lon - shift, lat) for lon, lat in whole]


def _plain(arc: int) -> int:
    return arc if arc >= 0 else ~arc


class Chart:
    """Mercator about a middle point; `km_px` is kilometres to the pixel there."""

    def __init__(self, plate: Plate, atlas: Atlas, lon: float, lat: float, km_px: float) -> None:
        self.plate, self.atlas, self.lon, self.lat = plate, atlas, lon, lat
        self.k = EARTH_KM * math.cos(math.radians(lat)) / km_px

    def at(self, lon: float, lat: float) -> Point:
        x = self.plate.w / 2 + math.radians(lon - self.lon) * self.k
        return x, self.plate.h / 2 - (_northing(lat) - _northing(self.lat)) * self.k

    def draw(self) -> None:
        coast = "".join(self._thinned(ring) for ring in self.atlas.land)
        for width, water in ((92, "band"), (44, "shoal")):
            self.plate.path(coast, water, water, width)
        self.plate.path(coast, "land", "ink", 1.8)

    def draw_borders(self) -> None:
        lines = (self._thinned(line, close=False) for line in self.atlas.borders)
        self.plate.path("".join(lines), "none", "mid", 1.6, "10 6")

    def country(self, number: str) -> str:
        """The outline of a country by its ISO 3166 number, as a path."""
        return "".join(self._thinned(ring) for ring in self.atlas.countries[number])

    def circle(self, lon: float, lat: float, km: float) -> list[Point]:
        """Points at one distance over the ground: on Mercator not quite a circle."""
        d, la = km / EARTH_KM, math.radians(lat)
        points = []
        for bearing in range(0, 361, 3):
            b = math.radians(bearing)
            s = math.sin(la) * math.cos(d) + math.cos(la) * math.sin(d) * math.cos(b)
            turn = math.atan2(
                math.sin(b) * math.sin(d) * math.cos(la), math.cos(d) - math.sin(la) * s
            )
            points.append(self.at(lon + math.degrees(turn), math.degrees(math.asin(s))))
        return points

    def grid(self, lons: range, lats: range) -> None:
        p = self.plate
        for lon in lons:
            x = self.at(lon, self.lat)[0]
            p.line((x, 0), (x, p.h), "fine", 1.2)
        for lat in lats:
            y = self.at(self.lon, lat)[1]
            p.line((0, y), (p.w, y), "fine", 1.2)

    def grid_names(self, lons: range, lats: range) -> None:
        p = self.plate
        for lon in lons:
            p.text((self.at(lon, self.lat)[0] + 10, 40), f"{lon}°E", "mid", 0.8, weight=480)
        for lat in lats:
            p.text((14, self.at(self.lon, lat)[1] - 10), f"{lat}°N", "mid", 0.8, weight=480)

    def town(
        self, lon: float, lat: float, name: str, offset: Point = (16, 12), anchor: str = "start"
    ) -> None:
        x, y = self.at(lon, lat)
        self.plate.ring((x, y), 7, "lift", 2, "ink")
        self.plate.text((x + offset[0], y + offset[1]), name, "ink", 0.94, anchor, 560, "land")

    def _thinned(self, ring: Ring, close: bool = True) -> str:
        """Drops points that fall together on the plate, and rings that miss it."""
        points = [self.at(lon, lat) for lon, lat in ring if -80 < lat < 84]
        if not points or not self._meets(points):
            return ""
        kept = points[:1]
        for point in points[1:]:
            near = -200 < point[0] < self.plate.w + 200 and -200 < point[1] < self.plate.h + 200
            if math.dist(point, kept[-1]) > (2.2 if near else 60):
                kept.append(point)
        kept.append(points[-1])
        return join(kept, close) if len(kept) > 3 or not close else ""

    def _meets(self, points: list[Point]) -> bool:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return (
            max(xs) > -80
            and min(xs) < self.plate.w + 80
            and max(ys) > -80
            and min(ys) < self.plate.h + 80
        )


def _northing(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
