"""What the first page of the newsdesk shows of the post office and of the worker."""

import datetime
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.db.models import Min, Q
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from articles.models import Article

from ..models import Delivery, Heartbeat, Mailing
from ..models.delivery import UNSETTLED

register = template.Library()

QUIET_SECONDS = 60
"""A worker beats every five seconds; a restart takes a few."""
LONG_WEEKEND = datetime.timedelta(days=4)
"""For so long a letter that failed is news."""
LAST = 6
State = Delivery.State


@dataclass(frozen=True, slots=True)
class Trouble:
    what: str
    why: str
    url: str
    do: str


@dataclass(frozen=True, slots=True)
class Letters:
    """A mailing with its numbers; also a slot of the calendar."""

    mailing: Mailing
    counts: dict[str, int]

    @property
    def at(self) -> datetime.datetime:
        return self.mailing.created_at

    @property
    def title(self) -> str:
        return self.mailing.subject

    @property
    def url(self) -> str:
        return reverse("admin:subscriptions_mailing_change", args=[self.mailing.pk])

    @property
    def look(self) -> str:
        return "mail"

    @property
    def label(self) -> str:
        return f"Letter, {self.mailing.get_state_display().lower()}"

    @property
    def waiting(self) -> int:
        return sum(self.counts[state] for state in UNSETTLED)

    @property
    def sent(self) -> int:
        return self.counts[State.SENT]

    @property
    def failed(self) -> int:
        return self.counts[State.FAILED]

    @property
    def uncertain(self) -> int:
        return self.counts[State.UNCERTAIN]

    @property
    def is_paused(self) -> bool:
        return self.mailing.state == Mailing.State.PAUSED


@dataclass(frozen=True, slots=True)
class PostOffice:
    """slots: mailings of the calendar's days."""

    last: list[Letters]
    slots: list[Letters]
    troubles: list[Trouble]


@register.simple_tag
def post_office(user: Any, start: datetime.datetime, end: datetime.datetime) -> PostOffice:
    """Two queries, whatever there is; nothing but a silent worker for who may see no mailings."""
    silent = list(worker_trouble())
    if not user.has_perm("subscriptions.view_mailing"):
        return PostOffice([], [], silent)
    newest = Mailing.objects.order_by("-pk").values("pk")[:LAST]
    wanted = Q(pk__in=newest) | Q(state=Mailing.State.PAUSED)
    wanted |= Q(created_at__gte=timezone.now() - LONG_WEEKEND) | Q(
        created_at__gte=start, created_at__lt=end
    )
    mailings = list(Mailing.objects.filter(wanted).order_by("-pk")[:500])
    tallies = Delivery.objects.tallies(mailings)
    letters = [Letters(mailing, tallies[mailing.pk]) for mailing in mailings]
    slots = [each for each in letters if start <= each.at < end]
    return PostOffice(letters[:LAST], slots, [*silent, *troubles_of(letters)])


def troubles_of(letters: Iterable[Letters]) -> Iterable[Trouble]:
    since = timezone.now() - LONG_WEEKEND
    for each in letters:
        if each.is_paused:
            why = f"{each.mailing.note} {addresses(each.waiting)} not been tried."
            yield Trouble(f"“{each.title}” is paused", why, each.url, "Open the mailing")
        elif each.at >= since and (each.failed or each.uncertain):
            amiss = [(each.failed, "failed"), (each.uncertain, "uncertain")]
            what = ", ".join(f"{count:,} {word}" for count, word in amiss if count)
            title = f"“{each.title}” did not reach everybody"
            yield Trouble(title, f"Letters: {what}.", each.url, "Open the mailing")


def worker_trouble() -> Iterable[Trouble]:
    seconds = Heartbeat.seconds_since("worker")
    if seconds is not None and seconds <= QUIET_SECONDS:
        return
    minutes = round((seconds or 0) / 60)
    last = f"No heartbeat for {minutes} minute{'' if minutes == 1 else 's'}."
    why = (
        f"{'It has not been heard of yet.' if seconds is None else last} Nothing goes out at its "
        "time and no letter is sent until it is back. Tell the technician."
    )
    yield Trouble("The worker is not running", why, "", "")


def addresses(count: int) -> str:
    return "1 address has" if count == 1 else f"{count:,} addresses have"


@register.filter
def grouped(number: int) -> str:
    """4,182"""
    return f"{number:,}"


@register.inclusion_tag("subscriptions/_worker.html")
def worker(user: Any) -> dict[str, Any]:
    """When it was last heard of, what waits for it, what comes next, and the room on its disk."""
    seconds = Heartbeat.seconds_since("worker")
    now = timezone.now()
    todo = ProcrastinateJob.objects.filter(status="todo")
    due = todo.filter(Q(scheduled_at=None) | Q(scheduled_at__lte=now))
    asked = ProcrastinateEvent.objects.filter(job__in=due, type="deferred")
    return {
        "beats": seconds is not None and seconds <= QUIET_SECONDS,
        "heartbeat": "never" if seconds is None else f"{counted(round(seconds), 'second')} ago",
        "jobs": due.count(),
        "oldest": asked.aggregate(oldest=Min("at"))["oldest"],
        "next": next_job(user, todo.filter(scheduled_at__gt=now)),
        "free": free_space(),
    }


def counted(seconds: int, noun: str) -> str:
    if seconds >= 120:
        return timesince(timezone.now() - datetime.timedelta(seconds=seconds), depth=1)
    return f"{seconds} {noun}{'' if seconds == 1 else 's'}"


def next_job(user: Any, jobs: Any) -> tuple[str, datetime.datetime] | None:
    """Whichever comes first: an article's hour, or a job with one."""
    articles = Article.objects.for_desk(user).filter(publish_at__gt=timezone.now())
    article, job = articles.order_by("publish_at").first(), jobs.order_by("scheduled_at").first()
    found = []
    if article and article.publish_at:
        found.append((f"Publish “{article}”", article.publish_at))
    if job and job.scheduled_at:
        name = job.task_name.rpartition(".")[2].replace("_", " ")
        found.append((name.capitalize(), job.scheduled_at))
    return min(found, key=lambda each: each[1], default=None)


def free_space() -> str:
    """Where pictures are kept; "" where that is no disk of this machine."""
    try:
        return filesizeformat(shutil.disk_usage(settings.VAR_DIR).free)
    except OSError:
        return ""
