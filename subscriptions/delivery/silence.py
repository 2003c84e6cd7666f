"""What happens after nobody has worked for an hour.

The machine may have been off. Or this database is a copy from before, and its readers have long
got what seems to wait in it. Nobody can tell the two apart, so what was under way then waits for a
person; what has come since is new in either case.
"""

import datetime
import logging

from django.db import transaction
from django.utils import timezone

from articles.models import Change

from ..models import Heartbeat, Mailing, Subscriber

logger = logging.getLogger(__name__)

LONG = 3600
BEFORE, AFTER = "last beat before a silence", "first beat after a silence"
STILL_DERIVED = datetime.timedelta(seconds=30)
"""A publication is mailed within a second; one of the silence's first moments may have been."""
CATCHING_UP = datetime.timedelta(minutes=5)
"""So long after a silence, what is published at its set time was due in it."""


def attend() -> None:
    """The worker's heartbeat; after a long silence it first puts aside what was under way."""
    with transaction.atomic():
        silent = Heartbeat.beat("worker")
        if silent > LONG:
            now = timezone.now()
            put_aside(now - datetime.timedelta(seconds=silent), now)


def put_aside(before: datetime.datetime, after: datetime.datetime) -> None:
    for name, at in ((BEFORE, before), (AFTER, after)):
        Heartbeat.objects.update_or_create(name=name, defaults={"at": at})
    held = Mailing.objects.hold(explained(before, after))
    asked = Subscriber.objects.forget_confirmations(before)
    logger.warning(
        "No worker was heard of since %s: %d mailings wait for a person, %d confirmations are "
        "not sent.", before, held, asked,
    )  # fmt: skip


def reigns() -> bool:
    """Nothing may be sent before `attend` has looked after a silence."""
    silent = Heartbeat.seconds_since("worker")
    return silent is not None and silent > LONG


def objection(change: Change) -> str:
    """Why a publication without a mailing is not to be mailed by itself; "" if it is."""
    beats = dict(Heartbeat.objects.filter(name__in=[BEFORE, AFTER]).values_list("name", "at"))
    if len(beats) < 2:
        return ""
    before, after = beats[BEFORE], beats[AFTER]
    seen_before = change.at <= before + STILL_DERIVED
    by_itself = change.by_id is None and after <= change.at <= after + CATCHING_UP
    return explained(before, after) if seen_before or by_itself else ""


def explained(before: datetime.datetime, after: datetime.datetime) -> str:
    times = " to ".join(f"{timezone.localtime(at):%-d %B, %H:%M}" for at in (before, after))
    return (
        f"No worker ran from {times}, or this database is a copy from before. Readers may have "
        "this letter already; resume it if they should get it."
    )
