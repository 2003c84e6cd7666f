"""The pages at the foot of the site, as Datum fills them."""

from dataclasses import dataclass

from articles.demo.build import Node, bullets, h2, p


@dataclass(frozen=True)
class DemoPage:
    slug: str
    title: str
    standfirst: str
    body: tuple[Node, ...]


PAGES = (
    DemoPage(
        "about",
        "About",
        "Six desks, five reporters and a rule: no depth without a date.",
        (
            p(
                "Datum covers the equipment, money and people of European defence. A datum is the "
                "last known position of a contact. Everything else is measured from it, so it had "
                "better be right, and it must say when it was taken."
            ),
            p(
                "This is a demonstration edition. The writers and everyone quoted are invented, "
                "and so are events after 2025. Physics, geography and history are not."
            ),
            h2("How we write"),
            bullets(
                "Every figure has a unit, a date and a source, or it is marked as an estimate.",
                "Analysis and opinion are named as such beside the headline.",
                "We take no money from anybody we write about.",
                "What a drawing leaves out is said beneath it.",
            ),
            h2("Who answers for it"),
            p(
                "Whoever signs a piece has seen it as it was published. Reports without a name "
                "are the work of the desk, and the editor of the day answers for them. What we "
                "got wrong stands under [Corrections](/corrections/)."
            ),
        ),
    ),
    DemoPage(
        "contact",
        "Contact",
        "By post, by mail, or by way of the desk that you read.",
        (
            p(
                "Write to editor@datum.example, or to Datum (demonstration), 1 Example Quay, "
                "Anytown AB1 2CD. Nobody lives at either address."
            ),
            h2("An error in an article"),
            p(
                "Name the article, the sentence and what is right; a source helps. If we were "
                "wrong, the correction stands with the article within the day, dated. See our "
                "[corrections policy](/corrections-policy/)."
            ),
            h2("A document"),
            p(
                "Post is the safest way. Put no sender on the envelope if you do not want one "
                "known, and leave your telephone at home on the way to the box."
            ),
        ),
    ),
)
