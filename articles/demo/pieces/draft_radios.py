from articles.demo.build import h2, p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="a-brigade-without-radios",
    desk="land",
    kind="interview",
    headline="A brigade that switched off its radios",
    standfirst=(
        "Nine days of orders by motorcycle, flag and landline: what was slower, what was not."
    ),
    authors=("marta-wisniewska",),
    topics=("jamming", "poland"),
    when=When(hours=1),
    state="draft",
    body=(
        p(
            "For nine days in the Masurian lakes a brigade sent nothing by radio. Its "
            "commander, TK, says that orders became shorter on the first day and better on "
            "the third."
        ),
        h2("Motorcycles"),
        p(
            "Average time for a message over 20 km: TK minutes. Ask for the figures of the "
            "last exercise."
        ),
    ),
)
