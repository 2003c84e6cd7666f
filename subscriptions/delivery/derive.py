"""From publications to mailings, by looking at what is missing: a crash between the two loses
nothing, and a publication at a set time needs no event."""

import logging

from ..models import Mailing
from ..models.mailing import unannounced
from . import silence

logger = logging.getLogger(__name__)

ROUND = 10


def derive() -> int:
    """Mailings for publications that have none; how many are new."""
    new = 0
    for change in unannounced().select_related("article__live")[:ROUND]:
        mailing = Mailing.objects.derive(change, silence.objection(change))
        if mailing is not None:
            new += 1
            logger.info("Mailing %d to %d readers: %s", mailing.pk, mailing.candidates, mailing)
    return new
