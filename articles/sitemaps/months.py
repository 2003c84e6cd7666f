"""The months in which something was published, in the site's time zone."""

import datetime
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Max, Q
from django.db.models.functions import Greatest
from django.utils import timezone

from ..models import Article
from .writing import LIMIT

# From the newest month to the oldest, one step of an index each; then what happened in each, from
# the index "article_months" alone.
MONTHS = """
    WITH RECURSIVE month (start) AS (
        SELECT date_trunc('month', max(published_at) AT TIME ZONE %(zone)s)
        FROM articles_article WHERE state = 'published'
        UNION ALL
        SELECT date_trunc('month', (
            SELECT max(published_at) FROM articles_article
            WHERE state = 'published' AND published_at < month.start AT TIME ZONE %(zone)s
        ) AT TIME ZONE %(zone)s)
        FROM month WHERE month.start IS NOT NULL
    )
    SELECT month.start::date, found.articles, found.changed
    FROM month CROSS JOIN LATERAL (
        SELECT
            count(*) FILTER (WHERE state = 'published') AS articles,
            greatest(max(changed_at), max(published_at)) AS changed
        FROM articles_article
        WHERE published_at >= month.start AT TIME ZONE %(zone)s
        AND published_at < (month.start + interval '1 month') AT TIME ZONE %(zone)s
    ) AS found
    WHERE month.start IS NOT NULL
    ORDER BY month.start DESC
"""


@dataclass(frozen=True, slots=True)
class Month:
    """start: its first day. articles: how many are published; never none.

    changed: when the last of them went out, was changed or was withdrawn.
    """

    start: datetime.date
    articles: int
    changed: datetime.datetime

    @property
    def parts(self) -> range:
        """Numbers of the files that it takes."""
        return range(1, -(-self.articles // LIMIT) + 1)


def all_months() -> list[Month]:
    """The newest first, in one query that reads no article."""
    with connection.cursor() as cursor:
        cursor.execute(MONTHS, {"zone": timezone.get_current_timezone_name()})
        return [Month(*row) for row in cursor.fetchall()]


def month_of(start: datetime.date) -> Month | None:
    """The month that begins on that day, if something of it is published."""
    articles = Article.objects.first_out_between(start, next_month(start))
    public = Q(state=Article.State.PUBLISHED)
    found = articles.order_by().aggregate(
        articles=Count("published_at", filter=public),
        changed=Greatest(Max("changed_at"), Max("published_at")),
    )
    return Month(start, **found) if found["articles"] else None


def next_month(start: datetime.date) -> datetime.date:
    """Its first day. Raises OverflowError at the calendar's end."""
    return (start + datetime.timedelta(days=31)).replace(day=1)
