from articles.demo.build import fact, facts, p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="a-cable-hears-an-anchor-at-two-kilometres",
    desk="naval",
    kind="news",
    headline="A cable hears an anchor at two kilometres",
    standfirst="Light sent down a spare fibre gave a coastguard eleven minutes’ warning.",
    authors=("zeynep-aydogdu",),
    topics=("seabed", "sonar", "sweden"),
    when=When(days=1, clock="11:20"),
    body=(
        p(
            "A trial off Gotland has turned an ordinary telecommunications cable into a "
            "microphone 90 kilometres long. A laser pulses down a spare fibre; where the "
            "cable is shaken, a little of the light comes back changed. An anchor dragged "
            "towards it was heard at two kilometres and placed to within 40 metres.[^The "
            "trial is invented for this demonstration. The method, distributed acoustic "
            "sensing, is not.]"
        ),
        facts(
            "The trial",
            fact("Length listened to", "90", "km", "", "Trial report, invented"),
            fact("Warning given", "11", "minutes", "", "At 6 knots from 2 km"),
        ),
        p(
            "The ship’s crew were in on it. So was the weather, which was not: a gale on the third "
            "night raised 212 false alarms, most of them the cable itself, humming."
        ),
    ),
)
