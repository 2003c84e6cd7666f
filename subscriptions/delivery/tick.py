"""The post office's steps. A worker process runs `prepare` in one thread and `Lane.send` in each of
several; `tick` is one round of both."""

import datetime

from django.conf import settings
from django.utils import timezone

from ..models import Mailing
from . import silence
from .confirmations import send_confirmations
from .derive import derive
from .lane import recover
from .outage import outage
from .send import Lane
from .transport import Unreachable, opened


def tick() -> bool:
    """One bounded round of everything; whether there may be more to do at once."""
    done = prepare()
    sent = Lane().send()
    return (sent or done) and not outage.lasts


def prepare() -> bool:
    """Mailings for new publications, letters in dead hands, finished mailings, confirmations.

    Returns whether there may be more to do at once.
    """
    if silence.reigns():
        return False
    recover()
    repeat_uncertain()
    done = derive()
    Mailing.objects.finish()
    return bool(done + confirm())


def repeat_uncertain() -> None:
    minutes: int = settings.MAIL_REPEAT_UNCERTAIN_AFTER
    if minutes:
        Mailing.objects.repeat_uncertain(timezone.now() - datetime.timedelta(minutes=minutes))


def confirm() -> int:
    """A mail server that cannot be reached is left alone for a while."""
    if not outage.admits():
        return 0
    try:
        with opened() as transport:
            return send_confirmations(transport)
    except Unreachable as error:
        outage.met(error)
        return 0
    finally:
        outage.untried()
