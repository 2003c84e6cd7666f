from articles.demo.build import p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="the-password-was-in-the-manual",
    desk="space-cyber",
    kind="news",
    headline="The password was in the manual",
    standfirst="Students took over a training satellite on a bench in forty minutes, by reading.",
    authors=("jonas-lindqvist",),
    topics=("cyber", "satellites"),
    picture="contact",
    when=When(days=7, clock="10:25"),
    body=(
        p(
            "Six students were given a small satellite on a bench, its ground station and a "
            "weekend. They needed forty minutes. The command link asked for a key; the key "
            "was the maker’s, printed on page 61 of a manual that the maker’s own website "
            "offers. The exercise is invented for this demonstration. Default keys in orbit "
            "are not."
        ),
        p(
            "What they did next is the useful part. They changed the key, wrote down how, and"
            " timed themselves doing it over a slow link: 9.6 kilobits a second, six minutes "
            "a pass, four passes. “Two days to change a lock,” said one. “So you want a good "
            "one to begin with.”"
        ),
    ),
)
