from articles.demo.build import bullets, fact, facts, h2, p, table
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="the-bridge-that-was-drawn-for-54-tonnes",
    desk="land",
    kind="explainer",
    headline="The bridge that was drawn for 54 tonnes",
    standfirst=(
        "Tanks have gained eleven tonnes since 1979. The bridges have not. What the yellow "
        "discs on the parapet mean, and who is meant to read them."
    ),
    authors=("marta-wisniewska",),
    topics=("leopard-2", "abrams", "military-mobility", "germany"),
    picture="tank-bridge",
    when=When(days=20, clock="08:30"),
    body=(
        p(
            "Drive through western Germany and you may still meet a round yellow sign with "
            "two tanks on it and a number under each. It is a military load class: what the "
            "bridge will carry in one lane and in two. Most were put up in the cold war and "
            "many came down after it. They are going up again."
        ),
        p(
            "The number is roughly the weight of a tracked vehicle in short tons, the "
            "American ton of 907 kg. Class 60 means 54 tonnes. When the first Leopard 2 "
            "rolled out in 1979 at about 55 tonnes the fit was close enough for a commander’s"
            " signature."
        ),
        table(
            "The same tank, heavier",
            "Makers’ and museum data, combat weight, rounded.",
            "Version | In service from | Weight, t | Class, about",
            "Leopard 2A4 | 1985 | 55 | 61",
            "Leopard 2A6 | 2001 | 62 | 68",
            "Leopard 2A7V | 2021 | 66.5 | 73",
            "M1 Abrams | 1980 | 54 | 60",
            "M1A2 SEPv3 | 2020 | 67 | 74",
        ),
        h2("Why not simply drive over?"),
        p(
            "Engineers leave a margin, and a bridge that is rated for 60 will not fall at 61."
            " But the margin is for the things that nobody counted: salt, frost, a lorry that"
            " braked in the wrong place in 1994. A crossing above the class is called a "
            "*caution crossing*. One tank at a time, on the centre line, at walking pace, "
            "without braking or changing gear."
        ),
        bullets(
            "At walking pace a battalion of 44 tanks with 50 metres between them takes about "
            "half an hour to pass one short bridge.",
            "On the road from the Rhine to the Vistula there are several hundred.",
            "The tow truck, with a tank behind it, weighs more than either.",
        ),
        facts(
            "Load class",
            fact("Class 60, tracked", "54.4", "t", "", "60 short tons of 907.2 kg"),
            fact("Leopard 2A7V", "66.5", "t", "2021", "Maker’s data"),
            fact("Gain since Leopard 2A4", "about 11", "t", "", "By subtraction"),
        ),
        h2("Who pays?"),
        p(
            "Bridges belong to counties, tanks to the state. The European Union pays up to half of "
            "works that serve both, from a fund for military mobility that was set at €1.69bn for "
            "2021 to 2027 and was spent well before its time. A county engineer will tell you what "
            "is missing. It is seldom concrete; it is somebody who knows how much the bridge will "
            "really bear."
        ),
    ),
)
