"""What stands between a draft and its readers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..body.blocks.embed import Embed
from ..body.blocks.figure import Figure
from ..body.blocks.pull_quote import PullQuote
from ..body.blocks.related_articles import RelatedArticles
from .image import Image

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


class NotReady(Exception):
    """The gate found something that stops publication."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = findings


def findings(article: "Article", revision: "Revision") -> list[Finding]:
    """Everything that stops or warns, in the order of the page."""
    return [
        *headline_findings(revision),
        *filing_findings(article),
        *lead_image_findings(revision),
        *body_findings(article, revision),
    ]


def stops(message: str, place: str) -> Finding:
    return Finding("stops", message, place)


def warns(message: str, place: str) -> Finding:
    return Finding("warns", message, place)


def headline_findings(revision: "Revision") -> Iterator[Finding]:
    if not revision.headline.strip():
        yield stops("There is no headline.", "headline")
    elif len(revision.headline) > 70:
        yield warns(
            f"The headline is {len(revision.headline)} characters. "
            "Search results cut it at about 60.",
            "headline",
        )
    if not revision.standfirst.strip():
        yield warns(
            "There is no standfirst. Lists and letters show the headline alone.", "standfirst"
        )
    for place in ("headline", "standfirst"):
        if UNFINISHED.search(getattr(revision, place)):
            yield stops(f"“TK” stands in the {place}.", place)
    if any(UNFINISHED.search(point) for point in revision.key_points):
        yield stops("“TK” stands in the key points.", "key_points")


def filing_findings(article: "Article") -> Iterator[Finding]:
    if article.desk_id is None:
        yield stops("No desk is chosen.", "desk")
    if not article.bylines.all():
        yield stops("There is no byline.", "bylines")
    if not article.topics.all():
        yield warns("It has no topic; readers who follow topics will not find it.", "topics")


def lead_image_findings(revision: "Revision") -> Iterator[Finding]:
    if revision.lead_image is not None:
        yield from image_findings(revision.lead_image, "The lead picture", "lead_image")


def image_findings(
    image: Image, name: str, place: str, alt: str = "", credit: str = ""
) -> Iterator[Finding]:
    if image.state == Image.State.FAILED:
        yield stops(f"{name} could not be read: {image.problem}", place)
    elif image.state == Image.State.PROCESSING:
        yield stops(f"{name} is still being prepared. Wait a moment.", place)
    if not (alt or image.alt):
        yield stops(f"{name} has no alternative text.", place)
    if not (credit or image.credit):
        yield stops(f"{name} has no credit.", place)


def body_findings(article: "Article", revision: "Revision") -> Iterator[Finding]:
    blocks = revision.body.blocks
    if not blocks:
        yield stops("There is no text.", "body")
    images = Image.objects.in_bulk(revision.body.image_ids())
    live = set(
        type(article)
        .objects.published()
        .filter(pk__in=revision.body.article_ids())
        .values_list("pk", flat=True)
    )
    for number, block in enumerate(blocks, 1):
        place = f"block-{number}"
        if UNFINISHED.search(block.text()):
            yield stops(f"“TK” stands in block {number}, a {block.label}.", place)
        if lack := block.missing():
            yield stops(f"The {block.label} in block {number} {lack}.", place)
        match block:
            case Figure():
                yield from figure_findings(block, images, number, place)
            case PullQuote() if not block.attrs.speaker:
                yield warns(f"The pull quote in block {number} names no speaker.", place)
            case RelatedArticles() if not set(block.attrs.articles) <= live:
                yield warns(f"Block {number} names an article that is not published.", place)
            case Embed() if not block.attrs.title:
                yield warns(f"The embed in block {number} has no title.", place)


def figure_findings(
    figure: Figure, images: dict[int, Image], number: int, place: str
) -> Iterator[Finding]:
    image = images.get(figure.attrs.image)
    name = f"The picture in block {number}"
    if image is None:
        yield stops(f"{name} is no longer in the library.", place)
    else:
        yield from image_findings(image, name, place, figure.attrs.alt, figure.attrs.credit)
