from articles.demo.build import fact, facts, h2, p, table
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="one-hull-four-navies",
    desk="naval",
    kind="analysis",
    headline="One hull, four navies",
    standfirst=(
        "Britain, Australia, Canada and Norway have chosen the same frigate. What stays "
        "common when each has changed what it must?"
    ),
    authors=("zeynep-aydogdu",),
    topics=("type-26", "united-kingdom", "norway", "towed-array"),
    picture="frigate",
    when=When(days=-2, clock="07:00"),
    state="scheduled",
    body=(
        p(
            "Four navies have settled on the design that began as Britain’s Type 26. "
            "Australia chose it in June 2018, Canada in February 2019; Norway announced its "
            "choice on 31 August 2025. On paper some thirty ships will share a hull."
        ),
        h2("What is the same"),
        p(
            "The underwater form, most of the machinery and the thing that all four wanted it for: "
            "quiet. A ship that tows an [array](piece:why-submarines-hide-under-warm-water) must "
            "itself be hard to hear. That is bought with mountings, motors and the shape of the "
            "screws, and none of those can be added later."
        ),
        facts(
            "Type 26, British version",
            fact("Length", "149.9", "m", "2023", "Builder"),
            fact("Displacement", "about 6,900", "t", "2023", "Builder"),
            fact("Ordered", "8", "ships", "November 2022", "UK government"),
        ),
        h2("What is not"),
        table(
            "Four families",
            "Navies’ statements to September 2025; numbers are plans.",
            "Navy | Class | Planned | Radar",
            "Britain | City | 8 | Artisan",
            "Australia | Hunter | 6 | CEAFAR2",
            "Canada | River | 15 | SPY-7",
            "Norway | not yet named | at least 5 | as Britain’s",
        ),
        p(
            "Radar drives the mast, the mast drives the weight, and weight is paid for in "
            "speed or in margin for later. The further each navy went from the first ship, "
            "the less of its spares another navy can use. Norway drew the lesson: its ships "
            "are to be as like the British ones as possible, down to the paint store."
        ),
    ),
)
