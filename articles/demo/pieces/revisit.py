from articles.demo.build import bullets, fact, facts, figure, h2, p, table
from articles.demo.piece import Later, Piece, When

PIECE = Piece(
    slug="how-often-can-a-satellite-look",
    desk="space-cyber",
    kind="explainer",
    headline="How often can a satellite look?",
    standfirst=(
        "Twice a day, and not when you ask. What one small satellite sees, what six see, and "
        "what no number of them will."
    ),
    key_points=(
        "One satellite at 500 km passes a given place usefully about twice a day.",
        (
            "Six bring the average wait down to an hour; the longest wait is what an opponent "
            "plans by."
        ),
    ),
    authors=("jonas-lindqvist",),
    topics=("satellites", "sovereignty", "finland"),
    picture="ground-track",
    when=When(days=10, clock="13:45"),
    later=(
        Later(
            "correction",
            20,
            "We gave the speed of a satellite at 500 km as 7.6 kilometres an hour. It is 7.6 "
            "kilometres a second.",
            was=(("7.6 kilometres a second", "7.6 kilometres an hour"),),
        ),
    ),
    body=(
        p(
            "A satellite 500 kilometres up moves at 7.6 kilometres a second and is round the "
            "Earth in 94 and a half minutes. While it goes round once, the Earth turns 24 "
            "degrees under it. Draw fifteen such lines in a day and you have the picture "
            "above. It covers the globe and almost always misses you."
        ),
        h2("The two passes"),
        p(
            "At 58° north two passes in twenty-four hours come within 420 km, about as far to"
            " the side as a camera can usefully tilt. One is by day, one by night. A radar "
            "satellite can use both. A camera can use one, and in November, east of the "
            "Baltic, clouds take three of those in four.[^Datum estimate from climate tables "
            "for cloud cover.]"
        ),
        table(
            "How long until somebody looks?",
            "Datum calculation: circular orbits at 500 km, 58° north, radar satellites evenly"
            " spread.",
            "Satellites | Passes a day | Average wait | Longest wait",
            "1 | 2 | 6 h | 12 h",
            "3 | 6 | 2 h | 4 h",
            "6 | 12 | 1 h | 2 h",
            "12 | 24 | 30 min | 1 h",
        ),
        p(
            "That is the ideal. Spread them unevenly, as launches in threes and fours do, and"
            " the average hardly changes while the longest wait doubles. Whoever wishes to "
            "move a column unseen does not care about averages."
        ),
        h2("What a small state can own"),
        bullets(
            "**One** satellite is a school. It teaches a ministry what to ask for.",
            "**Three to six** with radar are a tool: change on a known airfield is seen the "
            "same day.",
            "**A dozen or more** are worth it if several states share, since all of them look down "
            "on the same places at the same hours anyway.",
        ),
        figure("orbits", "Low orbits see; the high ones, in magenta, pass it on."),
        facts(
            "In orbit at 500 km",
            fact("Speed", "7.6", "km/s", "", "√(GM/r)"),
            fact("Once round", "94.5", "min", "", "Kepler’s third law"),
            fact("Rounds a day", "15.2", "", "", "86,164 s sidereal day"),
            fact("Life without fuel", "3–8", "years", "", "Depends on the Sun; estimate"),
        ),
        h2("What none of them see"),
        p(
            "A garage. The inside of a lorry. Whether the tank under the net is made of steel"
            " or of air. The better the picture, the more it pays to paint a good one for it."
            " Satellites have ended surprise on the scale of armies; the scale of companies "
            "is another matter."
        ),
    ),
)
