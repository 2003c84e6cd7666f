from articles.demo.build import h2, p, quote
from articles.demo.piece import Piece, When

PIECE = Piece(
    slug="publish-the-bad-numbers",
    desk="policy",
    kind="opinion",
    headline="Publish the bad numbers",
    standfirst=(
        "Readiness figures are secret because they are embarrassing. Deterrence is better "
        "served by an army that is seen to be mending."
    ),
    authors=("elise-marchand",),
    topics=("readiness", "f-35", "united-kingdom"),
    when=When(days=33, clock="10:40"),
    body=(
        p(
            "In 2023 the American auditors wrote that the F-35 fleet had been able to do at "
            "least one of its tasks about 55 per cent of the time, against goals of 85 to "
            "90.[^US Government Accountability Office, GAO-23-105341, September 2023; the "
            "figure is for March 2023. | https://www.gao.gov/] The report is on the internet."
            " No enemy has invaded on the strength of it. The fleet has had more spare parts "
            "since."
        ),
        p(
            "Most European parliaments would never have seen such a page. Ask how many "
            "frigates can sail and the answer is a classification. The reason given is that "
            "the enemy would learn something. I think the enemy has satellites and can count "
            "masts in a basin."
        ),
        h2("Who is kept in the dark"),
        p(
            "Secrecy of this kind keeps the figures from two groups. One is voters, who pay "
            "and might ask. The other is the treasury, which when nobody asks concludes that "
            "nothing is wrong. A commander who reports 40 per cent is a nuisance; one who "
            "reports 70 and hopes is promoted. After ten years of that the number is a "
            "courtesy."
        ),
        quote(
            "A retired logistics officer, to the author",
            "The honest returns came from units that had already been told they would be "
            "disbanded.",
        ),
        h2("A modest rule"),
        p(
            "Publish availability by type, once a year, eighteen months late. Keep locations,"
            " dates and munitions to yourselves. That tells an opponent nothing that he could"
            " use on a Tuesday and tells a minister everything that will be used at question "
            "time."
        ),
        p(
            "Deterrence is a belief in somebody else’s head. It is not improved by making us "
            "the only ones who hold it."
        ),
    ),
)
