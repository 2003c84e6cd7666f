from articles.demo.build import bullets, fact, facts, h2, numbers, p, pull, related, table
from articles.demo.piece import Later, Piece, When

PIECE = Piece(
    slug="the-shell-waits-for-cotton",
    desk="industry",
    kind="analysis",
    headline="The shell waits for cotton",
    standfirst=(
        "Steel can be forged and bodies filled faster than the powder can be made that throws"
        " them. The bottleneck begins in a cotton field."
    ),
    key_points=(
        "Three quarters of the EU’s ammunition money of 2024 went to powder and explosives.",
        "Ten thousand more tonnes of powder a year are charges for about a million rounds.",
    ),
    authors=("marta-wisniewska",),
    topics=("155-mm-ammunition", "european-union", "industry-capacity", "ukraine"),
    picture="ammunition",
    when=When(days=6, clock="07:15"),
    later=(
        Later(
            "correction",
            9,
            "We wrote that ASAP put €284m into powder. The figure is €248m; two digits had changed "
            "places.",
            was=(("248", "284"),),
        ),
    ),
    body=(
        p(
            "A shell is the part of a round that gets photographed. Behind it, in the drawing"
            " above in magenta, stands the part that decides how many rounds there are: half "
            "a dozen modules of propellant, each about the size of a saucepan."
        ),
        p(
            "The powder in them is nitrocellulose, more or less what it was in 1890. Short cotton "
            "fibres, called linters, are soaked in nitric acid (HNO~3~) and sulphuric acid, washed "
            "for days, and pressed. The process likes to be slow. It is done behind earth banks by "
            "people who take off their watches."
        ),
        h2("Where the money went"),
        p(
            "In March 2024 the European Commission shared out the €500m of its Act in Support"
            " of Ammunition Production, with €13m of Norway’s. Of that, €248m went into "
            "powder and €124m into explosives. The shell itself, which everybody had talked "
            "of, came third.[^European Commission, 15 March 2024. | "
            "https://defence-industry-space.ec.europa.eu/]"
        ),
        table(
            "ASAP: 31 projects",
            "European Commission, 15 March 2024. New capacity is a target and not output.",
            "For | EU and Norway, €m | New capacity a year",
            "Powder | 248 | more than 10,000 t",
            "Explosives | 124 | more than 4,300 t",
            "Shells, missiles, testing | 141 | –",
            "All | 513 | –",
        ),
        h2("A sum on the back of a delivery note"),
        numbers(
            "A charge for long range weighs 10 to 13 kg. Most shots need less; say 10 kg.",
            "Ten thousand tonnes are ten million kilograms.",
            "That is a million charges a year.",
        ),
        p(
            "It fits. Europe’s capacity for 155-mm shells was put at one million a year in "
            "January 2024, and the aim was two million by the end of 2025. The second million"
            " needed its own powder, and that is what was bought. Whether the lines run at "
            "that rate is another matter: capacity is what a factory could make if everything"
            " arrived."
        ),
        facts(
            "One round",
            fact("Weight of the shell", "43–47", "kg", "", "Standard types"),
            fact("Explosive in it", "7–11", "kg", "", "M107 and M795"),
            fact("Propellant, long range", "10–13", "kg", "", "Datum estimate from several makers"),
        ),
        h2("Back to the field"),
        p(
            "Linters are a by-product of a by-product. They are what is left on the seed when"
            " the good cotton has gone to the mill, and much of the world’s supply is "
            "Chinese. A European maker has three choices:"
        ),
        bullets(
            "store two years of it, which needs a dry shed and an accountant with nerve;",
            "use wood pulp, which works and must be qualified charge by charge, gun by gun;",
            "buy from Turkey, Central Asia and the United States, and pay for it.",
        ),
        pull(
            "I can order a press by telephone. A permit for an earth bank takes me four years.",
            "Dagmar Reuss",
            "plant manager at an invented powder works",
            "2026-09",
        ),
        p(
            "The last point is the least visible. A powder line must stand hundreds of metres"
            " from the next house, and Europe has been building houses. The works that are "
            "growing fastest are those that in 1995 nobody had got round to closing."
        ),
        related("Also in industry", "count-the-apprentices"),
    ),
)
