"""Who writes here, at which desks, and what the site says of itself. All of them are invented."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoDesk:
    name: str
    slug: str
    tint: str
    description: str


@dataclass(frozen=True)
class DemoAuthor:
    name: str
    slug: str
    role: str
    bio: str


DESKS = (
    DemoDesk("Air", "air", "air", "Aircraft, what they carry, and what looks for them."),
    DemoDesk("Land", "land", "land", "Armies, their vehicles, and the roads and rails they need."),
    DemoDesk("Naval", "naval", "naval", "Ships, submarines and the seabed under both."),
    DemoDesk(
        "Space & Cyber",
        "space-cyber",
        "space",
        "Orbits, signals and networks, and those who interfere with them.",
    ),
    DemoDesk(
        "Industry", "industry", "industry", "What is ordered, what is made, and by how many people."
    ),
    DemoDesk("Policy", "policy", "policy", "Money, law and alliances: who decides, and who pays."),
)

HOUSE = "datum-staff"
AUTHORS = (
    DemoAuthor(
        "Zeynep Aydoğdu",
        "zeynep-aydogdu",
        "Naval editor",
        "Zeynep Aydoğdu writes about navies and the seabed. She trained as a hydrographer in "
        "İzmir, spent six years on survey ships and still distrusts any depth without a date. She "
        "lives in Gothenburg.",
    ),
    DemoAuthor(
        "Marta Wiśniewska",
        "marta-wisniewska",
        "Land and industry editor",
        "Marta Wiśniewska covers armies and the factories behind them. She came to journalism from "
        "railway planning, and counts wagons on holiday. She lives in Gdańsk.",
    ),
    DemoAuthor(
        "Callum Reid",
        "callum-reid",
        "Air correspondent",
        "Callum Reid was an air traffic controller in the Highlands before he began to write about "
        "aircraft. His interests are tankers, radar and everything else that is left out of the "
        "brochure. He lives near Inverness.",
    ),
    DemoAuthor(
        "Jonas Lindqvist",
        "jonas-lindqvist",
        "Space and cyber correspondent",
        "Jonas Lindqvist built receivers for radio astronomers and now writes about satellites, "
        "signals and those who jam them. He lives in Tartu.",
    ),
    DemoAuthor(
        "Élise Marchand",
        "elise-marchand",
        "Policy editor, Brussels",
        "Élise Marchand reads budgets for a living. She has covered four summits, two defence "
        "reviews and one referendum, and keeps a list of definitions that have moved. She lives in "
        "Brussels.",
    ),
    DemoAuthor(
        "Datum staff",
        HOUSE,
        "Reports by the desk",
        "Short reports that several of us have worked on, or that need no more than one telephone "
        "call. The editor of the day answers for them.",
    ),
)

SITE = {
    "name": "Datum",
    "strap": "Defence news and analysis",
    "about": (
        "Datum covers the equipment, money and people of European defence. A datum is the last "
        "known position of a contact: the point from which everything else is measured."
    ),
    "imprint": (
        "Demonstration edition. Events after 2025, people quoted and figures marked “estimate” or "
        "“invented” were made up to show the site."
    ),
    "postal_address": "Datum (demonstration), 1 Example Quay, Anytown AB1 2CD",
}
