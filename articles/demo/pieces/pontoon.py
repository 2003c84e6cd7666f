from articles.demo.build import bullets, p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="seventy-tonnes-across-the-daugava",
    desk="land",
    kind="news",
    headline="Seventy tonnes across the Daugava in 38 minutes",
    standfirst="A floating bridge did what eleven fixed ones on the same route may not.",
    authors=("marta-wisniewska",),
    topics=("military-mobility", "leopard-2"),
    picture="pontoon",
    when=When(days=2, clock="15:40"),
    body=(
        p(
            "Engineers from three countries closed a floating bridge across the Daugava on "
            "Wednesday and drove a recovery vehicle with a tank on tow over it, 38 minutes "
            "after the first lorry reached the bank. The river is 180 metres wide there. The "
            "exercise is invented for this demonstration; bridges of this kind, and their "
            "class, are not."
        ),
        p("What took the time, by the engineers’ own log:"),
        bullets(
            "floating the bays and closing the bridge: 21 minutes;",
            "cutting the bank, which was steeper than the map: 14 minutes;",
            "persuading an angler: 3 minutes.",
        ),
        p(
            "The planned road crosses eleven fixed bridges within 60 km that are "
            "[rated below 60](piece:the-bridge-that-was-drawn-for-54-tonnes). The army owns two "
            "floating ones."
        ),
    ),
)
