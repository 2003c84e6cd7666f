"""One letter of a mailing to one reader, and how far it got.

queued → claimed → handing_over → sent. A worker's death frees what it had claimed; the one letter
that it was handing over may or may not have arrived: it becomes uncertain, by name. The table is
the queue. It has no constraint on readers and no number of its own, so that freezing a hundred
thousand rows takes a third of the time. What happens once for every letter is in `hand`.
"""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import connection, models
from django.db.models import Count, F, Q
from django.utils import timezone

from .queues import queue_of_reader
from .subscriber import Subscriber

if TYPE_CHECKING:
    from .mailing import Mailing

RETRY_AFTER = [datetime.timedelta(minutes=m) for m in (5, 30, 120, 360, 720)]
"""After each temporary refusal; the one after the last is final."""
RETRY_AFTER_BREAK = datetime.timedelta(seconds=30)
"""A letter at which the connection broke: the others go first."""
REASON_LENGTH = 300


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def freeze(self, mailing_id: int, audience: models.QuerySet[Subscriber]) -> int:
        """One queued row for each reader, in one statement; how many are new."""
        asked = audience.order_by().annotate(queue=queue_of_reader())
        readers, values = asked.values("pk", "queue").query.sql_with_params()
        table = connection.ops.quote_name(Delivery._meta.db_table)
        insert = (
            f"INSERT INTO {table} (mailing_id, subscriber_id, queue, state, attempts, reason)"  # noqa: S608
            f" SELECT %s, readers.*, %s, 0, '' FROM ({readers}) AS readers ON CONFLICT DO NOTHING"
        )
        with connection.cursor() as cursor:
            cursor.execute(insert, [mailing_id, Delivery.State.QUEUED.value, *values])
            return int(cursor.rowcount)

    def unsettled(self) -> Self:
        """Those that may still be sent."""
        return self.filter(state__in=UNSETTLED)

    def tallies(self, mailings: "Iterable[Mailing]") -> dict[int, dict[str, int]]:
        """Letters by state for each of those mailings, every state named; one query.

        The sent ones, nearly all of a long table, are not counted: they are what is left.
        """
        frozen = {mailing.pk: mailing.candidates for mailing in mailings}
        rest = self.filter(Q(state__in=UNSETTLED) | Q(state__in=AMISS), mailing__in=frozen)
        found = {pk: dict.fromkeys(Delivery.State.values, 0) for pk in frozen}
        for pk, state, number in (
            rest.order_by().values_list("mailing", "state").annotate(Count("subscriber_id"))
        ):
            found[pk][state] = number
        for pk, counts in found.items():
            counts[Delivery.State.SENT] = max(0, frozen[pk] - sum(counts.values()))
        return found

    def at_work(self) -> list[int]:
        """Numbers of the workers that have, or had when they died, letters in hand."""
        held = self.filter(worker__isnull=False).order_by().values_list("worker", flat=True)
        return [worker for worker in held.distinct() if worker is not None]

    def release(self, worker: int) -> int:
        """Letters that a worker claimed and did not begin to hand over go back to the queue."""
        claimed = self.filter(worker=worker, state=Delivery.State.CLAIMED)
        return claimed.update(state=Delivery.State.QUEUED, worker=None)

    def bury(self, worker: int) -> int:
        """A dead worker's letters: claimed ones wait again, the one in the door is uncertain."""
        in_the_door = self.filter(worker=worker, state=Delivery.State.HANDING_OVER)
        uncertain = in_the_door.update(
            state=Delivery.State.UNCERTAIN,
            worker=None,
            attempts=F("attempts") + 1,
            reason="The sending process ended while this letter was being handed over.",
        )
        self.release(worker)
        return uncertain

    def uncertain(self) -> Self:
        return self.filter(state=Delivery.State.UNCERTAIN)

    def prove_sent(self) -> int:
        """The mail server has them: it has answered, or its log says so."""
        return self.update(
            state=Delivery.State.SENT, worker=None, reason="", attempts=F("attempts") + 1
        )

    def prove_unsent(self) -> int:
        """The mail server does not have them; they wait again."""
        return self.update(state=Delivery.State.QUEUED, worker=None, reason="", not_before=None)

    def given_up_by(self, worker: int) -> Self:
        """In the door of a worker that has lost its session, or uncertain because of that."""
        in_the_door = Q(state=Delivery.State.HANDING_OVER, worker=worker)
        return self.filter(in_the_door | Q(state=Delivery.State.UNCERTAIN))


class Delivery(models.Model):
    class State(models.TextChoices):
        QUEUED = "queued", "Waiting"
        CLAIMED = "claimed", "Next in line"
        HANDING_OVER = "handing_over", "Being handed over"
        SENT = "sent", "Sent"
        UNCERTAIN = "uncertain", "Uncertain"
        FAILED = "failed", "Failed"
        EXCLUDED = "excluded", "Excluded"

    pk = models.CompositePrimaryKey("mailing_id", "subscriber_id")
    mailing = models.ForeignKey(
        "Mailing",
        on_delete=models.CASCADE,
        related_name="deliveries",
        db_constraint=False,
        db_index=False,
    )
    subscriber = models.ForeignKey(
        "Subscriber",
        on_delete=models.DO_NOTHING,
        related_name="deliveries",
        db_constraint=False,
        db_index=False,
    )
    queue = models.SmallIntegerField(default=0, help_text="See `queues`.")
    state = models.CharField(max_length=20, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    worker = models.IntegerField(
        null=True, help_text="Who has it in hand; nobody has what is queued or settled."
    )
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    at = models.DateTimeField(null=True, help_text="When it was handed over or settled.")

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        indexes = [
            models.Index(
                fields=["mailing", "queue", "subscriber"],
                condition=Q(state__in=["queued", "claimed", "handing_over"]),
                name="delivery_unsettled",
            ),
            models.Index(
                fields=["worker"], condition=Q(worker__isnull=False), name="delivery_in_hand"
            ),
            models.Index(
                fields=["mailing", "state"],
                condition=Q(state__in=["uncertain", "failed", "excluded"]),
                name="delivery_amiss",
            ),
        ]

    def __str__(self) -> str:
        return f"Reader {self.subscriber_id}, mailing {self.mailing_id}: {self.state}"

    def unanswered(self, reason: str) -> None:
        """Handed over, and no answer came: they may or may not have it."""
        self.settle(self.State.UNCERTAIN, reason)

    def excluded(self) -> None:
        self.in_hand().update(
            state=self.State.EXCLUDED,
            worker=None,
            at=timezone.now(),
            reason="They unsubscribed before their letter was sent.",
        )

    def refused(self, reason: str, *, for_good: bool) -> None:
        """The mail server said no: for good, or for now."""
        attempts = self.in_hand().values_list("attempts", flat=True).first() or 0
        if for_good or attempts >= len(RETRY_AFTER):
            self.settle(self.State.FAILED, reason, attempts=attempts + 1)
            return
        self.requeue(RETRY_AFTER[attempts], attempts=attempts + 1, reason=reason[:REASON_LENGTH])

    def broken_off(self) -> None:
        """The connection ended before it was handed over. That uses up no attempt."""
        self.requeue(RETRY_AFTER_BREAK)

    def requeue(self, after: datetime.timedelta, **values: object) -> None:
        self.in_hand().update(
            state=self.State.QUEUED, worker=None, not_before=timezone.now() + after, **values
        )

    def settle(self, state: str, reason: str, attempts: int | None = None) -> None:
        self.in_hand().update(
            state=state,
            worker=None,
            at=timezone.now(),
            reason=reason[:REASON_LENGTH],
            attempts=F("attempts") + 1 if attempts is None else attempts,
        )

    def in_hand(self) -> DeliveryQuerySet:
        """This row, as long as it is ours: a worker that was given up changes nothing."""
        return Delivery.objects.filter(
            mailing_id=self.mailing_id, subscriber_id=self.subscriber_id, worker=self.worker
        )


UNSETTLED = [Delivery.State.QUEUED, Delivery.State.CLAIMED, Delivery.State.HANDING_OVER]
AMISS = [Delivery.State.UNCERTAIN, Delivery.State.FAILED, Delivery.State.EXCLUDED]
"""They want a person's eye: the letter did not go, or nobody knows."""
