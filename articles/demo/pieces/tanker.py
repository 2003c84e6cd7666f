from articles.demo.build import fact, facts, h2, numbers, p, pull, table
from articles.demo.piece import Later, Piece, When

PIECE = Piece(
    slug="the-tanker-is-the-range",
    desk="air",
    kind="analysis",
    headline="The tanker is the range",
    standfirst=(
        "Europe has bought fighters by the hundred and tankers by the handful. Distance is what it "
        "saved on."
    ),
    key_points=(
        (
            "An A330 MRTT takes off with up to 111 tonnes of fuel, of which it can give rather "
            "more than half away 1,000 nautical miles from home."
        ),
        "A shared fleet at Eindhoven and Cologne is the model that works.",
    ),
    authors=("callum-reid",),
    topics=("a330-mrtt", "nato", "f-35", "gripen"),
    picture="tanker",
    when=When(days=16, clock="09:05"),
    later=(
        Later(
            "update",
            30,
            "We have added a sentence on older tankers, which take one kind of receiver only,"
            " after questions from readers.",
            was=(
                (
                    (
                        " Older tankers have one or the other, which is how a formation of "
                        "friends can find itself unable to share."
                    ),
                    "",
                ),
            ),
        ),
    ),
    body=(
        p(
            "Ask a fighter pilot how far the aircraft goes and you will be asked: with how "
            "many tankers? A loaded F-35A or Gripen has a radius of action of the order of "
            "1,000 km. With one visit to a tanker it doubles; with two the pilot gives out "
            "before the aircraft."
        ),
        p(
            "Yet tankers appear in no parade and few speeches. Between 2014 and 2024 European"
            " allies ordered several hundred fighters. In the same decade the multinational "
            "fleet that many of them lean on grew to orders for ten aircraft.[^Multinational "
            "MRTT Fleet, as ordered by 2024; the partners have since announced more. | "
            "https://www.nspa.nato.int/]"
        ),
        h2("A gallon at a distance"),
        p(
            "A tanker burns its own cargo. The farther from home it gives fuel away, the less"
            " it has to give. The table shows our sum for one aircraft with two hours on "
            "station; it is an estimate, and a crew would plan it with more care."
        ),
        table(
            "What one A330 MRTT can give",
            "Datum estimate: 111 t at take-off, 6 t an hour burnt, 9 t kept in reserve, 450 knots.",
            "Distance from base | Flight there and back | Left to give",
            "500 nm | 2.2 h | 77 t",
            "1,000 nm | 4.4 h | 63 t",
            "1,500 nm | 6.7 h | 50 t",
            "2,000 nm | 8.9 h | 37 t",
        ),
        p(
            "A fighter takes six to eight tonnes. At 1,000 nautical miles, then, one tanker serves "
            "eight to ten of them, once. A day and night of patrol by four fighters needs three "
            "tankers in the air and, since crews sleep and aircraft break, five on the ground."
        ),
        pull(
            "Every staff exercise I have run ended the same way. We ran out of booms before we ran "
            "out of targets.",
            "Col Ingrid Solheim",
            "air planner, speaking in a personal capacity",
            "2026-09",
        ),
        h2("Two ways to drink"),
        p(
            "American-built fighters such as the F-35A have a receptacle: an operator in the "
            "tanker flies a boom into it. Most European types, and the F-35B and C, carry a "
            "probe and fly it into a basket on a hose. The A330 has both. Older tankers have "
            "one or the other, which is how a formation of friends can find itself unable to "
            "share."
        ),
        h2("What sharing bought"),
        p("The fleet at Eindhoven and Cologne has lessons that are not about aircraft:"),
        numbers(
            "Nations buy hours and not tails. Small air forces that could never keep a tanker "
            "serviceable own a few hundred hours a year.",
            "One standard. No national radios, no national galley, no national paint.",
            "One book of rules, approved once. Diplomatic clearance is the slowest part that "
            "is left.",
        ),
        facts(
            "A330 MRTT",
            fact("Fuel at take-off", "111", "t", "2020", "Maker’s data"),
            fact("Span", "60.3", "m", "2020", "NATO Air Command", "https://ac.nato.int/"),
            fact("Maximum take-off weight", "233", "t", "2020", "NATO Air Command"),
        ),
        p(
            "The next pooled purchase ought to be dull as well: spare engines, a second "
            "simulator, crews. An aircraft flies as often as there are people to fly it, and "
            "at present, by our count, there is rather less than one and a half crew to each."
        ),
    ),
)
