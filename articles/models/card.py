"""The social card of an article: drawn by a job when it goes out, and when what it shows has
changed."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from ..cards import PICTURE, Card, Unwritable
from .preparing import GRACE
from .site import SiteSettings
from .state import State

if TYPE_CHECKING:
    from procrastinate.types import JSONValue

    from .article import Article
    from .article_queryset import ArticleQuerySet
    from .image import Image

FOLDER = "card"
DISCARD = "articles.tasks.discard_files"
AT_ONCE = 50


class Carded(models.Model):
    card = models.CharField(
        max_length=200,
        blank=True,
        editable=False,
        help_text="File of the picture that stands for it on other sites.",
    )

    class Meta:
        abstract = True

    @property
    def card_url(self) -> str:
        """As a page of this site names it; "" where there is none."""
        return default_storage.url(self.card) if self.card else ""

    def defer_card(self) -> None:
        """In the transaction that changes what the card shows, so that none is forgotten."""
        job = jobs.configure_task("articles.tasks.draw_card", lock=f"card-{self.pk}", priority=-1)
        job.defer(article_id=self.pk)

    def draw_card(self) -> None:
        """Draws it as the article stands now; the file that it replaces goes some days later.

        Does nothing to an article that readers do not have. Where its headline has letters that
        our faces lack, it has no card.
        """
        self.refresh_from_db()
        article = cast("Article", self)
        if article.state != State.PUBLISHED:
            return
        old, self.card = self.card, store(self.pk, drawn(article))
        if self.card == old:
            return
        # Withdrawn or published anew meanwhile: then it is not this card that should stand.
        stands = type(article).objects.filter(
            pk=self.pk, state=State.PUBLISHED, live=article.live_id
        )
        if stands.update(card=self.card):
            discard_cards([old])
        else:
            discard_cards([self.card])

    def drop_card(self) -> None:
        """At once, for what it says may be what was wrong."""
        name, self.card = self.card, ""
        self.save(update_fields=["card"])
        discard_cards([name], after=datetime.timedelta())


def drawn(article: "Article") -> bytes:
    """b"" where it cannot be drawn."""
    revision, desk = article.shown, article.desk
    card = Card(
        headline=revision.headline,
        site=SiteSettings.load().name,
        desk=desk.name if desk else "",
        tint=desk.tint if desk else "",
        picture=cut_of(revision.lead_image),
    )
    try:
        return card.png()
    except Unwritable:
        return b""


def cut_of(image: "Image | None") -> bytes | None:
    """The smallest cut of a picture that the card need not enlarge, else the largest."""
    cuts = [cut for cut in image.cuts("card") if cut.format == "jpeg"] if image else []
    wide = [cut for cut in cuts if cut.width >= PICTURE[0]] or cuts[-1:]
    if not wide:
        return None
    try:
        with default_storage.open(wide[0].name) as file:
            return bytes(file.read())
    except FileNotFoundError:
        return None


def store(pk: int, png: bytes) -> str:
    """Its name, which the content decides; "" for nothing."""
    if not png:
        return ""
    name = f"{FOLDER}/{pk}/{hashlib.sha256(png).hexdigest()[:12]}.png"
    if default_storage.exists(name) and default_storage.size(name) != len(png):
        default_storage.delete(name)  # half written before a crash
    return name if default_storage.exists(name) else default_storage.save(name, ContentFile(png))


def discard_cards(names: Iterable[str], after: datetime.timedelta = GRACE) -> None:
    """Later, for others may have fetched a page that names them; not if they stand again then."""
    if wanted := list(filter(None, names)):
        moment = timezone.now() + after
        job = jobs.configure_task(DISCARD, schedule_at=moment, priority=-1)
        job.defer(names=cast("list[JSONValue]", wanted))


def defer_cards(desk_id: int | None = None, older_than: int | None = None) -> None:
    """Of all published articles or those of a desk, when its name or the site's has changed.

    older_than: number of the article from which they go on, the newest first.
    """
    job = jobs.configure_task("articles.tasks.draw_cards", priority=-1)
    job.defer(desk_id=desk_id, older_than=older_than)


def draw_next(
    articles: "ArticleQuerySet", desk_id: int | None, older_than: int | None
) -> int | None:
    """Some of them; returns the number of the last where more may follow."""
    if desk_id is not None:
        articles = articles.filter(desk_id=desk_id)
    if older_than is not None:
        articles = articles.older_than(articles.model.objects.get(pk=older_than))
    some = list(articles[:AT_ONCE])
    for article in some:
        article.draw_card()
    return some[-1].pk if len(some) == AT_ONCE else None
