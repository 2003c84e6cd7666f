from articles.demo.build import fact, facts, h2, p, quote
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="the-front-door-of-a-satellite-is-a-modem",
    desk="space-cyber",
    kind="explainer",
    headline="The front door of a satellite is a modem",
    standfirst=(
        "On the morning of 24 February 2022 nothing touched the KA-SAT satellite. It was cut "
        "off all the same. What the case still teaches."
    ),
    authors=("jonas-lindqvist",),
    topics=("ka-sat", "cyber", "ukraine", "germany"),
    picture="orbits",
    when=When(days=25, clock="15:00"),
    body=(
        p(
            "An hour before the tanks crossed, modems began to fall silent across Europe. "
            "They had been told, in proper form and from the proper address, to overwrite "
            "their own memory. The satellite 35,786 km above them was in perfect health. So "
            "were its ground stations."
        ),
        h2("How they came in"),
        p(
            "The operator’s own account, published on 30 March 2022, is short. The intruders "
            "found a wrongly configured appliance for remote access, reached the network from"
            " which the modems are managed, and sent them ordinary commands in large "
            "numbers.[^Viasat, *KA-SAT network cyber attack overview*, 30 March 2022. | "
            "https://www.viasat.com/] Independent researchers found the program that did the "
            "wiping and called it AcidRain. On 10 May 2022 the European Union held Russia "
            "responsible."
        ),
        facts(
            "One morning",
            fact("Modems lost", "tens of thousands", "", "March 2022", "Operator"),
            fact("Replacements sent", "nearly 30,000", "", "March 2022", "Operator"),
            fact("Wind turbines out of touch", "5,800", "", "March 2022", "Their maker"),
            fact("Their capacity", "11", "GW", "March 2022", "Their maker"),
        ),
        h2("Who was hit"),
        p(
            "The aim was presumably Ukraine’s command. What was seen first were wind turbines"
            " in Germany, which kept turning but could not be spoken to. Nobody had listed "
            "them as users of a military link. They were customers of a customer."
        ),
        quote(
            "A lesson as taught on one staff course",
            "Draw the system on one sheet. Now draw who may tell it what to do. If the second"
            " drawing is smaller, you have forgotten somebody.",
        ),
        p(
            "Three questions have stayed useful since. Can every terminal be reached by one "
            "command? Must it be able to? And how many spare modems are in a cupboard, in "
            "which country, tonight?"
        ),
    ),
)
