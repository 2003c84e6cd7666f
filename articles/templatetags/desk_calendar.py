"""What goes out and what went out, as weeks of days in the site's own time."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

from django import template
from django.urls import reverse
from django.utils import timezone

from ..forms import place_of_zone
from ..models import Article
from ..models.article_queryset import midnight

register = template.Library()

FIRST, LAST = datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)
"""A calendar of other centuries is nobody's wish."""
MOST = 500


class Dated(Protocol):
    @property
    def at(self) -> datetime.datetime: ...


@dataclass(frozen=True, slots=True)
class Slot:
    """An article at its hour. look: the state that it is drawn as."""

    at: datetime.datetime
    title: str
    url: str
    look: str
    label: str


@dataclass(slots=True)
class Day:
    date: datetime.date
    is_today: bool
    is_beside: bool
    slots: list[Dated] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Span:
    """A week from Monday, or a month. title: "This week"; earlier, later: queries of links."""

    first: datetime.date
    days: int
    is_month: bool

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> Self:
        """Of ?week=2026-W48 or ?month=2026-11; this week for anything else."""
        today = timezone.localdate()
        if found := month_in(query.get("month", "")):
            following = (found + datetime.timedelta(days=31)).replace(day=1)
            return cls(found, (following - found).days, is_month=True)
        monday = week_in(query.get("week", "")) or today - datetime.timedelta(days=today.weekday())
        return cls(monday, 7, is_month=False)

    @property
    def end(self) -> datetime.date:
        """The day after the last."""
        return self.first + datetime.timedelta(days=self.days)

    @property
    def starts_at(self) -> datetime.datetime:
        return midnight(self.first)

    @property
    def ends_at(self) -> datetime.datetime:
        return midnight(self.end)

    @property
    def is_now(self) -> bool:
        return self.first <= timezone.localdate() < self.end

    @property
    def title(self) -> str:
        if self.is_month:
            return f"{self.first:%B %Y}"
        if self.is_now:
            return "This week"
        last = self.end - datetime.timedelta(days=1)
        return f"{self.first.day} {self.first:%B} to {last.day} {last:%B %Y}"

    @property
    def earlier(self) -> str:
        before = self.first - datetime.timedelta(days=1)
        return month_query(before) if self.is_month else week_query(before)

    @property
    def later(self) -> str:
        return month_query(self.end) if self.is_month else week_query(self.end)

    @property
    def other(self) -> str:
        """The month of this week, or a week of this month."""
        today = timezone.localdate() if self.is_now else self.first
        return week_query(today) if self.is_month else month_query(today)

    def laid_out(self, slots: Iterable[Dated]) -> list[Day]:
        """Whole weeks of days, each with its slots in the order of their hours."""
        of_day: defaultdict[datetime.date, list[Dated]] = defaultdict(list)
        for slot in sorted(slots, key=lambda slot: slot.at):
            of_day[timezone.localdate(slot.at)].append(slot)
        start = self.first - datetime.timedelta(days=self.first.weekday())
        count = -(-(self.end - start).days // 7) * 7
        dates = [start + datetime.timedelta(days=n) for n in range(count)]
        today = timezone.localdate()
        return [
            Day(date, date == today, not self.first <= date < self.end, of_day[date])
            for date in dates
        ]


@register.simple_tag
def span_of(query: Mapping[str, str]) -> Span:
    return Span.asked(query)


@register.simple_tag
def zone() -> str:
    return place_of_zone()


@register.simple_tag
def calendar(span: Span, user: Any, letters: Iterable[Dated]) -> list[Day]:
    """letters: what other applications put on their days."""
    articles = Article.objects.for_desk(user).going_out(span.starts_at, span.ends_at)
    slots = (slot for article in articles[:MOST] for slot in slots_of(article))
    inside = [slot for slot in slots if span.starts_at <= slot.at < span.ends_at]
    return span.laid_out([*inside, *letters])


def slots_of(article: Article) -> Iterable[Slot]:
    url = reverse("admin:articles_article_change", args=[article.pk])
    if article.is_public and article.published_at:
        yield Slot(
            article.published_at, str(article), url, article.state, article.get_state_display()
        )
    if article.publish_at:
        label = (
            f"{article.planned_kind.capitalize()}, scheduled" if article.is_public else "Scheduled"
        )
        yield Slot(article.publish_at, str(article), url, "scheduled", label)


def week_in(text: str) -> datetime.date | None:
    """The Monday of "2026-W48", if there is such a week."""
    found = re.fullmatch(r"([0-9]{4})-?W([0-9]{1,2})", text)
    try:
        monday = datetime.date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        return None
    return monday if monday and FIRST <= monday < LAST else None


def month_in(text: str) -> datetime.date | None:
    """The first day of "2026-11", if there is such a month."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})", text)
    try:
        first = datetime.date(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        return None
    return first if first and FIRST <= first < LAST else None


def week_query(day: datetime.date) -> str:
    year, week, _ = day.isocalendar()
    return f"week={year}-W{week:02}"


def month_query(day: datetime.date) -> str:
    return f"month={day:%Y-%m}"
