"""The Baltic with the links that were cut, in magenta, and the breaks ringed."""

from itertools import pairwise

from articles.demo.draw.chart import Atlas, Chart
from articles.demo.draw.plate import Plate, Point

CUT = [
    # C-Lion1, Balticconnector, Estlink 2, BCS East-West Interlink: routes simplified.
    [
        (24.95, 60.16),
        (23.2, 59.72),
        (20.9, 59.0),
        (19.3, 57.2),
        (18.3, 56.0),
        (14.9, 55.0),
        (13.2, 54.85),
        (12.3, 54.6),
        (12.12, 54.18),
    ],
    [(23.93, 60.03), (24.1, 59.75), (24.03, 59.38)],
    [(25.6, 60.28), (26.2, 59.95), (26.9, 59.44)],
    [(21.05, 55.95), (19.9, 56.55), (18.7, 57.25)],
]
BREAKS = [(19.05, 56.75), (24.08, 59.66), (26.1, 60.0), (20.2, 56.4)]


def draw(plate: Plate, atlas: Atlas) -> None:
    chart = Chart(plate, atlas, 19.9, 57.35, 0.8)
    chart.draw()
    chart.grid(range(10, 31, 4), range(54, 62, 2))
    chart.grid_names(range(14, 24, 4), range(56, 60, 2))
    for route in CUT:
        plate.path(curve([chart.at(*p) for p in route]), "none", "mark", 4.5, "26 9 4 9")
    for place in BREAKS:
        cross(plate, chart.at(*place))
    chart.town(24.94, 60.17, "Helsinki", (-16, -14), "end")
    chart.town(24.75, 59.43, "Tallinn", (-4, 46))
    chart.town(21.56, 57.39, "Ventspils", (18, 16))
    chart.town(18.29, 57.64, "Visby", (-18, 12), "end")
    chart.town(18.65, 54.4, "Gdańsk", (18, 42))
    chart.town(15.59, 56.16, "Karlskrona", (-14, -18), "end")
    chart.town(12.1, 54.13, "Rostock", (18, 40))
    for at, words in (
        ((19.5, 58.35), "Northern Gotland Basin"),
        ((17.3, 55.25), "Southern Baltic"),
    ):
        plate.text(chart.at(*at), words, "mid", 1.05, "middle", 400, "band", water=True)
    plate.ticks()


def curve(points: list[Point]) -> str:
    """A smooth line: each point pulls, the middles between points are met."""
    d = f"M{points[0][0]:.0f} {points[0][1]:.0f}"
    for i, (a, b) in enumerate(pairwise(points)):
        middle = f"{(a[0] + b[0]) / 2:.0f} {(a[1] + b[1]) / 2:.0f}"
        d += f"Q{a[0]:.0f} {a[1]:.0f} {middle}" if i else f"L{middle}"
    return d + f"L{points[-1][0]:.0f} {points[-1][1]:.0f}"


def cross(plate: Plate, at: Point) -> None:
    x, y = at
    plate.ring(at, 20, "mark", 4, "lift")
    plate.line((x - 9, y - 9), (x + 9, y + 9), "mark", 4)
    plate.line((x - 9, y + 9), (x + 9, y - 9), "mark", 4)
