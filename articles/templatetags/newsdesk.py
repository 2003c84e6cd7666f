"""The first page of the newsdesk: what went wrong, what waits for somebody, what is theirs."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import template
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince

from ..models import Article, Comment, Image, Scratch, name_of
from ..models.writing import NO_HEADLINE

register = template.Library()

SHOWN = 6
MOST = 50
LATELY = datetime.timedelta(days=7)
LONG_WEEKEND = datetime.timedelta(days=4)
"""For so long what went wrong is news; what is still wrong is told however old it is."""
STOPPED = "could not go out as scheduled"
"""In the note of an article whose hour came while something in it was amiss."""
State = Article.State


@dataclass(slots=True)
class Card:
    """An article and what is to say of it; without one, a text that was never saved."""

    title: str
    url: str
    state: str
    notes: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        return str(State(self.state).label) if self.state else "Not saved"

    @property
    def note(self) -> str:
        return ". ".join(note.rstrip(".") for note in self.notes)


@dataclass(frozen=True, slots=True)
class Trouble:
    what: str
    why: str
    url: str
    do: str


@dataclass(frozen=True, slots=True)
class Pile:
    """The first few of many cards."""

    cards: list[Card]

    @property
    def shown(self) -> list[Card]:
        return self.cards[:SHOWN]

    @property
    def rest(self) -> list[Card]:
        return self.cards[SHOWN:]


@register.simple_tag
def waiting_for(user: Any) -> Pile:
    """For an editor what is in review; for everybody what came back and what is asked of them."""
    cards: dict[int, Card] = {}
    articles = Article.objects.for_desk(user)
    if user.has_perm("articles.publish_article"):
        for article in articles.filter(state=State.REVIEW).order_by("draft_id")[:MOST]:
            cards[article.pk] = card(article, f"{name_of(article.created_by)}, {ago(article)}")
    back = articles.filter(state=State.DRAFT, created_by=user).exclude(note="")
    for article in back.exclude(note__contains=STOPPED).order_by("-draft_id")[:MOST]:
        cards[article.pk] = card(article, f"Sent back: {article.note}")
    for article, asked in questions_to(user, articles):
        cards.setdefault(article.pk, card(article)).notes.append(asked)
    return Pile(list(cards.values()))


def questions_to(user: Any, articles: Any) -> Iterable[tuple[Article, str]]:
    """Articles of theirs on which others have left comments that nobody has settled."""
    others = Comment.objects.unsettled().exclude(by=user).values("pk")
    asked = Count("comments", filter=Q(comments__in=others))
    for article in (
        articles.filter(created_by=user).annotate(asked=asked).filter(asked__gt=0)[:MOST]
    ):
        yield article, f"{article.asked} open comment{'s' if article.asked > 1 else ''}"


@register.simple_tag
def belonging_to(user: Any) -> Pile:
    """Their scheduled articles, drafts and late publications, and what they have not saved."""
    since = timezone.now() - LATELY
    articles = Article.objects.for_desk(user).filter(created_by=user)
    fresh = Q(state=State.PUBLISHED, published_at__gte=since) | Q(publish_at__isnull=False)
    open_ = Q(state=State.REVIEW) | Q(state=State.DRAFT, note="")
    found = articles.filter(fresh | open_).order_by("publish_at", "-draft_id")[:MOST]
    cards = {article.pk: card(article, fate_of(article)) for article in found}
    unsaved = Scratch.objects.unsaved_of(user)
    new = [unsaved_card(scratch) for scratch in unsaved.filter(article=None)[:SHOWN]]
    old: Any = unsaved.exclude(article=None).select_related("article__draft")
    for scratch in old.defer("fields", "article__draft__body")[:MOST]:
        of_article = cards.setdefault(scratch.article.pk, card(scratch.article))
        of_article.notes.append(f"Unsaved text of yours from {moment(scratch.saved_at)}")
    return Pile([*new, *cards.values()])


@register.simple_tag
def went_wrong(user: Any, elsewhere: Iterable[Any]) -> list[Any]:
    """elsewhere: what other applications have to say, with the fields of a Trouble."""
    found = [*elsewhere]
    articles = Article.objects.for_desk(user).exclude(note="").filter(note__contains=STOPPED)
    for article in articles.filter(state__in=[State.DRAFT, State.PUBLISHED])[:SHOWN]:
        title = f"“{article}” did not go out"
        found.append(Trouble(title, article.note, change_page(article), "Open the article"))
    if user.has_perm("articles.view_image"):
        pictures = Image.objects.filter(state=Image.State.FAILED)
        if not user.has_perm("articles.edit_any_article"):
            pictures = pictures.filter(uploaded_by=user)
        for picture in pictures[:SHOWN]:
            title = f"The picture “{picture}” could not be read"
            found.append(Trouble(title, picture.problem, change_page(picture), "Open the picture"))
    return found


@register.simple_tag
def well_since() -> datetime.datetime:
    """The day from which on nothing went wrong, where nothing is said to have."""
    return timezone.localtime() - LONG_WEEKEND


def card(article: Article, *notes: str) -> Card:
    return Card(str(article), change_page(article), article.state, list(notes))


def unsaved_card(scratch: Scratch) -> Card:
    url = reverse("admin:articles_article_add")
    return Card(
        scratch.headline or NO_HEADLINE, url, "", [f"Typed until {moment(scratch.saved_at)}"]
    )


def change_page(thing: Article | Image) -> str:
    return reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])


def ago(article: Article) -> str:
    at = article.draft.at if article.draft else article.created_at
    if timezone.now() - at < datetime.timedelta(minutes=1):
        return "last changed just now"
    return f"last changed {timesince(at, depth=1)} ago"


def fate_of(article: Article) -> str:
    """What becomes of it, or became: "Goes out tomorrow, 07:00"."""
    if article.publish_at:
        what = "The update goes" if article.is_public else "Goes"
        return f"{what} out {moment(article.publish_at)}"
    if article.is_public and article.published_at:
        return f"Went out {moment(article.published_at)}"
    words = article.draft.words if article.draft else 0
    return f"{words:,} word{'' if words == 1 else 's'}, {ago(article)}"


def moment(at: datetime.datetime) -> str:
    """Near days by name: "tomorrow, 07:00"; "Friday, 12:00"; "3 Nov, 12:00"."""
    local = timezone.localtime(at)
    days = (local.date() - timezone.localdate()).days
    named = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    day = named.get(days) or (f"{local:%A}" if abs(days) < 7 else f"{local.day} {local:%b}")
    return f"{day}, {local:%H:%M}"
