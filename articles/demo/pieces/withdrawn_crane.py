from articles.demo.build import p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="frigate-refit-slips-after-crane-fails-inspection",
    desk="industry",
    kind="news",
    headline="Frigate refit slips after crane fails inspection",
    standfirst=(
        "A works notice says that the dry dock’s only heavy crane is out of use until spring."
    ),
    authors=("datum-staff",),
    topics=("industry-capacity",),
    when=When(days=4, clock="17:30"),
    state="withdrawn",
    notice=(
        "We have withdrawn this report. It rested on a works notice that proved to be part of an "
        "emergency drill at the yard: no crane had failed and no refit had slipped. We should have "
        "telephoned before publishing, and not after. We apologise to the yard and to our readers."
    ),
    body=(
        p(
            "The refit of a frigate at Sundby Dock will begin at least four months late "
            "because the dock’s 80-tonne crane has failed an inspection, according to a "
            "notice posted at the gate."
        ),
        p("The yard, which is invented for this demonstration, did not answer before publication."),
    ),
)
