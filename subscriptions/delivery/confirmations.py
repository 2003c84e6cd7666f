"""The one mail that an unconfirmed reader gets: the question whether it was they."""

import datetime
import logging

from articles.models import SiteSettings

from .. import emails
from ..models import Subscriber
from .compose import message_id, sender, single
from .transport import BrokenOff, Refused, Transport, Unanswered, Unreachable

logger = logging.getLogger(__name__)

ROUND = 50
REFUSED_FOR_NOW = datetime.timedelta(minutes=15)
NOT_REACHED = datetime.timedelta(seconds=30)


def send_confirmations(transport: Transport) -> int:
    """Those that are due, up to a round; how many were looked at. Raises Unreachable."""
    waiting = Subscriber.objects.claim_confirmations(ROUND)
    site = SiteSettings.load() if waiting else SiteSettings()
    for place, subscriber in enumerate(waiting):
        try:
            send_confirmation(subscriber, site, transport)
        except Unreachable:
            for left in waiting[place:]:
                left.retry_confirmation(NOT_REACHED)
            raise
    return len(waiting)


def send_confirmation(subscriber: Subscriber, site: SiteSettings, transport: Transport) -> None:
    letter = emails.confirmation(subscriber, site)
    name = message_id("confirm", subscriber.pk, str(subscriber.consent_at))
    message = single(letter, site, subscriber.address, name)
    try:
        transport.begin(sender(), subscriber.address, message)
        if not subscriber.hand_over_confirmation():
            transport.abandon()
            return
        transport.complete()
    except BrokenOff:
        raise
    except Refused as refusal:
        logger.info("Confirmation to reader %d refused: %s", subscriber.pk, refusal)
        if refusal.for_good:
            subscriber.drop_confirmation()
        else:
            subscriber.retry_confirmation(REFUSED_FOR_NOW)
    except Unanswered as silence:
        # They may have it. A second one comes when they ask again, a day later.
        logger.warning("Confirmation to reader %d: %s", subscriber.pk, silence)
