from articles.demo.build import p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="exercise-finds-more-mines-than-it-laid",
    desk="naval",
    kind="news",
    headline="Exercise finds more mines than it laid",
    standfirst="Two of the thirty-six were from 1917 and had not been invited.",
    authors=("zeynep-aydogdu",),
    topics=("mine-warfare", "estonia", "nato"),
    picture="mine",
    when=When(hours=7),
    body=(
        p(
            "Exercise Grey Lantern laid 34 practice mines in the Gulf of Riga on Monday and "
            "had found 36 by Thursday. The two strangers were Russian contact mines of 1917, "
            "a spokesman for the exercise said, “in better order than some of ours”. Divers "
            "blew them up in 28 metres of water.[^The exercise and its spokesman are invented"
            " for this demonstration. Mines of both world wars are found in these waters "
            "every year.]"
        ),
        p(
            "Six ships and nine underwater drones took part. The drones found 31 of the "
            "practice mines in a third of the time that the ships’ sonars took, over a flat "
            "bottom; among boulders, where the sonars did better, they found four. Organisers"
            " want both next year."
        ),
        p(
            "The Gulf was mined in both world wars. Well over 100,000 mines are thought to "
            "have been laid in the Baltic between 1914 and 1945, and estimates of what is "
            "left run to tens of thousands. An estimate, in this trade, is a reason to go and"
            " look."
        ),
    ),
)
