"""How many letters may go now: so many a minute to one provider, and for a sender that nobody knows
yet, so many a day to all."""

import datetime
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone

from ..models import Provider, Quota

WARM_UP = [
    *(200, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 40_000, 70_000, 100_000),
    *(150_000, 250_000, 400_000, 600_000, 1_000_000),
]
"""Letters on the first days of a new sending domain or address; after the last day, any number."""
PUT_OFF = 5
"""After so many temporary refusals in a row a provider is left alone."""
LEFT_ALONE = datetime.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Limit:
    name: str
    number: int
    begun: datetime.datetime


@dataclass(slots=True)
class Leave:
    """For so many letters; what is not used is given back."""

    number: int
    limits: list[Limit] = field(default_factory=list)

    def give_back(self, unused: int) -> None:
        for limit in self.limits:
            Quota.objects.give_back(limit.name, unused, limit.begun)


def leave(queue: int, wanted: int) -> Leave:
    """Up to `wanted` letters of that queue."""
    given = Leave(wanted)
    for limit in limits(queue):
        granted = Quota.objects.take(limit.name, given.number, limit.number, limit.begun)
        given.give_back(given.number - granted)
        given.number = granted
        given.limits.append(limit)
    return given


def leave_alone(queue: int) -> None:
    """A provider that puts off one letter after another."""
    Quota.objects.hold(provider_name(queue), LEFT_ALONE)


def limits(queue: int) -> list[Limit]:
    # A mail service keeps to the providers' limits itself, and a folder has none.
    if settings.MAIL_TRANSPORT["kind"] != "smtp":
        return []
    found = []
    now = timezone.localtime()
    name = provider_name(queue)
    if name in settings.MAIL_PER_MINUTE:
        minute = now.replace(second=0, microsecond=0)
        found.append(Limit(name, settings.MAIL_PER_MINUTE[name], minute))
    if (ceiling := ceiling_on(now.date())) is not None:
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        found.append(Limit("warm-up", ceiling, midnight))
    return found


def ceiling_on(day: datetime.date) -> int | None:
    """Of a sender that is being warmed up; None where any number may go."""
    first: datetime.date | None = settings.MAIL_WARM_UP_SINCE
    if first is None or (day - first).days >= len(WARM_UP):
        return None
    return WARM_UP[max(0, (day - first).days)]


def provider_name(queue: int) -> str:
    """As in the settings; "" for the queues that everybody else shares."""
    return Provider(queue).label.lower() if queue in Provider.values else ""
