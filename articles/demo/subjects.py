"""Topics under all their names. An alias that differs only in spelling (S400) needs no entry."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    slug: str
    name: str
    kind: str
    description: str
    aliases: tuple[str, ...] = ()


SUBJECTS = (
    Subject(
        "s-400",
        "S-400",
        "system",
        "Russian long-range air-defence system, in service since 2007. Its longest missile is "
        "claimed to reach 400 km.",
        ("Triumf", "SA-21", "Growler"),
    ),
    Subject(
        "f-35",
        "F-35",
        "system",
        "American single-engined stealth fighter in three versions, flown or ordered by more than "
        "a dozen European air forces.",
        ("Lightning II", "F-35A", "F-35B", "Joint Strike Fighter", "JSF"),
    ),
    Subject(
        "gripen",
        "Gripen",
        "system",
        "Swedish single-engined fighter built to operate from roads.",
        ("JAS 39", "Saab 39"),
    ),
    Subject(
        "a330-mrtt",
        "A330 MRTT",
        "system",
        "Tanker and transport on the airframe of the Airbus A330-200; Britain calls it Voyager.",
        ("MRTT", "Voyager", "KC-30A", "Phénix"),
    ),
    Subject(
        "leopard-2",
        "Leopard 2",
        "system",
        "German main battle tank, in service since 1979 and with some twenty armies since.",
        ("Leo 2", "Leopard 2A7", "Leopard 2A8"),
    ),
    Subject(
        "abrams",
        "Abrams",
        "system",
        "American main battle tank with a gas turbine, in service since 1980.",
        ("M1 Abrams", "M1A2"),
    ),
    Subject(
        "type-26",
        "Type 26",
        "system",
        "British anti-submarine frigate design, also chosen by Australia, Canada and Norway.",
        ("City class", "Global Combat Ship", "Hunter class", "River class"),
    ),
    Subject(
        "towed-array",
        "Towed array",
        "system",
        "A cable of hydrophones streamed behind a ship or submarine, to listen below the layer.",
        ("TAS", "Towed sonar"),
    ),
    Subject(
        "155-mm-ammunition",
        "155 mm ammunition",
        "system",
        "The standard artillery calibre of NATO, and the measure of Europe’s industry since 2022.",
        ("155 mm shells", "155 mm", "Artillery shells"),
    ),
    Subject(
        "gps",
        "GPS",
        "system",
        "The American navigation satellites and the signals that live off their time.",
        ("Navstar", "GNSS", "Satellite navigation"),
    ),
    Subject(
        "galileo",
        "Galileo",
        "system",
        "The European Union’s navigation satellites, in service since December 2016.",
        ("OSNMA", "Galileo PRS"),
    ),
    Subject(
        "ka-sat",
        "KA-SAT",
        "system",
        "Communications satellite over Europe, cut off from its modems on 24 February 2022.",
        ("Viasat KA-SAT",),
    ),
    Subject(
        "nato",
        "NATO",
        "organisation",
        "The alliance of thirty-two founded in Washington in 1949.",
        ("North Atlantic Treaty Organization", "OTAN", "Atlantic alliance"),
    ),
    Subject(
        "european-union",
        "European Union",
        "organisation",
        "Twenty-seven states with a growing fund for arms, ammunition and roads that bear tanks.",
        ("EU", "European Commission"),
    ),
    Subject("finland", "Finland", "country", "In NATO since 4 April 2023.", ("Suomi",)),
    Subject("estonia", "Estonia", "country", "In NATO and the EU since 2004.", ("Eesti",)),
    Subject("lithuania", "Lithuania", "country", "In NATO and the EU since 2004.", ("Lietuva",)),
    Subject("poland", "Poland", "country", "In NATO since 12 March 1999.", ("Polska",)),
    Subject("sweden", "Sweden", "country", "In NATO since 7 March 2024.", ("Sverige",)),
    Subject("norway", "Norway", "country", "A founding member of NATO.", ("Norge",)),
    Subject(
        "germany", "Germany", "country", "In NATO since 1955.", ("Deutschland", "Bundesrepublik")
    ),
    Subject(
        "united-kingdom",
        "United Kingdom",
        "country",
        "A founding member of NATO.",
        ("UK", "Britain", "Great Britain"),
    ),
    Subject("turkiye", "Türkiye", "country", "In NATO since 1952.", ("Turkey",)),
    Subject(
        "ukraine",
        "Ukraine",
        "country",
        "Invaded by Russia in 2014, and in full on 24 February 2022.",
        ("Ukrayina",),
    ),
    Subject(
        "baltic-sentry",
        "Baltic Sentry",
        "operation",
        "NATO’s patrol of the Baltic seabed, opened on 14 January 2025.",
        ("Operation Baltic Sentry",),
    ),
    Subject(
        "maurice-ewing",
        "Maurice Ewing",
        "person",
        "American geophysicist (1906–1974) who showed in 1944 how far sound carries in the ocean.",
        ("William Maurice Ewing", "Doc Ewing"),
    ),
    Subject(
        "rail-baltica",
        "Rail Baltica",
        "theme",
        "The standard-gauge railway under construction from the Polish border to Tallinn.",
        ("Rail Baltic",),
    ),
    Subject(
        "seabed",
        "Seabed",
        "theme",
        "Cables, pipes and those who watch over them.",
        ("Undersea cables", "Submarine cables", "Critical undersea infrastructure"),
    ),
    Subject(
        "mine-warfare",
        "Mine warfare",
        "theme",
        "Laying mines, finding them and living with old ones.",
        ("Mine countermeasures", "MCM"),
    ),
    Subject("sonar", "Sonar", "theme", "Listening under water.", ("ASDIC",)),
    Subject("radar", "Radar", "theme", "What it sees, and why it does not see the rest."),
    Subject(
        "air-defence",
        "Air defence",
        "theme",
        "Missiles, guns and the sensors that aim them.",
        ("Air defense", "GBAD", "A2/AD"),
    ),
    Subject(
        "counter-drone",
        "Counter-drone",
        "theme",
        "Finding and stopping small drones.",
        ("C-UAS", "Counter-UAS", "Drone defence"),
    ),
    Subject(
        "dispersal",
        "Dispersal",
        "theme",
        "Flying from roads and small fields to be harder to hit.",
        ("Agile combat employment", "Road bases", "Bas 90"),
    ),
    Subject(
        "military-mobility",
        "Military mobility",
        "theme",
        "Moving heavy forces across Europe by road, rail and form.",
    ),
    Subject(
        "satellites",
        "Satellites",
        "theme",
        "Military and dual-use spacecraft in Europe.",
        ("Earth observation", "Reconnaissance satellites"),
    ),
    Subject("sovereignty", "Sovereignty", "theme", "What a state must own, and what it may rent."),
    Subject(
        "jamming",
        "Jamming",
        "theme",
        "Interference with radio and navigation, and what helps against it.",
        ("Spoofing", "GPS interference", "Electronic warfare"),
    ),
    Subject("cyber", "Cyber", "theme", "Attacks by way of networks.", ("Cyberattack", "Cyber war")),
    Subject(
        "industry-capacity",
        "Industrial capacity",
        "theme",
        "What factories could make, and what they do make.",
        ("Production capacity", "Defence industry"),
    ),
    Subject("workforce", "Workforce", "theme", "The people who build it.", ("Apprentices",)),
    Subject(
        "defence-spending",
        "Defence spending",
        "theme",
        "Shares of GDP and what is counted in them.",
        ("Defence budget", "Two per cent", "3.5 per cent"),
    ),
    Subject(
        "arms-exports",
        "Arms exports",
        "theme",
        "Licences, end-user certificates and re-export.",
        ("Export licences", "End-user certificate"),
    ),
    Subject(
        "readiness",
        "Readiness",
        "theme",
        "How much of what exists could leave tomorrow.",
        ("Availability",),
    ),
)
