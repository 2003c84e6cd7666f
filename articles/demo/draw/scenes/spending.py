"""Defence spending as a share of GDP, twelve allies: NATO's own estimates for 2024."""

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate
from articles.demo.draw.scenes.axes import heading

# NATO press release PR/CP(2024)0104 of 17 June 2024, table 3, 2024 estimates.
SHARES = [
    ("Poland", 4.12),
    ("Estonia", 3.43),
    ("United States", 3.38),
    ("Latvia", 3.15),
    ("Lithuania", 2.85),
    ("Finland", 2.41),
    ("Britain", 2.33),
    ("Germany", 2.12),
    ("France", 2.06),
    ("Italy", 1.49),
    ("Canada", 1.37),
    ("Spain", 1.28),
]
LEFT, UNIT, TOP, STEP = 370, 265, 236, 58


def draw(plate: Plate, atlas: Atlas) -> None:
    heading(plate, "Defence spending, % of GDP", "NATO estimates for 2024, published June 2024")
    bottom = TOP + STEP * len(SHARES) - 8
    for goal, colour in ((2.0, "mid"), (3.5, "mark")):
        x = LEFT + goal * UNIT
        plate.line((x, TOP - 24), (x, bottom), colour, 4 if colour == "mark" else 2.4, "14 9")
    for i, (name, share) in enumerate(SHARES):
        y = TOP + i * STEP
        plate.text((LEFT - 24, y + 34), name, "ink", 0.9, "end", 560)
        plate.rect(LEFT, y + 4, share * UNIT, 36, "solid")
        plate.text((LEFT + share * UNIT + 16, y + 34), f"{share:.2f}", "ink", 0.86, weight=620)
    plate.text((LEFT + 2.0 * UNIT, TOP - 42), "2.0: Wales, 2014", "mid", 0.88, "middle", 600)
    plate.text((LEFT + 3.5 * UNIT, TOP - 42), "3.5: The Hague, 2025", "mark", 0.95, "middle", 640)
    plate.ticks()
