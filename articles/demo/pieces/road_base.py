from articles.demo.build import embed, fact, facts, h2, p, pull, quote
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="a-road-is-a-runway-with-better-manners",
    desk="air",
    kind="interview",
    headline="“A road is a runway with better manners”",
    standfirst=(
        "An officer who has closed more roads than any highwayman on elk, gravel, conscripts "
        "and why an air force should learn to move house."
    ),
    authors=("jonas-lindqvist",),
    topics=("gripen", "f-35", "sweden", "finland", "dispersal"),
    picture="road-base",
    when=When(days=5, clock="16:20"),
    body=(
        p(
            "Lieutenant Colonel Annika Strand runs a base that has no address. For most of "
            "the year it is a straight piece of road between two lakes. For a few days it is "
            "a place where fighters land, refuel, arm and leave. We met beside it. She and "
            "her unit are invented, like everyone quoted in this edition; the practice she "
            "describes is not."
        ),
        h2("What do you look for in a road?"),
        p(
            "“Eight hundred metres, straight, and boring. Sixteen metres wide is comfortable,"
            " a motorway is luxury. Then I look at what stands beside it. A lamp post can be "
            "taken down. A farmer’s opinion cannot.”"
        ),
        p(
            "“And I look up. Power lines are the reason for half of the places on the map that are "
            "*not* road bases.”"
        ),
        h2("How many people does it take?"),
        p(
            "“For one jet, one technician and five conscripts. The makers of Gripen say ten "
            "minutes for fuel and air-to-air missiles, and on a warm day with people who like"
            " each other that is true. At minus 25 in the dark, double it. Nobody’s fingers "
            "have read the brochure.”"
        ),
        pull(
            "A concrete base is a promise to stay. I would rather make no promises.",
            "Lt Col Annika Strand",
            "commander of a dispersed base",
            "2026-10",
        ),
        h2("Can a stealth fighter live like that?"),
        p(
            "“Norway put two F-35s on a Finnish road on 21 September 2023, and the Americans "
            "followed at Ranua a year later. So it can land. Living is another matter. It "
            "wants clean hands, dry air and a data connection. We are learning which of those"
            " it *needs*.”"
        ),
        facts(
            "On the road",
            fact(
                "First F-35A on a public road", "21 September 2023", "", "", "Norwegian air force"
            ),
            fact("US F-35A at Hosio, Ranua", "4 September 2024", "", "", "US Air Force"),
            fact("Strip used here", "800 × 16", "m", "", "Invented example"),
            fact("Paved area of the strip", "12,800", "m²", "", "By multiplication"),
        ),
        h2("What goes wrong?"),
        p(
            "“Stones. An engine is a vacuum cleaner of 80 kilonewtons. Before each landing forty "
            "people walk the road in a line, bent over, like a search party. Visitors laugh. Then "
            "I hand them what was picked up.”"
        ),
        p("“And elk. There is no procedure for elk. You wait.”"),
        h2("Is it worth it?"),
        p(
            "She answers with a sum. A missile for every stand on a fixed base is a plan; a "
            "missile for every straight road in a country of forest is a bankruptcy."
        ),
        quote(
            "From the unit’s standing orders",
            "The enemy shall not know where we are tomorrow. // Neither, before supper, shall we.",
        ),
        embed(
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
            "An example of an embedded film: nothing is loaded before you press play",
        ),
    ),
)
