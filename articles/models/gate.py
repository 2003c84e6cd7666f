"""What stands between a draft and its readers."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..body import Body
from ..body.blocks.embed import Embed
from ..body.blocks.figure import Figure
from ..body.blocks.heading import Heading
from ..body.blocks.pull_quote import PullQuote
from ..body.blocks.related_articles import RelatedArticles
from ..body.document import walk
from ..body.inline import Footnote
from ..body.node import Block
from .image import Image
from .links import dead_links, states_of, with_moved

if TYPE_CHECKING:
    from .article import Article
    from .revision import Revision

UNFINISHED = re.compile(r"\bTK\b|\bTKTK\b")
"""Printers' "to come": what a writer leaves where a fact is missing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """place: the form field it is about, or "block-4" for the fourth block of the body."""

    level: Literal["stops", "warns"]
    message: str
    place: str

    @property
    def block(self) -> int | None:
        name, _, number = self.place.partition("-")
        return int(number) if name == "block" else None


Findings = Iterator[Finding]


class NotReady(Exception):
    """The gate found something that stops publication."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Filing:
    """Whether there is a desk, a byline, a topic: as saved, or as typed and not saved yet."""

    desk: bool
    bylines: bool
    topics: bool

    @classmethod
    def of(cls, article: "Article") -> "Filing":
        return cls(
            article.desk_id is not None, bool(article.bylines.all()), bool(article.topics.all())
        )


@dataclass(frozen=True, slots=True)
class Named:
    """What a body names: its pictures, those of its articles that readers can see, and the state
    of the article at each address of ours that it links to."""

    images: Mapping[int, Image] = field(default_factory=dict)
    articles: Collection[int] = ()
    states: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def by(cls, article: "Article", body: Body) -> "Named":
        found = list(type(article).objects.named_in(body).only("slug", "published_at", "state"))
        return cls(
            Image.objects.in_bulk(body.image_ids()),
            {each.pk for each in found if each.is_public},
            with_moved(states_of(found), body),
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text on its way out."""

    revision: "Revision"
    filing: Filing
    named: Named

    @property
    def numbered(self) -> Iterator[tuple[int, Block]]:
        return enumerate(self.revision.body.blocks, 1)


@dataclass(frozen=True, slots=True)
class Report:
    """findings: in the order of the page. passed: the checks that found nothing, in words."""

    findings: list[Finding]
    passed: list[str]


def report(
    article: "Article",
    revision: "Revision",
    filing: Filing | None = None,
    named: Named | None = None,
) -> Report:
    """filing, named: where they are known already. The revision need not be saved."""
    candidate = Candidate(
        revision, filing or Filing.of(article), named or Named.by(article, revision.body)
    )
    findings: list[Finding] = []
    passed: list[str] = []
    for check in CHECKS:
        found = list(check.find(candidate))
        findings += found
        passed += [] if found else [check.passed]
    return Report(sorted(findings, key=lambda finding: finding.block or 0), passed)


def stops(message: str, place: str) -> Finding:
    return Finding("stops", message, place)


def warns(message: str, place: str) -> Finding:
    return Finding("warns", message, place)


def headline(candidate: Candidate) -> Findings:
    text = candidate.revision.headline
    if not text.strip():
        yield stops("There is no headline.", "headline")
    elif len(text) > 70:
        said = f"The headline is {len(text)} characters. Search results cut it at about 60."
        yield warns(said, "headline")


def standfirst(candidate: Candidate) -> Findings:
    if not candidate.revision.standfirst.strip():
        said = "There is no standfirst. Lists and letters show the headline alone."
        yield warns(said, "standfirst")


def desk(candidate: Candidate) -> Findings:
    if not candidate.filing.desk:
        yield stops("No desk is chosen.", "desk")


def bylines(candidate: Candidate) -> Findings:
    if not candidate.filing.bylines:
        yield stops("There is no byline.", "bylines")


def topics(candidate: Candidate) -> Findings:
    if not candidate.filing.topics:
        yield warns("It has no topic; readers who follow topics will not find it.", "topics")


def lead_picture(candidate: Candidate) -> Findings:
    image = candidate.revision.lead_image
    if image is not None:
        yield from image_findings(image, "The lead picture", "lead_image")


def image_findings(
    image: Image, name: str, place: str, alt: str = "", credit: str = ""
) -> Findings:
    if image.state == Image.State.FAILED:
        yield stops(f"{name} could not be read: {image.problem}", place)
    elif image.state == Image.State.PROCESSING:
        yield stops(f"{name} is still being prepared. Wait a moment.", place)
    if not (alt or image.alt):
        yield stops(f"{name} has no alternative text.", place)
    if not (credit or image.credit):
        yield stops(f"{name} has no credit.", place)


def unfinished(candidate: Candidate) -> Findings:
    for place in ("headline", "standfirst"):
        if UNFINISHED.search(getattr(candidate.revision, place)):
            yield stops(f"“TK” stands in the {place}.", place)
    if any(UNFINISHED.search(point) for point in candidate.revision.key_points):
        yield stops("“TK” stands in the key points.", "key_points")
    for number, block in candidate.numbered:
        notes = (note.attrs.text for note in footnotes(block))
        if any(UNFINISHED.search(text) for text in (block.text(), *notes)):
            yield stops(f"“TK” stands in block {number}, a {block.label}.", f"block-{number}")


def whole(candidate: Candidate) -> Findings:
    if not candidate.revision.body.blocks:
        yield stops("There is no text.", "body")
    for number, block in candidate.numbered:
        if lack := block.missing():
            yield stops(f"The {block.label} in block {number} {lack}.", f"block-{number}")


def notes(candidate: Candidate) -> Findings:
    for number, block in candidate.numbered:
        if any(not note.attrs.text.strip() for note in footnotes(block)):
            yield stops(f"A footnote in block {number} has no words.", f"block-{number}")


def footnotes(block: Block) -> list[Footnote]:
    return [node for node in walk(block) if isinstance(node, Footnote)]


def pictures(candidate: Candidate) -> Findings:
    for number, block in candidate.numbered:
        if not isinstance(block, Figure):
            continue
        name, place = f"The picture in block {number}", f"block-{number}"
        image = candidate.named.images.get(block.attrs.image)
        if image is None:
            yield stops(f"{name} is no longer in the library.", place)
        else:
            yield from image_findings(image, name, place, block.attrs.alt, block.attrs.credit)


def headings(candidate: Candidate) -> Findings:
    levels = [
        (number, block.attrs.level)
        for number, block in candidate.numbered
        if isinstance(block, Heading)
    ]
    if levels and levels[0][1] == 3:
        said = f"The small heading in block {levels[0][0]} stands before any section heading."
        yield warns(said, f"block-{levels[0][0]}")


def quotations(candidate: Candidate) -> Findings:
    for number, block in candidate.numbered:
        if isinstance(block, PullQuote) and not block.attrs.speaker:
            yield warns(f"The pull quote in block {number} names no speaker.", f"block-{number}")


def embeds(candidate: Candidate) -> Findings:
    for number, block in candidate.numbered:
        if isinstance(block, Embed) and not block.attrs.title:
            yield warns(f"The embed in block {number} has no title.", f"block-{number}")


def own_articles(candidate: Candidate) -> Findings:
    for number, block in candidate.numbered:
        named = block.attrs.articles if isinstance(block, RelatedArticles) else ()
        if not set(named) <= set(candidate.named.articles):
            said = f"Block {number} names an article that is not published."
            yield warns(said, f"block-{number}")
    for number, what in dead_links(candidate.revision.body, candidate.named.states):
        yield warns(f"A link in block {number} leads to {what}.", f"block-{number}")


class Check(NamedTuple):
    """passed: what is said where nothing is found."""

    find: Callable[[Candidate], Findings]
    passed: str


CHECKS = (
    Check(headline, "The headline is there and fits"),
    Check(standfirst, "The standfirst is there"),
    Check(desk, "It stands in a desk"),
    Check(bylines, "Its byline says who wrote it"),
    Check(topics, "It is filed under a topic"),
    Check(lead_picture, "The lead picture, if there is one, is ready and has its words"),
    Check(unfinished, "Nothing is left to come (TK)"),
    Check(whole, "There is a text, and every block is complete"),
    Check(notes, "Every footnote has words"),
    Check(pictures, "Every picture in the text is ready and has its words"),
    Check(headings, "The headings stand in order"),
    Check(quotations, "Every pull quote names its speaker"),
    Check(embeds, "Every embed has a title"),
    Check(own_articles, "Links to our own articles lead to what readers can see"),
)
"""In the order of the page."""
