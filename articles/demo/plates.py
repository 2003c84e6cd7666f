"""The pictures' words: what is seen, what it means, whose it is."""

from dataclasses import dataclass
from pathlib import Path

PICTURES = Path(__file__).resolve().parent / "pictures"
DRAWING = "Drawing: Datum"
CHART = "Chart: Datum. Coastline: Natural Earth"


@dataclass(frozen=True)
class Picture:
    name: str
    alt: str
    caption: str
    credit: str = DRAWING

    @property
    def file(self) -> Path:
        return PICTURES / f"{self.name}.webp"


PICTURES_OF_THE_DEMO = (
    Picture(
        "cables",
        "Chart of the Baltic with four cut links drawn in magenta and a cross at each break.",
        "Four links that failed between October 2023 and December 2024. Routes are simplified.",
        CHART,
    ),
    Picture(
        "rings",
        "Map of the southern Baltic: a battery near Kaliningrad inside a small magenta ring, a "
        "dotted ring and a large one that reaches Gotland and Warsaw.",
        "One battery, three distances: the claimed reach of its missile, and how far off its radar "
        "can see an aircraft at 3,000 and at 30 metres. The position is illustrative.",
        CHART,
    ),
    Picture(
        "gauge",
        "Map of north-eastern Europe: the broad-gauge countries hatched, and Rail Baltica as a "
        "magenta line from Tallinn to Warsaw.",
        "Hatched: broad gauge, 1,520 mm (1,524 mm in Finland). The new line, in magenta, carries "
        "1,435 mm to Tallinn. Route simplified.",
        CHART,
    ),
    Picture(
        "ground-track",
        "Map of Europe crossed by dashed ground tracks; two in magenta pass through a circle round "
        "a place east of the Baltic.",
        "The passes of one satellite in one day, computed for a circular orbit of 500 km at 97.4°. "
        "Only two come near enough to look.",
        CHART,
    ),
    Picture(
        "orbits",
        "The globe ringed by six low orbits, one medium orbit and a wide magenta geostationary "
        "orbit.",
        "Three neighbourhoods: low, medium and, in magenta, geostationary. Distances are not to "
        "scale.",
        "Drawing: Datum. Coastline: Natural Earth",
    ),
    Picture(
        "horizon",
        "A radar mast on a curved Earth. A dashed line of sight grazes the ground; a missile flies "
        "in the shaded wedge below it, two jets above it.",
        "What the radar cannot see, in magenta, is decided by geometry and not by power.",
    ),
    Picture(
        "radar",
        "A radar screen with two magenta sectors masked by high ground and a track that comes out "
        "of one of them.",
        "Track B04 used the masked sector to come within 60 km before it was seen. Invented "
        "example.",
    ),
    Picture(
        "road-base",
        "A straight road through forest from above, 800 metres of it outlined in magenta, with "
        "jets on round stands under the trees.",
        "The road is the runway, the forest is the hangar. An invented site.",
    ),
    Picture(
        "tanker",
        "A large tanker from above trailing two magenta hoses to two fighters.",
        "A tanker and two customers at one scale. Span: 60.3 m.",
    ),
    Picture(
        "sound",
        "A section through the sea: a frigate above, a submarine in the shadow under the warm "
        "layer, a magenta array let down below it.",
        "Rays from the ship’s own sonar bend away; an array below the layer hears what they miss.",
    ),
    Picture(
        "frigate",
        "A frigate in profile; a towed array runs from its stern in magenta.",
        "Everything else on a frigate points up. The towed array, in magenta, points down. A "
        "general design, not a particular class.",
    ),
    Picture(
        "pontoon",
        "A tank in profile on a floating bridge whose eight bays, in magenta, sink a little "
        "under it; a boat holds the bridge in place.",
        "A floating bridge carries what it is asked to and is gone by evening. An invented "
        "crossing.",
    ),
    Picture(
        "contact",
        "A dish on a curved horizon and an orbit above it; the short magenta stretch of the "
        "orbit is what the dish can see.",
        "A station can speak to a low satellite only while it is above the horizon, in "
        "magenta. Not to scale.",
    ),
    Picture(
        "mine",
        "A horned contact mine in magenta, moored to a sinker on the seabed, and a small "
        "underwater drone whose sonar sweeps the bottom beside it.",
        "A mine of the First World War and a drone of this one. Sizes are not to one scale.",
    ),
    Picture(
        "works",
        "Four bars one above another, from the furnace at 31,000 a month to testing, in "
        "magenta, at 10,900.",
        "A factory makes what its narrowest step lets through. Invented figures.",
        "Graph: Datum",
    ),
    Picture(
        "tank-bridge",
        "A main battle tank at the middle of a one-span bridge; a magenta arrow and a dashed sag "
        "line show the load.",
        "The sag, in magenta, is drawn a hundred times too deep. The bridge is invented.",
    ),
    Picture(
        "ammunition",
        "A 155 mm shell cut open, and five magenta modules of propellant behind it.",
        "The part that runs short, in magenta: the charge that throws the shell.",
    ),
    Picture(
        "jamming",
        "Graph: the power of a ten-watt jammer falls with distance but stays above the satellite "
        "signal, a magenta line, out to 300 km.",
        "Computed for free space at 1,575.42 MHz. Terrain and the curve of the Earth cut it short.",
        "Graph: Datum",
    ),
    Picture(
        "spending",
        "Bars for twelve allies, from Poland at 4.12 per cent of GDP to Spain at 1.28; a magenta "
        "line stands at 3.5.",
        "Twelve allies against the old line and the new one.",
        "Graph: Datum. Data: NATO, June 2024",
    ),
    Picture(
        "shot-price",
        "Bars on a scale of tens: a machine-gun at 300 euros, an interceptor drone at 3,500, "
        "a gun at 9,000 and a missile at 380,000; a magenta line marks the drone’s 40,000.",
        "What each shot cost against a drone worth €40,000, the magenta line. Each rule is "
        "ten times the one before it. Invented figures.",
        "Graph: Datum",
    ),
    Picture(
        "consent",
        "Diagram: four makers of parts send consent to a maker; one of the four is refused, in "
        "magenta.",
        "Four consents lead to one export; one refusal ends it.",
    ),
)
