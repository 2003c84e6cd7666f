"""Where the rails change width: broad-gauge lands hatched, Rail Baltica in magenta."""

from articles.demo.draw.chart import Atlas, Chart
from articles.demo.draw.plate import Plate

BROAD = {
    "233": "Estonia",
    "428": "Latvia",
    "440": "Lithuania",
    "112": "Belarus",
    "643": "Russia",
    "246": "Finland",
    "804": "Ukraine",
}
LINE = [
    (24.75, 59.43),
    (24.6, 58.9),
    (24.5, 58.38),
    (24.4, 57.6),
    (24.2, 56.95),
    (24.3, 56.4),
    (24.36, 55.73),
    (23.95, 54.95),
    (23.35, 54.5),
    (22.93, 54.1),
    (22.35, 53.83),
    (23.15, 53.13),
    (21.01, 52.23),
]


def draw(plate: Plate, atlas: Atlas) -> None:
    chart = Chart(plate, atlas, 21.4, 56.05, 0.97)
    chart.draw()
    plate.add(
        '<pattern id="hatch" width="16" height="16" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path d="M0 0V16" stroke="#a9bac1" stroke-width="5"/>'
        "</pattern>"
    )
    for number in BROAD:
        plate.path(chart.country(number), "url(#hatch)", "ink", 1.8)
    chart.draw_borders()
    route = [chart.at(*p) for p in LINE]
    plate.polyline(route, "lift", 14)
    plate.polyline(route, "mark", 7)
    for lon, lat, name, offset, anchor in TOWNS:
        chart.town(lon, lat, name, offset, anchor)
    plate.text(chart.at(29.8, 56.3), "1,520 mm", "ink", 1.2, "middle", 640, "land")
    plate.text(chart.at(16.6, 52.9), "1,435 mm", "ink", 1.2, "middle", 640, "land")
    plate.text(chart.at(19.3, 56.5), "Baltic Sea", "mid", 1.1, "middle", 400, "band", water=True)
    plate.text(
        (route[5][0] + 34, route[5][1] + 10), "Rail Baltica", "mark", 1, weight=640, halo="land"
    )
    plate.ticks()


TOWNS = [
    (24.75, 59.43, "Tallinn", (20, 8), "start"),
    (24.5, 58.38, "Pärnu", (20, 12), "start"),
    (24.1, 56.95, "Riga", (22, 26), "start"),
    (23.9, 54.9, "Kaunas", (-20, -4), "end"),
    (25.28, 54.69, "Vilnius", (18, 12), "start"),
    (23.15, 53.13, "Białystok", (20, 12), "start"),
    (21.01, 52.23, "Warsaw", (-18, 12), "end"),
    (18.07, 59.33, "Stockholm", (-18, 10), "end"),
]
