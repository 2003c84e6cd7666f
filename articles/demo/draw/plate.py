"""The sheet a scene draws on: 1600 x 1000 units of SVG with the look's palette and lettering."""

from collections.abc import Iterable, Sequence

type Point = tuple[float, float]

WIDTH, HEIGHT = 1600, 1000
LETTERS = 40  # px at full size: 10 px on a 400 px card, 21 px on a lead picture

PALETTE = {
    "ground": "#eff5f6",
    "band": "#dceaee",
    "shoal": "#c3dbe2",
    "land": "#e6e4dd",
    "ink": "#12212b",
    "mid": "#5a6c76",
    "fine": "#a9bac1",
    "mark": "#a6105f",
    "lift": "#ffffff",
    "solid": "#1c2f3b",
    "cut": "#ffffff",
}


def join(points: Iterable[Point], close: bool = False) -> str:
    """An SVG path through the points."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if close else "")


class Plate:
    """Collects shapes. Colours are palette names; exactly one thing on a plate is "mark"."""

    w, h, t = WIDTH, HEIGHT, LETTERS

    def __init__(self) -> None:
        self.shapes: list[str] = []

    def add(self, shape: str) -> None:
        self.shapes.append(shape)

    def colour(self, name: str) -> str:
        return PALETTE.get(name, name)

    def path(
        self,
        d: str,
        fill: str = "none",
        stroke: str = "none",
        width: float = 2,
        dash: str = "",
        opacity: float = 1,
    ) -> None:
        self.add(
            f'<path d="{d}" fill="{self.colour(fill)}" stroke="{self.colour(stroke)}" '
            f'stroke-width="{width}" stroke-dasharray="{dash}" stroke-linejoin="round" '
            f'stroke-linecap="butt" opacity="{opacity}"/>'
        )

    def line(
        self, a: Point, b: Point, stroke: str = "ink", width: float = 2, dash: str = ""
    ) -> None:
        self.path(join((a, b)), "none", stroke, width, dash)

    def polyline(
        self, points: Iterable[Point], stroke: str = "ink", width: float = 2, dash: str = ""
    ) -> None:
        self.path(join(points), "none", stroke, width, dash)

    def area(
        self,
        points: Iterable[Point],
        fill: str,
        stroke: str = "none",
        width: float = 2,
        opacity: float = 1,
    ) -> None:
        self.path(join(points, close=True), fill, stroke, width, "", opacity)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str = "none",
        stroke: str = "none",
        width: float = 2,
        turn: float = 0,
    ) -> None:
        """`turn`: degrees about the rectangle's middle."""
        spin = f' transform="rotate({turn} {x + w / 2:.1f} {y + h / 2:.1f})"' if turn else ""
        self.add(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" '
            f'fill="{self.colour(fill)}" stroke="{self.colour(stroke)}" '
            f'stroke-width="{width}"{spin}/>'
        )

    def ring(
        self,
        at: Point,
        r: float,
        stroke: str = "mid",
        width: float = 2,
        fill: str = "none",
        dash: str = "",
    ) -> None:
        self.add(
            f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{r:.1f}" fill="{self.colour(fill)}" '
            f'stroke="{self.colour(stroke)}" stroke-width="{width}" stroke-dasharray="{dash}"/>'
        )

    def text(
        self,
        at: Point,
        words: str,
        colour: str = "ink",
        size: float = 1.0,
        anchor: str = "start",
        weight: int = 560,
        halo: str = "ground",
        water: bool = False,
    ) -> None:
        """Names of water in serif italic, everything else in the label face, as on a chart."""
        face = "Water" if water else "Label"
        self.add(
            f'<text x="{at[0]:.1f}" y="{at[1]:.1f}" fill="{self.colour(colour)}" '
            f'font-family="{face}" font-size="{self.t * size:.1f}" font-weight="{weight}" '
            f'text-anchor="{anchor}" style="paint-order:stroke;stroke:{self.colour(halo)};'
            f'stroke-width:{self.t * 0.28:.0f}px;stroke-linejoin:round">{words}</text>'
        )

    def leader(
        self, dot: Point, end: Point, name: str, note: str = "", anchor: str = "start"
    ) -> None:
        """A call-out: a dot on the thing, a thin line, the name on the line's far end."""
        self.line(dot, end, "ink", 1.8)
        self.ring(dot, 6, "lift", 2, "ink")
        x, y = end
        up = y < dot[1]
        base = y - self.t * (1.45 if note else 0.45) if up else y + self.t * 1.05
        self.text((x, base), name, "ink", 1, anchor, 620)
        if note:
            self.text((x, base + self.t * 1.02), note, "mid", 0.86, anchor, 450)

    def measure(self, x1: float, x2: float, y: float, words: str, halo: str = "ground") -> None:
        """A dimension line with its words in the middle."""
        self.line((x1, y), (x2, y))
        for x in (x1, x2):
            self.line((x, y - 16), (x, y + 16))
        self.text(((x1 + x2) / 2, y + self.t * 0.33), words, "ink", 1, "middle", 620, halo)

    def ticks(self) -> None:
        """The datum: the heavy line with ticks that every plate stands on."""
        self.line((0, self.h - 1.5), (self.w, self.h - 1.5), "ink", 3)
        for i, x in enumerate(range(0, self.w + 1, 50)):
            top = self.h - (22 if i % 4 == 0 else 11)
            self.line((x + 0.75, self.h), (x + 0.75, top), "ink", 1.5)

    def svg(self) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.w}" height="{self.h}" '
            f'viewBox="0 0 {self.w} {self.h}"><rect width="100%" height="100%" '
            f'fill="{self.colour("ground")}"/>{"".join(self.shapes)}</svg>'
        )


def scaled(points: Sequence[Point], origin: Point, scale: float) -> list[Point]:
    """A drawing's own units set down on the plate."""
    return [(origin[0] + x * scale, origin[1] + y * scale) for x, y in points]
