"""Sending a mailing's letters, a batch at a time.

Each letter goes in three committed steps: claimed, handing over (just before the final word to
the mail server), sent. Wherever the process dies, the row says what is known.
"""

import logging

from ..models import Delivery, Mailing, Subscriber
from .compose import Printed, printed, sender
from .lane import lane
from .transport import BrokenOff, Refused, Transport, Unanswered, Unreachable

logger = logging.getLogger(__name__)

BATCH = 200


def send_next(transport: Transport) -> int:
    """A batch of the oldest mailing that has letters to send; how many were looked at."""
    mailing = (
        Mailing.objects.ready()
        .select_related("revision__lead_image", "change__article__desk")
        .first()
    )
    if mailing is None:
        return 0
    if objection := mailing.objection():
        logger.warning("Mailing %d is paused. %s", mailing.pk, objection)
        return int(mailing.pause(objection))
    count = send_batch(mailing, transport)
    Mailing.objects.finish()
    return count


def send_batch(mailing: Mailing, transport: Transport) -> int:
    """Raises Unreachable; the letters not sent are back in the queue then."""
    with lane() as worker:
        batch = Delivery.objects.claim(mailing.pk, worker, BATCH)
        ids = [delivery.subscriber_id for delivery in batch]
        addresses = dict(
            Subscriber.objects.confirmed().filter(pk__in=ids).values_list("pk", "address")
        )
        gone = set(ids) - set(addresses)
        Delivery.objects.exclude_unconfirmed(mailing.pk, gone)
        stencil = printed(mailing, addresses)
        for delivery in batch:
            if delivery.subscriber_id not in gone:
                hand_over(delivery, stencil, addresses[delivery.subscriber_id], transport)
    return len(batch)


def hand_over(delivery: Delivery, stencil: Printed, address: str, transport: Transport) -> None:
    message = stencil.to(delivery.subscriber_id, address)
    try:
        transport.begin(sender(), address, message)
        if not delivery.hand_over():
            transport.abandon()
            delivery.excluded()
            return
        transport.complete()
    except BrokenOff:
        delivery.broken_off()
        raise
    except Refused as refusal:
        delivery.refused(str(refusal), for_good=refusal.for_good)
    except Unanswered as silence:
        delivery.unanswered(str(silence))
        raise Unreachable(str(silence)) from silence
    else:
        delivery.accepted()
