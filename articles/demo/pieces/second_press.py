from articles.demo.build import p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="kronvik-starts-its-second-press",
    desk="industry",
    kind="news",
    headline="Kronvik starts its second press",
    standfirst="The forge can now make three times as many shell bodies as it is able to test.",
    authors=("datum-staff",),
    topics=("155-mm-ammunition", "industry-capacity", "sweden"),
    picture="works",
    when=When(hours=12),
    body=(
        p(
            "Kronvik Forge started its second 1,600-tonne press this week and says that it "
            "could make 24,000 shell bodies a month by the summer, three times as many as a "
            "year ago. The firm, the press and the town are invented for this demonstration; "
            "the difficulty that follows is not."
        ),
        p(
            "Every body is tested for cracks with ultrasound, which takes four minutes. "
            "Twenty-four thousand of them need 1,600 hours, and a month has 730. “We measured"
            " the furnace, the press and the lathes,” said Maja Hedman, who runs the plant. "
            "“Nobody measured the small room at the end.”"
        ),
        p(
            "A second test bench has been ordered and will take fourteen months, because it "
            "comes from a firm with one small room at the end. Until then bodies that cannot "
            "be tested are stacked in the yard, under a roof that the works has also had to "
            "build."
        ),
    ),
)
