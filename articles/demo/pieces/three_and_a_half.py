from articles.demo.build import bullets, fact, facts, h2, h3, p, pull, table
from articles.demo.piece import Later, Piece, When

PIECE = Piece(
    slug="what-counts-towards-three-and-a-half",
    desk="policy",
    kind="explainer",
    headline="What counts towards three and a half per cent",
    standfirst=(
        "Pensions do, motorways do not, and a coastguard depends on its guns. A guide to the "
        "arithmetic that allies agreed at The Hague."
    ),
    key_points=(
        "3.5 per cent of GDP is for core defence by 2035; up to 1.5 is for resilience.",
        "The definition of the first is old and strict, that of the second new and loose.",
        "Progress is reviewed in 2029.",
    ),
    authors=("elise-marchand",),
    topics=("nato", "defence-spending", "united-kingdom", "poland", "germany"),
    picture="spending",
    when=When(days=28, clock="09:30"),
    later=(
        Later(
            "clarification",
            30,
            "An earlier version could be read as saying that all pensions count. Those paid to "
            "former members of the armed forces and defence civilians do.",
            was=(("military pensions,", "pensions,"),),
        ),
        Later("minor", 32, "", was=(("per cent of GDP a year", "percent of GDP a year"),)),
    ),
    body=(
        p(
            "At The Hague on 25 June 2025 thirty-two allies undertook to spend five per cent "
            "of GDP a year on defence and security by 2035. The figure made the headlines "
            "because it is round. It is also a sum of two, and the two have little in common."
        ),
        h2("The hard part: 3.5"),
        p(
            "At least 3.5 per cent is *core defence*, and for that NATO has had a definition since "
            "the 1950s. Allies fill in the same long form every year, and officials in Brussels "
            "[check it](https://www.nato.int/) and sometimes send it back."
        ),
        h3("It counts"),
        bullets(
            "pay of soldiers and defence civilians, and military pensions,",
            "equipment, research, ammunition, fuel, barracks,",
            "aid to a partner’s armed forces, Ukraine’s among them,",
            "other armed forces, in proportion to what they could do in war: a coastguard "
            "with guns and naval training may, one with clipboards may not.",
        ),
        h3("It does not"),
        bullets(
            "civil defence and disaster relief,",
            "veterans’ hospitals that treat everyone,",
            "a bridge, unless it is on a military base.",
        ),
        h2("The soft part: 1.5"),
        p(
            "Up to 1.5 per cent may go to protecting infrastructure and networks, to civil "
            "readiness, innovation and the defence industry. There is no form yet. A motorway"
            " that could take a tank is a fair candidate, and so is spare cable for the "
            "seabed. A museum of military history is not, though it has been asked."
        ),
        table(
            "From two to five",
            "NATO declarations of Wales, 2014, and The Hague, 2025.",
            "Pledge | Year | Share of GDP | Reached by",
            "Wales | 2014 | 2 per cent | 2024",
            "The Hague, core | 2025 | 3.5 per cent | 2035",
            "The Hague, resilience | 2025 | up to 1.5 per cent | 2035",
        ),
        facts(
            "How far it is",
            fact(
                "Poland",
                "4.12",
                "% of GDP",
                "2024, estimate",
                "NATO, June 2024",
                "https://www.nato.int/",
            ),
            fact(
                "Britain",
                "2.33",
                "% of GDP",
                "2024, estimate",
                "NATO, June 2024",
                "https://www.nato.int/",
            ),
            fact(
                "Spain",
                "1.28",
                "% of GDP",
                "2024, estimate",
                "NATO, June 2024",
                "https://www.nato.int/",
            ),
        ),
        h2("Why the definition matters more than the number"),
        p(
            "A finance ministry that must find 1.2 points of GDP will look first at what it "
            "already spends. Gendarmes, satellites, the meteorological office: each can be "
            "argued over. Between 2014 and 2024 several allies rose by a tenth or two without"
            " buying anything, by reading the form again. That is legal, and sometimes right."
        ),
        pull(
            "The form has a box for everything except whether the thing works.",
            "Benedikt Oller",
            "former budget official",
            "2026-05",
        ),
        p(
            "The remedy is not a stricter form. It is to print, next to each share of GDP, three "
            "numbers that cannot be moved between columns: how many brigades, ships and squadrons "
            "could leave within thirty days. The review of 2029 would be a good day to begin."
        ),
    ),
)
