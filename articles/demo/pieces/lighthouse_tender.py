from articles.demo.build import p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="lighthouse-tender-joins-the-seabed-watch",
    desk="naval",
    kind="news",
    headline="Lighthouse tender joins the seabed watch",
    standfirst="She is 46 years old, does eleven knots, and knows where everything is.",
    authors=("datum-staff",),
    topics=("seabed", "baltic-sentry", "finland"),
    when=When(days=24, clock="12:50"),
    body=(
        p(
            "The buoy tender *Saaristo*, built in 1980 to look after lights and marks, has "
            "been given a camera on a cable and a place in the rota of ships that go and look"
            " when a line on the seabed fails. Ship and rota are invented for this "
            "demonstration."
        ),
        p(
            "She has what a frigate lacks: a crane, a flat deck, a draught of three metres "
            "and a crew that has worked the same waters for twenty years. A day of her costs "
            "about €14,000, by our estimate; a day of a frigate, ten times that and more."
        ),
        p(
            "The navy has asked for two others. The lighthouse service has asked who will "
            "look after the lighthouses."
        ),
    ),
)
