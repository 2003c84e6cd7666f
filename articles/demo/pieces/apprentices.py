from articles.demo.build import bullets, h2, p, pull
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="count-the-apprentices",
    desk="industry",
    kind="opinion",
    headline="Count the apprentices, not the orders",
    standfirst=(
        "An order book says what has been promised. A list of eighteen-year-olds says what will be "
        "built."
    ),
    authors=("marta-wisniewska",),
    topics=("industry-capacity", "workforce"),
    when=When(days=18, clock="06:50"),
    body=(
        p(
            "Twice a year the big defence firms publish a number that makes their shares "
            "rise. It is the order book, and it is longer than ever. Ministers quote it as if"
            " it were output. It is the opposite: it is everything that has *not* been made."
        ),
        p(
            "There is a better number, and no company prints it. How many people under "
            "twenty-five started to learn a trade in your works this September, and how many "
            "of last year’s are still there?"
        ),
        h2("Seven years to a welder"),
        p(
            "It takes three or four years to train a welder and as many again before anyone "
            "lets that welder near a pressure hull. The man who closes the last seam on a "
            "submarine that is delivered in 2034 ought to be leaving school about now. If he "
            "is a forklift driver by Christmas, the boat is late already, and no change of "
            "project manager will find the month in which it happened."
        ),
        pull(
            "We have money for a fourth hall. I have people for two and a half.",
            "Sven Aarnio",
            "yard foreman",
            "2026-06",
        ),
        h2("What buyers could ask"),
        p("A ministry that pays in advance may ask for things in advance. I would ask for three:"),
        bullets(
            "a table of trades, ages and vacancies, for the firm *and* its ten largest suppliers;",
            "one apprentice for every twenty skilled people, as a condition of contract;",
            "a second shift in training, paid by the state, that may be poached by anybody. "
            "Poached people do not leave the country.",
        ),
        p(
            "None of that is grand. It costs about what one consultant’s report on workforce "
            "strategy costs, and it has the advantage that at the end there are people who "
            "can weld."
        ),
    ),
)
