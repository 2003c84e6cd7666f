from articles.demo.build import p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="forty-one-months-for-an-earth-bank",
    desk="industry",
    kind="news",
    headline="Forty-one months for an earth bank",
    standfirst="A powder works may at last pile up soil. The building behind it took nine.",
    authors=("marta-wisniewska",),
    topics=("155-mm-ammunition", "industry-capacity", "germany"),
    when=When(days=1, clock="08:10"),
    body=(
        p(
            "A works in Lower Saxony has leave to build the earth bank without which its new "
            "powder line may not run. It applied three years and five months ago. The line "
            "itself, ordered later, has been standing idle since the spring.[^Works, permit "
            "and dates are invented for this demonstration.]"
        ),
        p(
            "The bank is six metres high and protects a footpath. Moving the footpath was "
            "considered and would have taken longer."
        ),
        p(
            "We wrote about [where the powder goes](piece:the-shell-waits-for-cotton) and why"
            " works that were nearly closed in the 1990s are the ones that grow now. This one"
            " was offered for sale in 1996. There were no bids."
        ),
    ),
)
