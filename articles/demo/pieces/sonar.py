from articles.demo.build import fact, facts, figure, h2, h3, numbers, p, pull, table
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="why-submarines-hide-under-warm-water",
    desk="naval",
    kind="explainer",
    headline="Why submarines hide under warm water",
    standfirst=(
        "Sound does not travel in straight lines under the sea. Everything in submarine hunting "
        "follows from that."
    ),
    key_points=(
        "Sound bends towards the water in which it is slower.",
        "A sonar in the hull looks into a mirror; an array on a cable looks under it.",
    ),
    authors=("zeynep-aydogdu",),
    topics=("towed-array", "type-26", "sonar", "maurice-ewing"),
    picture="sound",
    when=When(days=14, clock="10:00"),
    body=(
        p(
            "Put a straw in a glass of water and it seems to break at the surface. Light "
            "changes direction where it changes speed. Sound in the sea does the same, only "
            "more slowly and over kilometres, and a submarine that knows the speed of sound "
            "at each depth knows where it cannot be heard."
        ),
        h2("Three things that set the speed"),
        numbers(
            "**Warmth.** Each degree adds about 3.5 m/s near 10 °C.",
            "**Depth.** Pressure adds about 1.7 m/s for every 100 metres.",
            "**Salt.** One gram more in a kilogram of water adds about 1.3 m/s. In the "
            "Baltic, where rivers float on brine, it matters; in the open ocean, seldom.",
        ),
        p(
            "In summer the wind stirs the top 20 to 50 metres into one warm layer. Below it "
            "the temperature drops within a few metres. Sailors call the step *the layer*, "
            "physicists the thermocline. Sound that meets it at a flat angle from above is "
            "bent away, and behind that bend lies a shadow."
        ),
        table(
            "A summer’s day in the Norwegian Sea",
            "Datum calculation with Medwin’s simple formula, salinity 35 g/kg.",
            "Depth | Temperature | Speed of sound",
            "5 m | 12 °C | 1,497 m/s",
            "40 m | 11.5 °C | 1,496 m/s",
            "70 m | 6 °C | 1,476 m/s",
            "400 m | 3 °C | 1,469 m/s",
        ),
        h2("Going down to listen"),
        p(
            "A frigate carries a sonar in its bow. In the picture above, its rays skip along "
            "under the surface or dive steeply, and miss the submarine both ways. So the ship"
            " lets down a second set of ears: a cable with hundreds of hydrophones, towed a "
            "mile astern, where the ship’s own noise is faint and the depth can be chosen."
        ),
        figure(
            "frigate",
            "Everything else on a frigate points up. The array, in magenta, goes down. A "
            "general design, not a particular class.",
        ),
        h3("The price of a tail"),
        p(
            "With its array out a ship cannot turn sharply or stop. It sails slowly, in long "
            "straight legs, and it cannot tell left from right: a line of hydrophones hears a"
            " cone. The crew turns the ship, hears the cone again, and marks where the two "
            "cross."
        ),
        pull(
            "You do not find a submarine. You find the places where it is not, and keep at it.",
            "Lt Cdr Rhona Muir",
            "sonar instructor",
            "2026-07",
        ),
        facts(
            "Sound in the sea",
            fact("Typical speed", "1,500", "m/s", "", "Textbook value"),
            fact(
                "Heard by Ewing and Worzel",
                "900",
                "miles",
                "1944",
                "Geological Society of America, 1948",
            ),
            fact("Depth of the Atlantic channel", "about 1,000", "m", "", "Mid-latitudes"),
        ),
        h2("The channel that carries a whisper"),
        p(
            "Deeper still, warmth has stopped falling and pressure goes on rising. Where the "
            "two balance, at about 1,000 metres in the Atlantic, sound is slowest, and what "
            "starts there stays there. **Maurice Ewing** and J. Lamar Worzel showed it in "
            "1944: a charge of a few pounds was heard 900 miles away. Navies have listened to"
            " that channel ever since. Whales had noticed it first."
        ),
    ),
)
