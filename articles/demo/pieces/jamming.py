from articles.demo.build import bullets, fact, facts, h2, h3, numbers, p, pull, timeline
from articles.demo.piece import Later, Piece, When

PIECE = Piece(
    slug="louder-than-the-sky",
    desk="space-cyber",
    kind="analysis",
    headline="Louder than the sky: why jamming GPS is easy",
    standfirst=(
        "The signal from a navigation satellite is weaker than the hiss of the receiver that hears "
        "it. Ten watts in the wrong place drown it for a county."
    ),
    key_points=(
        "The signal arrives with about a tenth of a millionth of a billionth of a watt.",
        "Jamming is noticed at once; a false position may not be.",
        "Airports that kept their ground beacons have little to fear.",
    ),
    authors=("jonas-lindqvist",),
    topics=("gps", "galileo", "jamming", "estonia", "finland"),
    picture="jamming",
    when=When(days=2, clock="11:10"),
    later=(Later("minor", 2, "", was=(("aeroplanes turned back", "airplanes turned back"),)),),
    body=(
        p(
            "In the last week of April 2024 two aeroplanes turned back from Tartu in "
            "south-eastern Estonia. Nothing was wrong with them. The approach needed GPS, GPS"
            " was gone, and the airport had no other way down. From 29 April to 31 May the "
            "airline did not fly there at all; then an approach by ground beacon was brought "
            "back into use, and the flights with it."
        ),
        p(
            "The episode is small and holds the whole subject: how cheap the attack is, how "
            "dull the remedy, and how easily the remedy is thrown away in good times."
        ),
        h2("A whisper from 20,000 kilometres"),
        p(
            "A GPS satellite sends with the power of a bright lamp from 20,200 km. What "
            "reaches the ground is about −128.5 dBm, or 1.4 × 10^−16^ watts.[^The guaranteed "
            "minimum for the civil signal on L1. | https://www.gps.gov/] The receiver’s own "
            "electronics hiss some 50 times louder. It hears the satellite only because it "
            "knows in advance what it is listening for."
        ),
        p(
            "A jammer need not be clever. Ten watts, less than a reading lamp takes, are "
            "still stronger than the satellite at every distance on our graph. What saves "
            "most receivers most of the time is the same thing that limits every radio: "
            "hills, houses and the horizon. An aircraft has none of those in the way."
        ),
        facts(
            "Who is louder?",
            fact("Satellite at the ground", "−128.5", "dBm", "", "GPS interface specification"),
            fact("Noise in 2 MHz", "−111", "dBm", "", "Thermal noise at 290 K"),
            fact("10 W at 10 km", "−76", "dBm", "", "Datum calculation, free space"),
            fact("10 W at 100 km", "−96", "dBm", "", "Datum calculation, free space"),
        ),
        h2("Two kinds of lie"),
        h3("Noise"),
        p(
            "Plain jamming says: you are nowhere. The receiver knows, the pilot is told, other "
            "instruments take over. It is a nuisance and, near the ground in fog, a danger."
        ),
        h3("A false voice"),
        p(
            "Spoofing says: you are elsewhere. A transmitter imitates the satellites a little"
            " louder than they are and leads the receiver away. Ships have been shown on "
            "airport runways, and airliners’ clocks have jumped by years. Since July 2025 "
            "Galileo’s open service has come with a digital signature that lets a receiver "
            "check who is speaking; receivers that look at it are only now being bought."
        ),
        pull(
            "I can hear a jammer from my kitchen. Proving which kitchen it stands in takes me"
            " a month.",
            "Priit Kask",
            "spectrum engineer",
            "2026-10",
        ),
        h2("What works"),
        numbers(
            "**Keep the old beacons.** A pair of ground stations costs less in a year than one day "
            "of cancelled flights.",
            "**Look in several directions.** An aerial with seven elements can turn a deaf ear to "
            "the loudest noise and gain 30 decibels or more.",
            "**Count for yourself.** Inertial sensors drift by a kilometre or so an hour; for a "
            "missile that flies ten minutes it is enough.",
            "**Publish.** Maps of interference, drawn from aircraft’s own reports, made the "
            "subject public before any ministry did.",
        ),
        timeline(
            "From degraded to drowned",
            ("2000-05-02", "Washington stops degrading the civil signal of GPS."),
            ("2016-12-15", "Galileo opens its first services."),
            ("2024-04-29", "Flights to Tartu are suspended for a month."),
        ),
        p("What does not work is the usual first idea:"),
        bullets(
            "to jam back, which deafens your own side;",
            "to forbid jammers, which are forbidden everywhere already;",
            "to bomb one, which is an act of war over a box that costs as much as a used car.",
        ),
    ),
)
