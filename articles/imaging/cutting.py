"""Which sizes a picture is shown in, and which part of it a crop shows. Numbers only."""

from collections.abc import Iterator
from dataclasses import dataclass

FULL_WIDTHS = (480, 800, 1200, 1600)
CARD_WIDTHS = (320, 480, 800)
CARD_SHAPE = (8, 5)
SOCIAL_WIDTH = 1200
SOCIAL_SHAPE = (1200, 630)

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Plan:
    """One size to make: box is the part of the picture (left, top, right, bottom, pixels)."""

    kind: str
    box: Box
    width: int
    height: int


def plans(size: tuple[int, int], focal: tuple[int, int], kinds: tuple[str, ...]) -> Iterator[Plan]:
    """The sizes of a picture of `size`; focal in per cent. Nothing is made larger than it is."""
    if "full" in kinds:
        yield from scaled("full", (0, 0, *size), FULL_WIDTHS)
    if "card" in kinds:
        yield from scaled("card", crop(size, CARD_SHAPE, focal), CARD_WIDTHS)
    if "social" in kinds:
        yield from scaled("social", crop(size, SOCIAL_SHAPE, focal), (SOCIAL_WIDTH,))


def scaled(kind: str, box: Box, widths: tuple[int, ...]) -> Iterator[Plan]:
    left, top, right, bottom = box
    for width in widths_within(right - left, widths):
        yield Plan(kind, box, width, max(1, round(width * (bottom - top) / (right - left))))


def widths_within(available: float, widths: tuple[int, ...]) -> list[int]:
    """Those that fit, and the picture's own width where the next smaller one is much less."""
    own = int(available)
    fitting = [width for width in widths if width <= own]
    if not fitting or (own < widths[-1] and own > fitting[-1] * 1.15):
        fitting.append(own)
    return fitting


def crop(size: tuple[int, int], shape: tuple[int, int], focal: tuple[int, int]) -> Box:
    """The largest part of that shape, its middle as near to the focal point as the edge allows."""
    width, height = size
    wanted = shape[0] / shape[1]
    across = min(width, height * wanted)
    down = across / wanted
    left = min(max(width * focal[0] / 100 - across / 2, 0), width - across)
    top = min(max(height * focal[1] / 100 - down / 2, 0), height - down)
    return (left, top, left + across, top + down)
