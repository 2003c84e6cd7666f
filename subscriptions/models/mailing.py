"""A mailing: one article, or one digest, to the readers who asked for it."""

import datetime
import logging
from typing import Self

from django.db import models, transaction
from django.db.models import Count, OuterRef, Subquery
from django.utils import timezone

from articles.models import Article, Change, Revision, as_published

from .delivery import Delivery
from .subscriber import Subscriber

logger = logging.getLogger(__name__)

NEWS_LASTS = datetime.timedelta(hours=48)
"""Older publications are not announced, and mailings that stood still for longer wait for a
person: an import or a restored copy of the database mails nobody."""
MOST_REPETITIONS = 3
"""So often a letter is sent of which nobody knows whether it arrived."""


class MailingQuerySet(models.QuerySet["Mailing"]):
    def derive(self, change: Change, note: str = "") -> "Mailing | None":
        """The mailing of a publication with its audience frozen; None where another has made it.

        The text is the one that readers see at this moment: a slip mended since is not mailed.
        note: why it is to wait for a person.
        """
        article = change.article
        revision = article.shown
        with transaction.atomic():
            mailing, is_new = self.get_or_create(
                change=change,
                defaults={
                    "revision": revision,
                    "subject": subject_of(change, revision),
                    "preheader": revision.standfirst[:200],
                },
            )
            if not is_new:
                return None
            mailing.candidates = Delivery.objects.freeze(
                mailing.pk, Subscriber.objects.audience(article)
            )
            mailing.state = Mailing.State.PAUSED if note else Mailing.State.SENDING
            mailing.note = note
            mailing.save(update_fields=["candidates", "state", "note"])
            return mailing

    def sending(self) -> Self:
        return self.filter(state=Mailing.State.SENDING).order_by("pk")

    def finish(self) -> int:
        """Closes the mailings of which every letter is settled, and every letter is there."""
        unsettled = Delivery.objects.unsettled().filter(mailing=OuterRef("pk"))
        # From the end of the queue: its beginning is full of what was sent, and slow to read.
        last = unsettled.order_by("-mailing", "-queue", "-subscriber").values("subscriber")[:1]
        done = 0
        for mailing in self.sending().annotate(last=Subquery(last)).filter(last=None):
            if difference := mailing.difference():
                logger.error("Mailing %d is not finished. %s", mailing.pk, difference)
                mailing.pause(difference)
                continue
            finished = self.sending().filter(pk=mailing.pk)
            done += finished.update(state=Mailing.State.FINISHED, finished_at=timezone.now())
        return done

    def hold(self, note: str) -> int:
        """All that is being sent waits for a person."""
        return self.sending().update(state=Mailing.State.PAUSED, note=note)

    def repeat_uncertain(self, before: datetime.datetime) -> int:
        """Letters that went out before then, with no word since, are queued again.

        Not those of mailings that a person has stopped, or that are too old to be news.
        """
        late = timezone.now() - NEWS_LASTS
        live = self.filter(resumed_at__gt=late).exclude(state=Mailing.State.PAUSED)
        uncertain = Delivery.objects.uncertain().filter(at__lte=before)
        return self.repeat(uncertain.filter(mailing__in=live, attempts__lt=MOST_REPETITIONS))

    def repeat(self, letters: models.QuerySet[Delivery]) -> int:
        """They are queued again, and mailings that were finished go on; how many they are.

        They bear the same Message-ID, by which mail programs know a repetition.
        """
        with transaction.atomic():
            found = list(letters.order_by().values_list("mailing", flat=True).distinct())
            if not found:
                return 0
            count = letters.update(
                state=Delivery.State.QUEUED, worker=None, reason="", not_before=None
            )
            finished = self.filter(pk__in=found, state=Mailing.State.FINISHED)
            finished.update(state=Mailing.State.SENDING, finished_at=None)
        return count


def subject_of(change: Change, revision: Revision) -> str:
    return f"{change.kind_name}: {revision.headline}" if change.tells_readers else revision.headline


def next_change(article: Article, revision: Revision) -> Change:
    """What publishing that revision now would note, as far as it is planned. Not to be saved."""
    first = article.published_at is None
    kind = Change.Kind.FIRST if first else article.planned_change or Change.Kind.MINOR
    shown = as_published(article, revision)
    return Change(article=shown, revision=revision, kind=kind, text=article.planned_text)


def unannounced() -> models.QuerySet[Change]:
    """Publications that readers are to be told of, and have not been."""
    return Change.objects.filter(
        announce=True,
        at__gt=timezone.now() - NEWS_LASTS,
        article__state=Article.State.PUBLISHED,
        mailing=None,
    ).order_by("pk")


class Mailing(models.Model):
    class Kind(models.TextChoices):
        ARTICLE = "article", "An article"
        DIGEST = "digest", "A digest"

    class State(models.TextChoices):
        DERIVING = "deriving", "Being prepared"
        SENDING = "sending", "Being sent"
        PAUSED = "paused", "Paused"
        FINISHED = "finished", "Finished"

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.ARTICLE, editable=False)
    state = models.CharField(
        max_length=20, choices=State, default=State.DERIVING, editable=False, db_index=True
    )
    change = models.OneToOneField(
        Change, on_delete=models.SET_NULL, null=True, editable=False, related_name="mailing"
    )
    revision = models.ForeignKey(
        Revision, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    subject = models.CharField(max_length=320, editable=False)
    preheader = models.CharField(max_length=200, blank=True, editable=False)
    candidates = models.PositiveIntegerField("readers", default=0, editable=False)
    note = models.CharField("why it is paused", max_length=300, blank=True, editable=False)
    created_at = models.DateTimeField("prepared", default=timezone.now, editable=False)
    resumed_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField("finished", null=True, editable=False)

    objects = MailingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.subject

    @classmethod
    def rehearsed(cls, article: Article, revision: Revision) -> "Mailing":
        """As publishing that revision now would make it; of what is out, as its publication did.

        Not to be saved: it has no readers.
        """
        out = article.changes.last() if revision.pk == article.live_id else None
        change = out or next_change(article, revision)
        return cls(
            change=change,
            revision=revision,
            subject=subject_of(change, revision),
            preheader=revision.standfirst[:200],
        )

    def counts(self) -> dict[str, int]:
        """Letters by state, every state named. Their sum is the number of candidates."""
        found = self.deliveries.order_by().values_list("state").annotate(Count("subscriber_id"))
        return dict.fromkeys(Delivery.State.values, 0) | dict(found)

    def difference(self) -> str:
        """In a sentence, where the letters are not as many as the readers; nothing otherwise."""
        counts = self.counts()
        letters = sum(counts.values())
        if letters == self.candidates:
            return ""
        return (
            f"It was made for {self.candidates:,} readers, and there are {letters:,} letters: "
            "somebody has changed the table. Tell the technician."
        )

    def lasting_objection(self) -> str:
        """Why it cannot be sent at all, in a sentence; nothing when it can."""
        if self.change is None or self.revision is None:
            return "Its article was deleted."
        if not self.change.article.is_public:
            return "Its article is no longer on the site."
        return ""

    def objection(self) -> str:
        """Why it must not be sent now; a person may decide otherwise about one that is late."""
        late = self.resumed_at < timezone.now() - NEWS_LASTS
        patience = "It stood still for two days. Resume it if readers should still get it."
        return self.lasting_objection() or (patience if late else "")

    def pause(self, note: str) -> bool:
        sending = Mailing.objects.filter(pk=self.pk, state=self.State.SENDING)
        return bool(sending.update(state=self.State.PAUSED, note=note))

    def resume(self) -> bool:
        paused = Mailing.objects.filter(pk=self.pk, state=self.State.PAUSED)
        return bool(paused.update(state=self.State.SENDING, note="", resumed_at=timezone.now()))
