from articles.demo.build import bullets, fact, facts, h2, p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="what-the-ridge-hides",
    desk="air",
    kind="explainer",
    headline="What the ridge hides",
    standfirst=(
        "A radar on a hill sees far and leaves shadows behind every other hill. How low-level gaps "
        "arise, and how they are filled."
    ),
    authors=("callum-reid",),
    topics=("radar", "air-defence", "norway"),
    picture="radar",
    when=When(days=12, clock="12:15"),
    body=(
        p(
            "The picture above is invented, but every air-defence officer has one like it "
            "taped inside a cupboard. It is the coverage of one radar at one height: here, 60"
            " metres. The shaded wedges are where a ridge stands between the aerial and the "
            "sky."
        ),
        p(
            "A track appears at the edge of a wedge, already within 60 km. It did not come from "
            "nowhere. It came up the valley."
        ),
        h2("Why more power does not help"),
        p(
            "Power buys distance against a clear sky. Against rock it buys nothing. A wave of ten "
            "centimetres bends a little over the crest, loses most of its strength and comes back "
            "with an echo too weak to trust. What helps is a second aerial somewhere else."
        ),
        h2("Three ways to fill a gap"),
        bullets(
            "A **gap-filler**: a small radar, 40 to 60 km in reach, on the far side of the ridge. "
            "Cheap, and there are never enough.",
            "A **passive receiver** that listens for echoes of television and "
            "mobile-telephone masts. It gives nothing away, and works best where people live.",
            "An **aircraft**. From 9,000 m every valley is open. The difficulty is being there.",
        ),
        facts(
            "One gap, in numbers",
            fact("Height of the ridge above the aerial", "180", "m", "", "Invented example"),
            fact("Distance to the ridge", "45", "km", "", "Invented example"),
            fact(
                "Shadow at 100 km, above flat terrain",
                "400",
                "m",
                "",
                "Datum calculation: by proportion, without the Earth’s curve",
            ),
        ),
        p(
            "The last figure is the one to remember. A ridge that rises 180 metres at 45 "
            "kilometres hides everything below 400 metres at 100. Pilots learn to do that sum"
            " in their heads; so do people who build masts."
        ),
    ),
)
