"""The reach of a long-range battery, and the much smaller ring in which it sees low fliers."""

from articles.demo.draw.chart import Atlas, Chart
from articles.demo.draw.plate import Plate, join

BATTERY = (20.6, 54.75)  # illustrative: the middle of the Kaliningrad region


def draw(plate: Plate, atlas: Atlas) -> None:
    chart = Chart(plate, atlas, 20.6, 54.9, 0.93)
    chart.draw()
    chart.draw_borders()
    for km, dash in ((400, ""), (246, "4 10")):
        plate.path(join(chart.circle(*BATTERY, km)), "none", "ink", 2.6, dash)
    plate.path(join(chart.circle(*BATTERY, 43)), "mark", "mark", 5, "", 0.22)
    plate.path(join(chart.circle(*BATTERY, 43)), "none", "mark", 5)
    plate.ring(chart.at(*BATTERY), 8, "lift", 3, "ink")
    for lon, lat, name, offset, anchor in TOWNS:
        chart.town(lon, lat, name, offset, anchor)
    x, y = chart.at(*BATTERY)
    plate.text((x, y - 66), "43 km: seen at 30 m", "mark", 1, "middle", 640, "band")
    plate.text((x, y - 284), "246 km: seen at 3,000 m", "ink", 0.9, "middle", 600, "band")
    plate.text((x, y - 398), "400 km: claimed reach", "ink", 0.9, "middle", 600, "band")
    plate.text(chart.at(17.55, 56.05), "Baltic Sea", "mid", 1.1, "middle", 400, "band", water=True)
    plate.ticks()


TOWNS = [
    (18.29, 57.64, "Visby", (-18, 12), "end"),
    (24.1, 56.95, "Riga", (18, 0), "start"),
    (25.28, 54.69, "Vilnius", (6, 46), "middle"),
    (23.9, 54.9, "Kaunas", (-2, 44), "middle"),
    (21.01, 52.23, "Warsaw", (18, 12), "start"),
    (18.65, 54.36, "Gdańsk", (-18, 34), "end"),
    (13.4, 52.52, "Berlin", (18, 12), "start"),
]
