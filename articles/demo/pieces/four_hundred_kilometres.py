from articles.demo.build import (
    bullets,
    fact,
    facts,
    figure,
    h2,
    h3,
    p,
    pull,
    related,
    table,
    timeline,
)
from articles.demo.piece import Later, Piece, When

PIECE = Piece(
    slug="the-ring-of-400-kilometres-and-the-ring-of-43",
    desk="air",
    kind="analysis",
    headline="The ring of 400 kilometres and the ring of 43",
    standfirst=(
        "Maps of air defence show how far a missile can fly. They should show how far its "
        "radar can see, and that depends on how low you are."
    ),
    key_points=(
        "A radar on a 24-metre mast sees an aircraft at 30 metres no farther than 43 km away.",
        "At 10,000 metres the same aircraft is in view at 430 km, beyond the missile’s reach.",
        "The big ring is real for tankers and early-warning aircraft, less so for cruise missiles.",
    ),
    authors=("callum-reid",),
    topics=("s-400", "radar", "air-defence", "f-35", "turkiye"),
    picture="rings",
    when=When(days=8, clock="06:30"),
    later=(
        Later(
            "minor",
            3,
            "",
            was=(("the answer is in the square root", "the answer is in the the square root"),),
        ),
        Later(
            "update",
            50,
            "We have added a reference to the Swedish study of 2019, which several readers pointed "
            "out to us.",
            was=(
                (
                    (
                        "Swedish researchers made the same argument at book length in 2019 "
                        "and called the Russian bubble a myth in need of bursting. That was"
                    ),
                    "Others have made the same argument. It was",
                ),
            ),
        ),
    ),
    body=(
        p(
            "Few weapons have been drawn as often as the S-400. A circle of 400 kilometres is"
            " laid on the map, its middle in Kaliningrad or Crimea, and filled with red. Half"
            " of Poland goes under it. The caption says *denied*."
        ),
        p(
            "The circle is not wrong. It is the answer to a question that pilots seldom ask. "
            "400 km is the claimed reach of the 40N6, the longest-legged missile in the "
            "family, against a large target at height.[^The maker’s figure. No independent "
            "measurement has been published that we know of.] Before a missile can fly to a "
            "target, a radar must see it, and radar waves of that kind travel in very nearly "
            "straight lines. The Earth does not."
        ),
        h2("The sum that fits on an envelope"),
        p(
            "The distance to the radar horizon, in kilometres, is 4.12 times the sum of two "
            "square roots: the height of the aerial and the height of the target, both in "
            "metres. The factor allows for the slight bend that the lower atmosphere gives to"
            " the beam.[^The usual four-thirds Earth approximation. Over warm seas ducting "
            "can carry a beam much farther; over cold land, less far.]"
        ),
        p("d = 4.12 × (√h~aerial~ + √h~target~) // with d in km and both heights in m"),
        p(
            "Put in a mast of 24 metres and a target at 30 metres, and the answer is in the square "
            "roots: 4.9 and 5.5, together 10.4, times 4.12, is 43 km. The missile could fly ten "
            "times as far. It will not be asked to."
        ),
        figure(
            "horizon",
            "What the radar cannot see, in magenta, is decided by geometry and not by power. "
            "Not to scale.",
        ),
        table(
            "How far a radar can see, in kilometres",
            "Datum calculation, four-thirds Earth, flat terrain.",
            "Target’s height | Aerial at 6 m | Aerial at 24 m | Aerial at 100 m",
            "30 m | 33 | 43 | 64",
            "100 m | 51 | 61 | 82",
            "500 m | 102 | 112 | 133",
            "3,000 m | 236 | 246 | 267",
            "10,000 m | 422 | 432 | 453",
        ),
        h2("Who is really inside the big circle"),
        p("Sort aircraft by habit instead of by nation, and three kinds appear."),
        h3("The ones that must fly high"),
        p(
            "Tankers, early-warning aircraft and large drones live at 8,000 to 11,000 metres,"
            " because fuel burn and line of sight send them there. For them the 400-km ring "
            "is real and it moves them back. That alone is worth the price of a battery: a "
            "[tanker pushed back 150 km](piece:the-tanker-is-the-range) takes fighters back "
            "with it."
        ),
        h3("The ones that need not"),
        p(
            "A cruise missile at 30 metres comes over the horizon about 43 km out. At 240 "
            "metres a second that leaves three minutes. A helicopter behind a wood leaves "
            "less. The battery then needs shorter-ranged friends round it, which is how it "
            "was designed to be used: as the top storey of a building and not as the whole "
            "house."
        ),
        pull(
            "The ring tells you where to be careful. It does not tell you where you cannot go. My "
            "whole profession lives in that gap.",
            "Wg Cdr (retd) Alasdair Munro",
            "former mission planner",
            "2026-08",
        ),
        h3("The ones that are hard to see anyway"),
        p(
            "A low-observable aircraft such as the F-35 shrinks every ring, though by how "
            "much is not public and changes with the angle and the wavelength. The fourth "
            "root is its friend and its enemy: detection range falls only with the fourth "
            "root of the echo, so that a target with a thousandth of the reflecting area is "
            "still seen at a sixth of the distance."
        ),
        facts(
            "S-400 in figures",
            fact("Claimed reach, 40N6", "400", "km", "2020", "Maker’s statement"),
            fact("Claimed reach, 48N6", "250", "km", "2007", "Maker’s statement"),
            fact("In Russian service since", "2007", "", "", "Ministry statement"),
            fact("Height of the mast assumed here", "24", "m", "", "Datum assumption"),
        ),
        h2("What makes the small circle bigger"),
        bullets(
            "**Height.** A radar on a hill of 200 m adds 41 km against a low target, and tells "
            "everybody which hill.",
            (
                (
                    "**A friend in the air.** An airborne radar at 9,000 m sees a target at "
                    "30 m from about 410 km. It has to"
                ),
                bullets(
                    "be flying, which for a small fleet is a few hours a day,",
                    "pass a track good enough to shoot on, and",
                    "survive, being the best target in the sky.",
                ),
            ),
            "**Many small radars.** A chain of them, 60 km apart, closes the gaps at low level. It "
            "is what Ukraine and its neighbours have been building since 2022, from cameras, "
            "microphones and borrowed sets.",
            "**Another kind of wave.** Over-the-horizon radar bounces off the ionosphere. It "
            "warns; it cannot aim.",
        ),
        p(
            "Swedish researchers made the same argument at book length in 2019 and called the"
            " Russian bubble a myth in need of bursting. That was the right correction to a "
            "fashion. It should not become a fashion itself. A ring with holes is still a "
            "ring, and the aircraft that hold an air force together are the ones that cannot "
            "fly through the holes."
        ),
        timeline(
            "A battery as politics",
            ("2007", "The first S-400 regiment goes on duty near Moscow."),
            ("2017-12", "Türkiye signs for two systems, reported at about $2.5bn."),
            ("2019-07-12", "The first parts land at Mürted, outside Ankara."),
            ("2019-07-17", "Washington removes Türkiye from the F-35 programme."),
            ("2020-12-14", "The United States imposes sanctions under CAATSA."),
        ),
        h2("How to read the map"),
        p(
            "Next time the red circle appears, ask for three things that cost nothing to "
            "print. At what height was the target? How high is the aerial, and what stands in"
            " front of it? And what flies under the smallest ring, since that is what will "
            "come?"
        ),
        p(
            "Our own map has three rings. The one in magenta is the smallest. It is also the "
            "only one of the three that no marketing department has had a hand in."
        ),
        related("Explained", "what-the-ridge-hides"),
    ),
)
