from articles.demo.build import bullets, h2, p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="a-ground-station-nobody-guards",
    desk="space-cyber",
    kind="news",
    headline="A ground station that nobody guards",
    standfirst=(
        "Auditors walked up to a satellite dish and leant on it. Their report is kinder than it "
        "could be."
    ),
    authors=("jonas-lindqvist",),
    topics=("satellites", "cyber"),
    picture="contact",
    when=When(hours=1),
    state="review",
    body=(
        p(
            "Auditors of an unnamed northern state needed eleven minutes to reach the dish "
            "that commands its only satellite. Two of them were spent reading a notice about "
            "bears.[^The report is invented for this demonstration.]"
        ),
        h2("What they recommend"),
        bullets(
            "a fence that goes all the way round;",
            "a second station, so that the first is not worth visiting;",
            "a telephone number on the gate that somebody answers.",
        ),
        p(
            "The operator says that work on the fence began before the audit. The report has a "
            "photograph of it."
        ),
    ),
)
