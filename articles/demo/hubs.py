"""What stands round the pieces: a series, the lead story, key facts of topics."""

from dataclasses import dataclass

from articles.demo.build import Node, fact


@dataclass(frozen=True)
class DemoSeries:
    """parts: slugs of pieces, in order."""

    name: str
    slug: str
    description: str
    parts: tuple[str, ...]


SERIES = (
    DemoSeries(
        "The seabed",
        "the-seabed",
        "Who watches over cables and pipes, what they can hear, and what the law lets them do.",
        (
            "lighthouse-tender-joins-the-seabed-watch",
            "a-cable-hears-an-anchor-at-two-kilometres",
            "a-warship-may-board-over-a-cut-cable",
        ),
    ),
)

LEAD = "a-warship-may-board-over-a-cut-cable"

FACTS: dict[str, tuple[Node, ...]] = {
    "s-400": (
        fact("Claimed reach, 40N6", "400", "km", "2020", "Maker’s statement"),
        fact("Claimed reach, 48N6", "250", "km", "2007", "Maker’s statement"),
        fact("In Russian service since", "2007", "", "", "Ministry statement"),
    ),
    "type-26": (
        fact("Ordered, Royal Navy", "8", "ships", "November 2022", "Ministry of Defence"),
        fact("Planned, Norway", "5", "ships", "August 2025", "Joint statement; at least five"),
        fact("Length", "149.9", "m", "", "Builder’s data sheet"),
        fact("Displacement, light", "6,900", "t", "", "Builder’s data sheet"),
    ),
    "seabed": (
        fact("Length of C-Lion1", "1,173", "km", "2016", "Operator’s data sheet"),
        fact(
            "Cable faults a year, world",
            "150–200",
            "",
            "May 2025",
            "ICPC",
            "https://www.iscpc.org/",
        ),
    ),
    "rail-baltica": (
        fact("Length in the Baltic states", "870", "km", "2024", "Project company"),
        fact("Gauge", "1,435", "mm", "", "Design standard"),
        fact("First phase open", "2030", "", "2024", "Project company"),
    ),
}
