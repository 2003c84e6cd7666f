"""Sentences about defence for made-up articles. Nothing in them happened.

Words come as often as in real text: some in every article, most in a few, names in one.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate


def listed(words: str, parted_by: str | None = None) -> list[str]:
    return words.split(parted_by)


SYSTEMS = {
    "S-400": "Triumf|SA-21|Growler",
    "S-300": "SA-10|Favorit",
    "F-35": "Lightning II|F-35A|F-35B|Joint Strike Fighter|JSF",
    "F-16": "Fighting Falcon|Viper",
    "F/A-18": "Hornet|Super Hornet",
    "Su-30": "Flanker-C|Su-30MKI",
    "MiG-29": "Fulcrum",
    "Gripen": "JAS 39|Saab 39",
    "Eurofighter": "Typhoon|EF-2000",
    "Rafale": "",
    "B-52": "Stratofortress",
    "C-130": "Hercules",
    "A400M": "Atlas",
    "A330 MRTT": "MRTT|Voyager|KC-30A",
    "P-8": "Poseidon|P-8A",
    "E-7": "Wedgetail|E-7A",
    "CH-47": "Chinook",
    "Patriot": "MIM-104|PAC-3",
    "IRIS-T": "IRIS-T SLM",
    "NASAMS": "",
    "HIMARS": "M142",
    "Leopard 2": "Leo 2|Leopard 2A7",
    "Abrams": "M1 Abrams|M1A2",
    "Challenger 3": "",
    "T-72": "T-72B3",
    "T-90": "T-90M",
    "CV90": "Combat Vehicle 90",
    "Boxer": "",
    "Type 26": "Global Combat Ship|City class",
    "Type 31": "Arrowhead 140",
    "Type 45": "Daring class",
    "FREMM": "Bergamini class",
    "Bayraktar TB2": "TB2",
    "Shahed": "Shahed-136|Geran",
    "Storm Shadow": "SCALP",
    "Taurus": "KEPD 350",
    "Iskander": "SS-26|9K720",
    "Kinzhal": "Kh-47M2",
    "155 mm ammunition": "155 mm shells|155 mm",
    "Sonobuoy": "Sonobuoys",
    "Towed array": "TAS|Towed sonar",
    "GPS": "Navstar|GNSS",
    "Galileo": "OSNMA",
    "Counter-drone": "C-UAS|Counter-UAS",
}
PLACES = listed(
    "Finland Estonia Latvia Lithuania Poland Sweden Norway Denmark Germany France Italy Spain "
    "Portugal Greece Türkiye Ukraine Romania Bulgaria Croatia Hungary Slovakia Slovenia Austria "
    "Belgium Netherlands Luxembourg Ireland Iceland Britain Canada America Japan Australia Korea"
)
BODIES = {
    "NATO": "North Atlantic Treaty Organization|OTAN",
    "European Union": "EU",
    "Pentagon": "Department of Defense",
    "Bundeswehr": "",
    "Royal Navy": "",
    "OCCAR": "",
}
THEMES = listed(
    "Air defence|Air defense;Mine warfare|MCM;Sonar|ASDIC;Radar;Dispersal|Agile combat employment;"
    "Military mobility;Satellites|Earth observation;Jamming|Electronic warfare;Cyber|Cyberattack;"
    "Defence spending|Defence budget;Arms exports|Export licences;Readiness|Availability;"
    "Logistics;Hypersonics|Hypersonic missiles;Seabed|Undersea cables;Drones|UAV;Conscription;"
    "Shipbuilding;Procurement|Acquisition;Nuclear deterrence|Deterrent;Arctic|High North",
    ";",
)
DESKS = ("Air", "Land", "Naval", "Space & Cyber", "Industry", "Policy")
KINDS = ("news",) * 12 + ("analysis",) * 4 + ("explainer",) * 2 + ("opinion", "interview")

SUBJECTS = listed(
    "ministry army navy government parliament committee company yard contractor squadron brigade "
    "battalion regiment fleet inspector auditor minister general admiral colonel commander "
    "engineer supplier consortium agency alliance union inquiry report study trial exercise board"
)
VERBS = listed(
    "ordered delayed cancelled tested accepted bought sold leased repaired refused promised "
    "delivered inspected questioned approved reduced doubled extended replaced withdrew published "
    "counted measured deployed retired mothballed upgraded certified funded postponed signed"
)
THINGS = listed(
    "frigate submarine corvette destroyer minehunter tanker helicopter fighter bomber transport "
    "drone missile interceptor launcher radar sonar array antenna satellite receiver jammer "
    "howitzer mortar shell fuse propellant warhead battery turret hull engine gearbox bridge "
    "runway hangar depot barracks harbour port railway wagon lorry pontoon cable pipeline reactor "
    "contract licence budget treaty warranty spare simulator database network encryption modem"
)
# Words that come once in a while, as most words do: hydrophone, gyrometer, thermograph…
FIRSTS = listed(
    "aero astro audio bathy bio chrono cryo cyber electro ferro geo gyro helio hetero hydro iono "
    "litho magneto meteoro micro nano neuro opto photo pneumo pyro radio seismo servo spectro "
    "stereo tele thermo turbo ultra"
)
LASTS = listed(
    "scope meter phone graph static logy dyne gram plane sphere stat tron tracer former craft "
    "physics metry valve motor lens fuge cline phase sorber"
)
SELDOM = [first + last for last in LASTS for first in FIRSTS]
ADJECTIVES = listed(
    "new old second third spare secret modern heavy light long short armoured naval strategic "
    "tactical nuclear electric hypersonic subsonic stealthy cheap costly reliable unreliable "
    "classified joint national allied foreign civilian commercial autonomous unmanned coastal "
    "northern southern eastern western Baltic Arctic Atlantic annual quarterly emergency"
)
ENDINGS = (
    "after a trial of {n} weeks",
    "at a cost of {n} million euros",
    "because {n} of them could not leave the yard",
    "although the {subject} had asked for {n}",
    "before the {thing} reached {place}",
    "while {place} waits for its own {thing}",
    "which is {n} per cent more than a year ago",
    "and nobody has said who will pay for the {thing}",
    "without telling the {subject}",
    "as {person} told the {subject} in {place}",
    "to defend {place} against a {adjective} {thing}",
    "under a programme that began {n} years ago",
    "in the harbour of {town}",
    "from a base near {town}",
)
OPENINGS = (
    "The {adjective} {subject} {verb} the {thing}",
    "{person} said the {subject} {verb} a {adjective} {thing}",
    "In {place} the {subject} {verb} {n} {thing}s",
    "The {subject} of {place} {verb} its {adjective} {thing}",
    "Nobody at the {subject} {verb} the {adjective} {thing}",
    "A {thing} from {town} was {verb} by the {subject}",
    "What the {subject} {verb} was a {adjective} {thing}",
)
ABOUT = (
    "The {name} was the first that the {subject} {verb}, {ending}.",
    "{place} has {n} of the {name} and wants {n} more, {ending}.",
    "Without the {name} the {adjective} {thing} is of little use, {ending}.",
    "The {subject} {verb} the {name} {ending}.",
    "On the {name}, {person} would say only that the {thing} had been {verb}.",
)
HEADLINES = (
    "{place} {verb} its {name}",
    "The {name} and the {adjective} {thing}",
    "Why the {name} waits for a {thing}",
    "{name}: what the {subject} {verb}",
    "{n} {thing}s, one {name}",
    "A {thing} in {town} tells of the {name}",
)
SYLLABLES = listed(
    "ka lo ri ven mar sto dal ber no tis gra ul pe ros hal den vik or sel ta min jor"
)


@dataclass(slots=True)
class Subject:
    """A topic: its name, other names, and kind."""

    name: str
    kind: str
    aliases: list[str] = field(default_factory=list)


def subjects() -> list[Subject]:
    """Topics, those that are written of most first."""
    found = [Subject(name, "system", split(other)) for name, other in SYSTEMS.items()]
    found += [Subject(name, "country") for name in PLACES]
    found += [Subject(name, "organisation", split(other)) for name, other in BODIES.items()]
    for theme in THEMES:
        name, *aliases = theme.split("|")
        found.append(Subject(name, "theme", aliases))
    return found


def split(text: str) -> list[str]:
    return text.split("|") if text else []


class Writer:
    """Writes; the same seed writes the same."""

    def __init__(self, seed: int = 1) -> None:
        self.dice = random.Random(seed)
        self.towns = [self.name() for _ in range(3000)]
        self.people = [f"{self.name()} {self.name()}" for _ in range(3000)]
        self.weights: dict[int, list[float]] = {}
        self.things = THINGS + SELDOM

    def name(self) -> str:
        return "".join(self.dice.choices(SYLLABLES, k=self.dice.choice((2, 3, 3, 4)))).capitalize()

    def common[T](self, words: Sequence[T]) -> T:
        """One of them: the second half as often as the first one, the third a third as often."""
        if len(words) not in self.weights:
            shares = (1 / (place + 2) for place in range(len(words)))
            self.weights[len(words)] = list(accumulate(shares))
        return self.dice.choices(words, cum_weights=self.weights[len(words)])[0]

    def fill(self, pattern: str, name: str = "") -> str:
        return pattern.format(
            name=name,
            ending=self.dice.choice(ENDINGS).format_map(Slots(self))
            if "{ending}" in pattern
            else "",
            **{slot: Slots(self)[slot] for slot in SLOTS if f"{{{slot}}}" in pattern},
        )

    def sentence(self) -> str:
        slots = Slots(self)
        opening = self.dice.choice(OPENINGS).format_map(slots)
        return f"{opening} {self.dice.choice(ENDINGS).format_map(slots)}."

    def about(self, name: str) -> str:
        return self.fill(self.dice.choice(ABOUT), name)

    def headline(self, name: str) -> str:
        text = self.fill(self.dice.choice(HEADLINES), name)
        return text[:1].upper() + text[1:]


SLOTS = ("subject", "verb", "thing", "adjective", "place", "town", "person", "n")


class Slots(dict[str, str]):
    """A word for each gap in a pattern, another one each time."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.writer = writer

    def __getitem__(self, slot: str) -> str:
        writer = self.writer
        match slot:
            case "subject":
                return writer.common(SUBJECTS)
            case "verb":
                return writer.common(VERBS)
            case "thing":
                return writer.common(writer.things)
            case "adjective":
                return writer.common(ADJECTIVES)
            case "place":
                return writer.common(PLACES)
            case "town":
                return writer.common(writer.towns)
            case "person":
                return writer.common(writer.people)
        return str(writer.dice.choice((2, 3, 4, 7, 12, 18, 24, 30, 43, 60, 85, 120, 400)))
