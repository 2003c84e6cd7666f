"""What each step of a works could pass in a month; the narrowest in magenta."""

from articles.demo.draw.chart import Atlas
from articles.demo.draw.plate import Plate
from articles.demo.draw.scenes.axes import heading

STEPS = [("Furnace", 31_000), ("Two presses", 26_000), ("Lathes", 24_500), ("Testing", 10_900)]
LEFT, WIDTH, TOP, STEP = 370, 1050, 260, 150


def draw(plate: Plate, atlas: Atlas) -> None:
    heading(plate, "As wide as its narrowest step", "Shell bodies a month; an invented works")
    middle = LEFT + WIDTH / 2
    for i, (name, bodies) in enumerate(STEPS):
        y, half = TOP + i * STEP, bodies / STEPS[0][1] * WIDTH / 2
        last = i == len(STEPS) - 1
        if not last:
            below = STEPS[i + 1][1] / STEPS[0][1] * WIDTH / 2
            plate.area(
                [
                    (middle - half, y + 84),
                    (middle + half, y + 84),
                    (middle + below, y + STEP),
                    (middle - below, y + STEP),
                ],
                "shoal",
            )
        plate.rect(middle - half, y, 2 * half, 84, "mark" if last else "solid")
        colour = "mark" if last else "ink"
        plate.text((LEFT - 30, y + 56), name, colour, 1, "end", 640 if last else 580)
        plate.text(
            (middle, y + 56), f"{bodies:,}", "cut", 1, "middle", 640, "mark" if last else "solid"
        )
    plate.ticks()
