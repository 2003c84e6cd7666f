"""Sending letters: one lane is one connection to the mail server and one database session.

Each letter goes in three committed steps: claimed, handing over (just before the final word to
the mail server), sent. Wherever the process dies, the row says what is known.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from ..models import Delivery, Hand, Mailing, Subscription
from . import pace, silence
from .compose import Printed, sender
from .lane import lane
from .outage import outage
from .press import press
from .transport import BrokenOff, Refused, Transport, Unanswered, Unreachable, opened
from .turns import turns

logger = logging.getLogger(__name__)

BATCH = 200
BATCH_SECONDS = 10
"""After so long the rest goes back, so that a slow queue does not keep its lane."""
NOT_ANSWERED = (
    "The mail server takes letters and does not answer: readers may have them, or not. Have a "
    "technician look at it before you resume."
)


def never() -> bool:
    return False


class Lane:
    """stopping: asked before every letter; those not begun go back to the queue then."""

    def __init__(self, stopping: Callable[[], bool] = never) -> None:
        self.stopping = stopping
        # Readers up to whom the letters of (mailing, queue) are known to be taken.
        self.taken_up_to: dict[tuple[int, int], int] = {}
        self.unmarked: Hand | None = None

    def send(self) -> bool:
        """Until nothing more is to be sent now; whether anything was."""
        if self.unmarked:
            self.unmarked.remember()
            self.unmarked = None
        if not Mailing.objects.sending().exists() or silence.reigns() or not outage.admits():
            return False
        count = 0
        try:
            with opened() as transport, lane() as worker:
                while not self.stopping() and (done := self.send_some(transport, worker)):
                    count += done
        except Unreachable as error:
            outage.met(error)
            return False
        finally:
            outage.untried()
        return bool(count)

    def send_some(self, transport: Transport, worker: int) -> int:
        """A batch of the oldest mailing that has letters to send; how many were looked at."""
        if silence.reigns():
            return 0
        mailings = Mailing.objects.sending().select_related(
            "revision__lead_image", "change__article__desk"
        )
        for mailing in mailings:
            if objection := mailing.objection():
                logger.warning("Mailing %d is paused. %s", mailing.pk, objection)
                mailing.pause(objection)
                continue
            for queue in turns.order():
                with turns.at(queue):
                    if done := self.send_batch(mailing, queue, transport, worker):
                        return done
        return 0

    def send_batch(self, mailing: Mailing, queue: int, transport: Transport, worker: int) -> int:
        """Raises Unreachable; the letters not sent are back in the queue then."""
        hand = Hand(mailing.pk, worker)
        leave = pace.leave(queue, BATCH)
        readers = self.claim(hand, queue, leave.number) if leave.number else []
        leave.give_back(leave.number - len(readers))
        if not readers:
            return 0
        self.unmarked = hand
        batch = Batch.of(mailing, queue, hand, transport, [reader for reader, _ in readers])
        try:
            self.send_all(batch, readers)
        finally:
            hand.mark_taken()
            self.unmarked = None
        return len(readers)

    def send_all(self, batch: "Batch", readers: list[tuple[int, str | None]]) -> None:
        end = time.monotonic() + BATCH_SECONDS
        for reader, address in readers:
            if self.stopping() or batch.is_put_off or time.monotonic() > end:
                Delivery.objects.release(batch.hand.worker)
                return
            batch.send(reader, address)
            self.taken_up_to[batch.mailing.pk, batch.queue] = reader

    def claim(self, hand: Hand, queue: int, limit: int) -> list[tuple[int, str | None]]:
        """From where this lane was; from the beginning where nothing is left behind it."""
        key = (hand.mailing_id, queue)
        after = self.taken_up_to.get(key, 0)
        readers = hand.claim(queue, after, limit)
        if not readers and after:
            del self.taken_up_to[key]
            readers = hand.claim(queue, 0, limit)
        return readers


@dataclass(slots=True)
class Batch:
    """reasons: why each reader gets the letter; put_off: temporary refusals in a row."""

    mailing: Mailing
    queue: int
    hand: Hand
    transport: Transport
    stencil: Printed
    reasons: dict[int, str]
    put_off: int = 0

    @classmethod
    def of(
        cls, mailing: Mailing, queue: int, hand: Hand, transport: Transport, readers: list[int]
    ) -> "Batch":
        if mailing.change is None:
            raise ValueError(f"Mailing {mailing.pk} has no article.")
        reasons = Subscription.objects.reasons(mailing.change.article, readers)
        return cls(mailing, queue, hand, transport, press.letter(mailing), reasons)

    @property
    def is_put_off(self) -> bool:
        """The provider takes nothing now; it is left alone."""
        if self.put_off < pace.PUT_OFF or not pace.provider_name(self.queue):
            return False
        pace.leave_alone(self.queue)
        return True

    def send(self, reader: int, address: str | None) -> None:
        letter = self.hand.letter(reader)
        if address is None:
            letter.excluded()
            return
        try:
            self.hand_over(reader, address)
        except BrokenOff:
            letter.broken_off()
            raise
        except Refused as refusal:
            outage.over()
            self.put_off = 0 if refusal.for_good else self.put_off + 1
            letter.refused(str(refusal), for_good=refusal.for_good)
        except Unanswered as quiet:
            letter.unanswered(str(quiet))
            if outage.met_silence(quiet):
                self.mailing.pause(NOT_ANSWERED)
            raise Unreachable(str(quiet)) from quiet

    def hand_over(self, reader: int, address: str) -> None:
        """Raises what a transport raises."""
        message = self.stencil.to(reader, address, self.reasons.get(reader, "subscribed"))
        self.transport.begin(sender(), address, message, f"{self.mailing.pk}.{reader}")
        if not self.hand.hand_over(reader):
            self.transport.abandon()
            self.hand.letter(reader).excluded()
            return
        self.transport.complete()
        self.hand.taken(reader)
        self.put_off = 0
        outage.over()
