from articles.demo.build import bullets, fact, facts, h2, numbers, p
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="who-may-say-no-to-a-gun-you-own",
    desk="policy",
    kind="explainer",
    headline="Who may say no to a gun you own?",
    standfirst=(
        "A howitzer is bought once and asked for many times. The clause that lets four countries "
        "forbid a fifth to give its own weapons away."
    ),
    authors=("elise-marchand",),
    topics=("arms-exports", "european-union", "germany", "ukraine"),
    picture="consent",
    when=When(days=22, clock="14:10"),
    body=(
        p(
            "In January 2023 half of Europe waited for a signature in Berlin. Several "
            "governments had Leopard 2 tanks to give to Ukraine and could not send one of "
            "them. The tanks were theirs. The right to pass them on was not."
        ),
        h2("The clause"),
        p(
            "Whoever exports arms makes the buyer sign an end-user certificate. In it the "
            "buyer promises not to sell, lend or give the goods to anyone else without leave."
            " The promise has no end date. It binds a museum piece as it binds a new gun, "
            "unless the certificate says otherwise."
        ),
        p(
            "With one maker that is one signature. But a modern gun has steel from one country, a "
            "sight from another, an engine from a third. Each may have come with its own clause."
        ),
        numbers(
            "The owner asks the maker’s government for leave.",
            "That government asks the governments of the parts, or knows what they would say.",
            "Each weighs it by its own law; in the European Union against eight common "
            "criteria, among them human rights, regional stability and the risk of "
            "diversion.[^Council Common Position 2008/944/CFSP. | "
            "https://www.consilium.europa.eu/]",
            "One refusal is enough.",
        ),
        facts(
            "The rules",
            fact(
                "Common criteria in the EU", "8", "", "since 2008", "Common Position 2008/944/CFSP"
            ),
            fact("Arms Trade Treaty in force", "24 December 2014", "", "", "United Nations"),
            fact("Leave for Leopard 2 to Ukraine", "25 January 2023", "", "", "German government"),
        ),
        h2("Ways round it"),
        bullets(
            "**De minimis.** Paris and Berlin agreed in 2019 that parts worth less than a "
            "fifth of a system do not, as a rule, give a veto.",
            "**Open certificates.** The leave to pass on to named allies is written in at the"
            " start.",
            "**Design.** Makers leave out parts from countries that say no. The industry has "
            "a phrase for it, *free of* followed by the country’s name.",
        ),
        p(
            "The last is what frightens the strict. A veto used too often is designed away, "
            "and with it goes the trade. Switzerland, whose cartridges were missed in 2022, "
            "has argued about little else since."
        ),
    ),
)
