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
    slug="eighty-five-millimetres",
    desk="land",
    kind="analysis",
    headline="Eighty-five millimetres between a brigade and its front",
    standfirst=(
        "A heavy brigade travels by rail or it arrives late. At the Lithuanian border the rails "
        "still change width, and every tank has to change trains."
    ),
    key_points=(
        "Standard gauge is 1,435 mm; the Baltic states inherited 1,520 mm.",
        "One brigade fills some forty trains; a transfer yard handles a few a day.",
        "Rail Baltica’s first phase, due in 2030, brings one standard track to Tallinn.",
    ),
    authors=("marta-wisniewska",),
    topics=(
        "military-mobility",
        "rail-baltica",
        "lithuania",
        "poland",
        "leopard-2",
        "european-union",
    ),
    picture="gauge",
    when=When(days=3, clock="07:40"),
    later=(
        Later(
            "clarification",
            26,
            "We have made clear that the forty trains are our own estimate for a heavy "
            "brigade with thirty days of supply, and not a NATO planning figure.",
            was=(
                (
                    (
                        "Some forty trains, by our estimate, for a heavy brigade with thirty "
                        "days of supply."
                    ),
                    "Some forty trains.",
                ),
            ),
        ),
    ),
    body=(
        p(
            "Stand on the platform at Mockava, in the south of Lithuania, and you can see "
            "both widths at once. On the left the rails are 1,435 millimetres apart, as they "
            "are in Warsaw, Paris and Rome. On the right they are 1,520, as they are in Minsk"
            " and Vladivostok. The difference is 85 millimetres, a little less than the "
            "length of a playing card. A railway wagon cannot tell you why that matters. A "
            "tank battalion can."
        ),
        p(
            "Tanks go by rail because everything else is worse. On its own tracks a Leopard 2"
            " uses about 340 litres of fuel per 100 km on a good road and wears out rubber "
            "pads, bearings and the good road. On a low-loader it needs an escort, a permit "
            "and a route without [weak "
            "bridges](piece:the-bridge-that-was-drawn-for-54-tonnes). On a flat wagon it "
            "needs four chocks and four chains."
        ),
        h2("How many trains is a brigade?"),
        p(
            "Some forty trains, by our estimate, for a heavy brigade with thirty days of "
            "supply. The sum is not difficult. A train in these parts may be 750 metres long "
            "where the sidings allow, and fewer than half of them do.[^Trans-European "
            "Transport Network standard for freight trains: 740 m. The share is Datum’s "
            "reading of operators’ network statements, 2025.] Stop at the 2,100 tonnes that "
            "one locomotive can be trusted with, and there is room for two dozen tanks, or "
            "forty-four lorries."
        ),
        table(
            "A heavy brigade by rail: our sum",
            "Datum estimate for a notional brigade of 4,800 people; no army’s actual tables.",
            "What | Vehicles | Per train | Trains",
            "Tanks and fighting vehicles | 190 | 24 | 8",
            "Artillery and engineers | 120 | 28 | 5",
            "Lorries and trailers | 640 | 44 | 15",
            "Ammunition, 10 days | – | – | 7",
            "Fuel, spares, rations | – | – | 5",
            "**All** | **950** |  | **40**",
        ),
        p(
            "Forty trains from western Poland to Kaunas would be three days’ work for a "
            "railway with nothing else to do. The trouble starts at the yard."
        ),
        h2("Changing trains"),
        p("There are three ways to get a load from one gauge to the other, none of them quick:"),
        bullets(
            "**Reload.** Each vehicle drives off one train and on to another. It takes no special "
            "kit, and about three hours a train when everybody knows the drill.",
            "**Change the bogies.** The wagon is lifted and its wheels are rolled away. It suits "
            "tank cars full of fuel, and needs a shed with jacks.",
            (
                (
                    "**Change the gauge.** Axles that slide apart as the train creeps over a "
                    "special track are in daily use for passengers in Spain. For freight they"
                    " are"
                ),
                bullets(
                    "dear, at several times the price of a plain axle,",
                    "heavy, which comes off the payload, and",
                    "rare, which in a crisis is what counts.",
                ),
            ),
        ),
        p(
            "So armies reload. The yard becomes the slowest part of the journey and the "
            "best-known address in the theatre. Planners speak of *throughput*; gunners on "
            "the other side would call it a target."
        ),
        pull(
            "Give me a second ramp and I will give you a second battalion a day. Nobody puts "
            "a ramp in a communiqué.",
            "Maj Kazimierz Drozd",
            "movement control officer, north-eastern Poland",
            "2026-09",
        ),
        h2("The line that would skip the queue"),
        p(
            "Rail Baltica is the plan to lay standard gauge from the Polish border to "
            "Tallinn: 870 km of new electric railway, built for passengers at up to 249 km/h "
            "and freight at 120. The cost-benefit analysis published in 2024 put the whole of"
            " it at about €24bn in prices of 2023, four times the sum named in 2017, and cut "
            "the first phase to what can be opened by 2030: in the main a single track.[^Rail"
            " Baltica, cost-benefit analysis, 2024. | https://www.railbaltica.org/]"
        ),
        figure(
            "tank-bridge",
            "What the railway is there to avoid: a bridge that was drawn for less. The sag is"
            " drawn a hundred times too deep.",
        ),
        facts(
            "Rail Baltica",
            fact("Length in the Baltic states", "870", "km", "2024", "Project company"),
            fact("Gauge", "1,435", "mm", "", "Design standard"),
            fact("Cost, all phases", "about 24", "€bn", "2023 prices", "Cost-benefit analysis"),
            fact("Freight speed", "120", "km/h", "2024", "Design guidelines"),
            fact("First phase open", "2030", "", "2024", "Project company"),
        ),
        h3("One track, both ways"),
        p(
            "A single track is not half of a double one. Trains must meet in loops, and the "
            "empties have to come back. A rule of thumb among signallers gives a single line "
            "with loops every 15 km some thirty trains a day in both directions. Take out the"
            " civil timetable, and eight to ten military trains a day remain: a brigade in "
            "five days without a change of gauge. With the yard, it is nearer ten.[^Datum "
            "estimate. The loop spacing and the civil timetable are assumptions.]"
        ),
        h3("Wagons"),
        p(
            "Rails are half of the matter. Low flat wagons rated for 66 tonnes are few, they "
            "wear, and the same ones are promised to several armies at once. An officer who "
            "books transport for a living put it to us as a question: if everybody’s plan "
            "begins with the same two hundred wagons, how many plans are there?"
        ),
        h2("Why the width was kept"),
        timeline(
            "Three widths, one empire",
            ("1851", "The St Petersburg–Moscow line opens at five feet, 1,524 mm."),
            (
                "1862",
                "The railway from St Petersburg reaches Warsaw through Vilnius, on broad gauge.",
            ),
            ("1915", "Advancing armies begin to re-lay captured lines to 1,435 mm as they go."),
            ("1970", "Soviet railways tighten the standard to 1,520 mm.", "From 1970"),
            ("2010", "Five countries sign a memorandum on a standard-gauge line to Tallinn."),
            ("2017", "The three Baltic states ratify the agreement to build it."),
        ),
        p(
            "Folklore says that the tsar chose a wide gauge to keep invaders out. Engineers "
            "chose it, on American advice, when nobody yet agreed how wide a railway should "
            "be. The defence came later, as an accident, and it works in both directions: an "
            "army from the east would find its wagons stop at the Polish border. Whether a "
            "new line is a bridge or a breach therefore depends on who holds Kaunas on the "
            "second day."
        ),
        p(
            "That is an argument for finishing the line and then for planning to break it. It"
            " is not an argument for the platform at Mockava, where 85 millimetres still cost"
            " three hours a train."
        ),
        related("Weight and width", "the-bridge-that-was-drawn-for-54-tonnes"),
    ),
)
