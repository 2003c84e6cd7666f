from articles.demo.build import (
    bullets,
    embed,
    fact,
    facts,
    h2,
    h3,
    numbers,
    p,
    pull,
    quote,
    related,
    table,
    timeline,
)
from articles.demo.piece import Later, Piece, When

PIECE = Piece(
    slug="a-warship-may-board-over-a-cut-cable",
    desk="naval",
    kind="analysis",
    headline="A warship may board over a cut cable. It seldom has",
    standfirst=(
        "The treaty that would let a navy ask questions at sea is from 1884. The court case that "
        "showed its limits is from 2025. Between the two lies the problem of the Baltic seabed."
    ),
    key_points=(
        "Four Baltic links were out for 10 to 197 days; detection was never what took the time.",
        "The law gives a coastal state few rights beyond twelve nautical miles.",
        "Spare cable and a ship on call would shorten the next outage more than any patrol.",
    ),
    authors=("zeynep-aydogdu", "marta-wisniewska"),
    topics=("seabed", "baltic-sentry", "nato", "finland", "estonia"),
    picture="cables",
    when=When(hours=3),
    later=(
        Later(
            "correction",
            1.5,
            "An earlier version said that Balticconnector was out of service for 179 days. It was "
            "197: from 8 October 2023 to 22 April 2024. The table has been changed.",
            was=(("197", "179"),),
        ),
    ),
    body=(
        p(
            "On 26 February 1959 a motor whaleboat from the American radar picket *Roy O. "
            "Hale* came alongside a Soviet trawler off Newfoundland. Its crew carried no "
            "weapons. They looked at the log, the nets and the broken end of a cable on deck,"
            " and went home. Five transatlantic cables had failed within five days, in the "
            "waters where the *Novorossiisk* had been fishing."
        ),
        p(
            "The boarding party came by right. A convention signed in Paris in 1884 lets the "
            "officers of a warship stop a merchantman that they suspect of breaking a "
            "telegraph cable and ask for its papers.[^Convention for the Protection of "
            "Submarine Telegraph Cables, Paris, 14 March 1884, article X.] For the next six "
            "decades it was the only case in the textbooks. Moscow called it a provocation; "
            "Washington replied with a list of twelve breaks, nine torn and three cut by "
            "hand. Nobody was tried."
        ),
        p(
            "That story is told often in the operations rooms round the Baltic, because it "
            "contains everything that is hard about the subject: a fault found quickly, a "
            "likely ship found nearby, an old text that allows a look, and then nothing."
        ),
        h2("Four links, four lengths of time"),
        p(
            "Cables break all the time. The industry’s own body counts 150 to 200 faults a "
            "year on some 1.7 million kilometres of telecommunications cable, and puts 70 to "
            "80 per cent of them down to accidents with fishing gear and "
            "anchors.[^International Cable Protection Committee, answers to the press, May "
            "2025. | https://www.iscpc.org/] Anyone who looks for malice in the Baltic has to"
            " subtract that first."
        ),
        p(
            "Even so, the fifteen months from October 2023 were out of the ordinary. The "
            "table lists the four best-documented failures. The last column is the one to "
            "read."
        ),
        table(
            "Out of service: four Baltic links",
            "Operators’ notices; days counted by Datum.",
            "Link | Kind | Failed | Back | Days",
            "Balticconnector | Gas | 8 October 2023 | 22 April 2024 | 197",
            "BCS East–West | Data | 17 November 2024 | 28 November 2024 | 11",
            "C-Lion1 | Data | 18 November 2024 | 28 November 2024 | 10",
            "Estlink 2 | Power | 25 December 2024 | 20 June 2025 | 177",
        ),
        p(
            "Data cables come back in a week or two: traffic finds another way within "
            "milliseconds, and the mending is a trade with ships, spares and a rota. Power "
            "and gas do not. A metre of high-voltage cable weighs tens of kilograms; a joint "
            "takes days of calm weather, and the spare length may be in another country’s "
            "warehouse."
        ),
        facts(
            "The seabed in figures",
            fact("Length of C-Lion1", "1,173", "km", "2016", "Operator’s data sheet"),
            fact("Capacity of Estlink 2", "650", "MW", "2014", "Grid operators, nominal"),
            fact(
                "Faults a year, world",
                "150–200",
                "",
                "May 2025",
                "ICPC",
                "https://www.iscpc.org/",
            ),
            fact(
                "Time to first ship on scene",
                "7",
                "hours",
                "past 12 months",
                "Datum estimate, invented for this demonstration",
            ),
        ),
        h2("What a navy can do"),
        p(
            "NATO opened its patrol, [Baltic Sentry](https://www.nato.int/), on 14 January "
            "2025. It put frigates, aircraft and a handful of sea drones where there had been"
            " a radar picture and a telephone. It was never meant to catch anybody in the "
            "act. It is meant to be there an hour after."
        ),
        h3("Inside twelve miles"),
        p(
            "In territorial waters a state may stop, board, search and arrest. Masters know it. A "
            "ship that has lost an anchor over a cable has every reason to keep to the high seas "
            "side of a line that its chart plotter draws in red."
        ),
        h3("Outside"),
        p("Beyond that line the choices shrink. In rising order of boldness they are:"),
        numbers(
            "ask the master by radio what happened, and record the answer;",
            "ask the flag state for leave to board, and wait;",
            "ask the ship to come in, as Finland asked the tanker *Eagle S* on Christmas "
            "night 2024. It came, and was boarded in Finnish waters;",
            "board under the convention of 1884 and look at the papers, if both states are bound "
            "by it;",
            (
                "board without leave, and argue afterwards. For this a navy wants",
                bullets(
                    "a government that has decided beforehand,",
                    "a lawyer awake at three in the morning, and",
                    "evidence that will survive a courtroom.",
                ),
            ),
        ),
        pull(
            "We can give the court the hour, the ship and the shackle of chain. What the man "
            "on the bridge had in mind is not on any of our sensors.",
            "Cdr Henrik Vaasa",
            "staff officer, surface picture, Turku",
            "2026-10",
        ),
        h2("What a court can do"),
        p(
            "The test came in Helsinki. Finland charged three officers of the *Eagle S* with "
            "aggravated criminal mischief. On 3 October 2025 the district court dismissed the"
            " case: the damage had been done outside Finnish waters, and for an incident of "
            "navigation the power to prosecute lies with the flag state or with the states "
            "whose nationals the officers are.[^United Nations Convention on the Law of the "
            "Sea, article 97. The ruling was open to appeal when it was given. | "
            "https://www.un.org/depts/los/] The men had denied wrongdoing. The court did not "
            "have to decide whether they were right."
        ),
        quote(
            "United Nations Convention on the Law of the Sea, article 113, in our summary",
            "Every state is to make it an offence under its own law for ships of its flag, "
            "and persons under its jurisdiction, to break or injure a cable wilfully or "
            "through culpable negligence.",
            "Damage done to save life or ship, with all due care, is excused.",
            source="https://www.un.org/depts/los/",
        ),
        p(
            "Read slowly, that article is generous to nobody but flag states. It binds them "
            "to pass a law. It does not bind them to use it, and it gives the neighbour whose"
            " lights went out no claim to do so in their stead."
        ),
        timeline(
            "From telegraph to tanker",
            (
                "1884-03-14",
                "The cable convention is signed in Paris; it enters into force in 1888.",
            ),
            ("1959-02-26", "An American party boards the *Novorossiisk* off Newfoundland."),
            ("2022-09-26", "Explosions break three of the four Nord Stream pipes off Bornholm."),
            ("2023-10-08", "Balticconnector and a data cable are torn in the Gulf of Finland."),
            (
                "2024-11-17",
                (
                    "Two data cables fail within a day of each other; a bulk carrier then lies at"
                    " anchor in the Kattegat for a month."
                ),
                "17–18 November 2024",
            ),
            ("2024-12-25", "Estlink 2 is cut. The *Eagle S* is boarded the same night."),
            ("2025-01-14", "NATO opens Baltic Sentry."),
            ("2025-10-03", "The Helsinki court dismisses the case for want of jurisdiction."),
        ),
        h2("What would shorten the dark"),
        p(
            "There is a dull answer, and it is better than the bold ones. Of the 177 days "
            "that Estlink 2 was out, only a few weeks were work at sea. The rest was finding "
            "a ship, drawing a joint, waiting for spring. Spare cable held in common, with a "
            "vessel on retainer in Karlskrona or Gdańsk, would have cost less than one "
            "frigate’s refit.[^Datum estimate: €25–40m a year for a chartered vessel, crew "
            "and store, against published charter rates of 2024.]"
        ),
        p(
            "The grid operators know this, and have asked. The bill falls between three "
            "ministries in each of eight countries: energy says it is security, defence says "
            "it is infrastructure, and finance agrees with both. The commitment of 1.5 per "
            "cent of GDP for resilience, made at The Hague in 2025, was written for exactly "
            "this kind of orphan; we set out [what may be "
            "counted](piece:what-counts-towards-three-and-a-half) elsewhere."
        ),
        embed(
            "https://vimeo.com/76979871",
            "An example of an embedded film: nothing is loaded before you press play",
        ),
        p(
            "Until then the patrol will go on arriving in good time to watch. It is worth "
            "having: a master who sees a grey hull on the horizon checks his windlass. But "
            "the officers who went aboard in 1959 had also arrived in good time."
        ),
        related(
            "More from the seabed and under it",
            "why-submarines-hide-under-warm-water",
            "what-counts-towards-three-and-a-half",
        ),
    ),
)
