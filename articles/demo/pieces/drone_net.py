from articles.demo.build import fact, facts, h2, numbers, p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="what-it-costs-to-shoot-down-a-cheap-drone",
    desk="land",
    kind="news",
    headline="Range trial prices the shot against a cheap drone",
    standfirst="Guns beat missiles on cost by forty to one, in good light and close by.",
    authors=("datum-staff",),
    topics=("air-defence", "counter-drone", "lithuania"),
    picture="shot-price",
    when=When(days=38, clock="11:25"),
    body=(
        p(
            "A trial on a Lithuanian range has put a price on each way to bring down a slow "
            "drone. The trial and its figures are invented for this demonstration; their "
            "order is that of published ones."
        ),
        numbers(
            "A 35-mm gun with airburst shells: 18 rounds, about €9,000.",
            "A machine-gun on a pick-up, with a thermal sight: about €300, inside 900 metres.",
            "An interceptor drone: €3,500, and it needs a pilot.",
            "A short-range missile: €380,000, in any weather.",
        ),
        facts(
            "The target",
            fact("Speed", "180", "km/h", "", "Trial report, invented"),
            fact("Wing area", "1.6", "m²", "", "Trial report, invented"),
            fact("Price", "40,000", "€", "", "Trial report, invented"),
        ),
        h2("The catch"),
        p(
            "The cheap ways need to know where to look. The trial spent more on microphones and "
            "cameras than on guns, and the organisers say they would do so again."
        ),
    ),
)
