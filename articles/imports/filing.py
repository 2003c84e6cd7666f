"""Where the article of a manuscript is filed: as somebody says, as it says itself, or the house."""

import re
from dataclasses import dataclass

from django.db.models import Model, QuerySet

from ..models import Author, Desk, SiteSettings, Topic
from ..models.topic import key_of
from .errors import ManuscriptError
from .manuscript import Inference, Manuscript
from .piece import Kind
from .topics import named_topics

LONGEST_TOPIC = 100


@dataclass(frozen=True, slots=True)
class Filing:
    """inferences: what nobody said, so that the site or the text decided it.

    new_topics: names that no topic has yet; unplaced: what the site does not know.
    """

    desk: Desk | None = None
    authors: tuple[Author, ...] = ()
    topics: tuple[Topic, ...] = ()
    new_topics: tuple[str, ...] = ()
    inferences: tuple[Inference, ...] = ()
    unplaced: tuple[str, ...] = ()

    def __add__(self, other: "Filing") -> "Filing":
        return Filing(
            self.desk or other.desk,
            self.authors + other.authors,
            self.topics + other.topics,
            self.new_topics + other.new_topics,
            self.inferences + other.inferences,
            self.unplaced + other.unplaced,
        )


def filing_for(
    manuscript: Manuscript,
    *,
    desk: str = "",
    author: str = "",
    topics: str | None = None,
    writer: Author | None = None,
) -> Filing:
    """desk, author: names or slugs, "" for the site's own choice. topics: names parted by commas,
    None to look for known ones in the text. writer: stands in for the house where the manuscript
    names nobody. Raises ManuscriptError for a name that nobody has.
    """
    site = SiteSettings.load()
    return (
        (Filing(desk=named(Desk.objects.all(), desk, "desk")) if desk else default_desk(site))
        + (credited(author) if author else byline_of(manuscript, writer or site.house_byline))
        + (suggested(manuscript) if topics is None else listed(topics))
    )


def named[M: Model](rows: QuerySet[M], name: str, what: str) -> M:
    """The row of that name or slug. Raises ManuscriptError, saying which there are."""
    found = rows.filter(name__iexact=name).first() or rows.filter(slug=name.lower()).first()
    if found is None:
        known = ", ".join(str(row) for row in rows[:12]) or "none yet"
        raise ManuscriptError(f"There is no {what} “{name}” (there are: {known}).")
    return found


def default_desk(site: SiteSettings) -> Filing:
    if site.default_desk is None:
        return Filing()
    why = "No desk was named; this is the site's default desk"
    return Filing(
        site.default_desk, inferences=(Inference(None, f"Desk: {site.default_desk}", why),)
    )


def credited(names: str) -> Filing:
    authors = Author.objects.all()
    found = [named(authors, name.strip(), "author") for name in names.split(",") if name.strip()]
    return Filing(authors=tuple(found))


def byline_of(manuscript: Manuscript, otherwise: Author | None) -> Filing:
    """The author that the manuscript names, if the site knows them."""
    names = re.split(r",\s*|\s+and\s+", manuscript.byline or "")
    found = [Author.objects.filter(name__iexact=name).first() for name in names if name]
    known = tuple(author for author in found if author)
    if known and len(known) == len(found):
        why = "The manuscript says so"
        return Filing(authors=known, inferences=(Inference(None, f"By {manuscript.byline}", why),))
    lost = f"The byline “{manuscript.byline}”: there is no author of that name"
    unplaced = (lost,) if manuscript.byline else ()
    if otherwise is None:
        return Filing(unplaced=unplaced)
    why = "No known author was named; this is the house byline, or the account's own"
    guess = Inference(None, f"By {otherwise}", why)
    return Filing(authors=(otherwise,), inferences=(guess,), unplaced=unplaced)


def listed(names: str) -> Filing:
    """Topics by name or alias; those that nobody has are new."""
    given = (" ".join(name.split()) for name in names.split(","))
    filing = Filing()
    for name in {key_of(name): name for name in given if name}.values():
        if not key_of(name) or len(name) > LONGEST_TOPIC:
            raise ManuscriptError(f"“{name[:40]}” cannot be the name of a topic.")
        if topic := Topic.objects.named(name):
            filing += Filing(topics=(topic,))
        else:
            guess = Inference(None, f"New topic: {name}", "No topic goes by this name")
            filing += Filing(new_topics=(name,), inferences=(guess,))
    return filing


def suggested(manuscript: Manuscript) -> Filing:
    text = "\n".join(piece.text for piece in manuscript.pieces if piece.kind is not Kind.DROPPED)
    found = named_topics(text)
    return Filing(
        topics=tuple(topic for topic, _ in found),
        inferences=tuple(
            Inference(None, f"Topic: {topic}", f"The text names it {times(count)}")
            for topic, count in found
        ),
    )


def times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
