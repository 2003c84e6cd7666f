"""Everything that was published, by year, month and day, as the clock runs in the site's zone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.core.cache import cache
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.views.decorators.http import require_safe

from ..models import Article, ArticleQuerySet, Change
from .page import by_day, page, part_of

PAGE = 50


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day: the numbers that its address is made of."""

    numbers: tuple[int, ...]

    @property
    def start(self) -> date:
        """Raises ValueError where no calendar has it."""
        return date(*(*self.numbers, 1, 1)[:3])

    @property
    def end(self) -> date:
        """The first day after it. Raises OverflowError behind the last of all years."""
        year, month = self.start.year, self.start.month
        match len(self.numbers):
            case 1:
                return date(year + 1, 1, 1)
            case 2:
                return date(year + month // 12, month % 12 + 1, 1)
            case _:
                return self.start + timedelta(days=1)

    @property
    def title(self) -> str:
        """ "2026", "November 2026", "14 November 2026"."""
        year, *rest = self.numbers
        words = [*(str(day) for day in rest[1:]), *(str(MONTHS[m]) for m in rest[:1]), str(year)]
        return " ".join(words)

    @property
    def short_title(self) -> str:
        """Where the longer period is told beside it: "2026", "November", "14 November"."""
        return self.title if len(self.numbers) == 1 else self.title.rpartition(" ")[0]

    @property
    def url(self) -> str:
        name = ("year", "month", "day")[len(self.numbers) - 1]
        parts = [f"{number:02}" for number in self.numbers[1:]]
        return reverse(f"articles:archive_{name}", args=[f"{self.numbers[0]:04}", *parts])

    @property
    def around(self) -> "list[Period]":
        """The longer periods that it lies in, the longest first."""
        return [Period(self.numbers[:size]) for size in range(1, len(self.numbers))]

    def at(self, moment: datetime) -> "Period":
        """The period as long as this one in which that moment lies."""
        local = timezone.localdate(moment)
        return Period((local.year, local.month, local.day)[: len(self.numbers)])


@dataclass(frozen=True, slots=True)
class Counted:
    period: Period
    count: int


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Every month that has something, the latest year first."""
    found = [Counted(Period((day.year, day.month)), count) for day, count in counted_by_month()]
    by_year = groupby(found, key=lambda month: month.period.numbers[0])
    years = [(Period((year,)), list(months)) for year, months in by_year]
    count = sum(month.count for month in found)
    context = {"years": years[::-1], "count": count, "place": "archive"}
    return page(request, "articles/archive.html", context)


def counted_by_month() -> list[tuple[date, int]]:
    """To count a million takes a third of a second: counted again only where some were published
    or withdrawn since."""
    published = Article.objects.published()
    newest = Change.objects.aggregate(newest=Max("pk"))["newest"]
    withdrawn = Article.objects.filter(state=Article.State.WITHDRAWN).count()
    key = f"published-by-month-{newest}-{withdrawn}"
    return cache.get_or_set(key, lambda: published.counted_by("month"), timeout=3600) or []


@require_safe
def archive_of(request: HttpRequest, *numbers: str) -> HttpResponse:
    """A year, month or day. Raises Http404 where nothing was published in it."""
    period = Period(tuple(map(int, numbers)))
    published = Article.objects.published()
    try:
        within = published.first_out_between(period.start, period.end)
        entries = part_of(request, within.for_log(), PAGE)
    except (ValueError, OverflowError) as error:
        raise Http404("No calendar has that day.") from error
    parts = parts_of(period, within)
    if not entries.articles and not parts:
        raise Http404("Nothing was published then.")
    before, after = published.beside(period.start, period.end)
    context = {
        "period": period,
        "parts": parts,
        "count": sum(part.count for part in parts),
        "listing": entries,
        "days": by_day(entries.articles),
        "before": before and period.at(before),
        "after": after and period.at(after),
        "place": "archive",
    }
    return page(request, "articles/archive_of.html", context)


def parts_of(period: Period, articles: ArticleQuerySet) -> list[Counted]:
    """The months of a year, the days of a month."""
    size = len(period.numbers)
    if size == 3:
        return []
    counted = articles.counted_by("month" if size == 1 else "day")
    return [Counted(Period((d.year, d.month, d.day)[: size + 1]), count) for d, count in counted]
