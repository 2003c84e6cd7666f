"""Which articles answer a query, in which order, and how many there are of each kind.

One statement, and a bound on all it does: a word that stands in every third text must not cost
more than a rare one. So a common query (by a sample of the newest texts) walks the newest texts,
and any other asks the index of words; of either, the newest MOST are ranked and counted. Older
ones that have the words in their headline, standfirst or topics come on top.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from .names import filed_as, lexeme_of
from .query import Compiled

MOST = 300
"""Articles that are ranked and counted."""
PHRASED = 700
"""Of these, the newest with the words of a phrase, those are kept where they stand in a row."""
SAMPLE, COMMON = 120, 18
"""A query that so many of the newest texts answer is a common one."""
WALK = 1_500
"""The newest texts that a common query walks, at most: each has to be looked at."""
HEADS, HEADS_ENOUGH = 100, 30
"""Older articles that have the words in their head; none where so many of the newest have."""
CLOSE = 30
"""Articles whose text is weighed word by word; the rest keep the order of their heads."""
PAGE = 20
LAST_PAGE = (MOST + HEADS) // PAGE
FACET = 8
"""Values of a facet, at most."""
COLUMNS = "article_id, published_at, desk_id, kind, year, topics, authors, head, doc"
NEWEST_FIRST = "ORDER BY published_at DESC, article_id DESC"


@dataclass(frozen=True, slots=True)
class Filters:
    """desks, kinds, years: one of them; topics, authors: all of them; since, until: when it came
    out, which an index answers and years alone do not."""

    desks: Sequence[int] = ()
    kinds: Sequence[str] = ()
    topics: Sequence[int] = ()
    authors: Sequence[int] = ()
    years: Sequence[int] = ()
    since: datetime | None = None
    until: datetime | None = None

    @property
    def sql(self) -> str:
        conditions = {
            "desk_id = ANY(%(desks)s)": self.desks,
            "kind = ANY(%(kinds)s)": self.kinds,
            "topics @> %(topics)s::bigint[]": self.topics,
            "authors @> %(authors)s::bigint[]": self.authors,
            "year = ANY(%(years)s)": len(self.years) > 1,
            "published_at >= %(since)s": self.since,
            "published_at < %(until)s": self.until,
        }
        return " AND ".join(["true", *(sql for sql, value in conditions.items() if value)])

    @property
    def words(self) -> str:
        """The same for the index of words, as the end of a query; a span of time has none."""
        one_of = [("desk", self.desks), ("kind", self.kinds), ("year", self.years)]
        groups = [" | ".join(filed_as(name, key) for key in keys) for name, keys in one_of if keys]
        groups += [filed_as("author", key) for key in self.authors]
        return "".join(f" & ({group})" for group in groups) + self.topic_words

    @property
    def topic_words(self) -> str:
        """These stand in heads too."""
        return "".join(f" & {lexeme_of(key)}" for key in self.topics)

    @property
    def are_narrow(self) -> bool:
        """The newest that they let through may stand far apart."""
        return bool(self.topics or self.authors)

    @property
    def values(self) -> dict[str, Any]:
        return {
            "desks": list(self.desks),
            "kinds": list(self.kinds),
            "topics": list(self.topics),
            "authors": list(self.authors),
            "years": list(self.years),
            "since": self.since,
            "until": self.until,
        }


@dataclass(frozen=True, slots=True)
class Count:
    """So many of the results have this value. key: its slug, kind or year."""

    key: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Found:
    """ids: of the articles on the page asked for, in order. has_more: than total says.
    is_relaxed: no article has all of the words; these have some."""

    ids: list[int] = field(default_factory=list)
    total: int = 0
    has_more: bool = False
    is_relaxed: bool = False
    facets: dict[str, list[Count]] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        return -(-self.total // PAGE)


def find(
    query: Compiled,
    filters: Filters | None = None,
    *,
    newest: bool = False,
    page: int = 1,
) -> Found:
    filters = filters or Filters()
    values = {
        **asdict(query),
        "strict_met": f"({query.loose}){filters.words}",
        "head_met": f"({query.wanted}){filters.topic_words}",
        "relaxed_met": f"({query.any}){filters.words}",
        "offset": (page - 1) * PAGE,
        **filters.values,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement(query, filters, newest=newest), values)
        ids, total, has_more, is_relaxed, counts = cursor.fetchone()
    return Found(ids, total, has_more, is_relaxed, facets_of(counts))


def facets_of(counts: Any) -> dict[str, list[Count]]:
    facets: dict[str, list[Count]] = {}
    for facet, key, name, number in json.loads(counts) if isinstance(counts, str) else counts:
        facets.setdefault(facet, []).append(Count(str(key), str(name), number))
    return facets


# The statement

STRICT, LOOSE, WANTED, ANY, WORDS = (
    f"to_tsquery('english', %({name})s)" for name in ("strict", "loose", "wanted", "any", "words")
)


def statement(query: Compiled, filters: Filters, *, newest: bool) -> str:
    allowed = filters.sql
    phrase = f"WHERE doc @@ {STRICT} LIMIT {MOST}" if query.has_phrase else ""
    most = PHRASED if query.has_phrase else MOST
    clean = f"WHERE doc @@ {STRICT}" if query.has_phrase or query.excludes else ""
    order = (
        "published_at DESC, article_id DESC"
        if newest
        else "is_close DESC, score DESC, published_at DESC, article_id DESC"
    )
    return f"""
WITH
{matching("strict", LOOSE, allowed, filters.are_narrow, "true", most)},
exact AS MATERIALIZED (SELECT * FROM strict_all {phrase}),
headed AS MATERIALIZED (
    SELECT count(*) < {HEADS_ENOUGH} AND (SELECT count(*) FROM strict_all) >= {most} AS few
    FROM exact WHERE head @@ {WANTED}
),
heads AS MATERIALIZED (
    SELECT * FROM (
        SELECT {COLUMNS} FROM (
            SELECT {COLUMNS} FROM articles_searchentry
            WHERE (SELECT few FROM headed) AND head @@ to_tsquery('english', %(head_met)s)
            OFFSET 0
        ) AS at_all WHERE {allowed} {NEWEST_FIRST} LIMIT {HEADS}
    ) AS newest {clean}
),
answers AS MATERIALIZED (
    SELECT * FROM exact
    UNION ALL
    SELECT * FROM heads WHERE article_id NOT IN (SELECT article_id FROM exact)
),
{matching("relaxed", ANY, allowed, filters.are_narrow, "NOT EXISTS (SELECT FROM answers)", MOST)},
results AS MATERIALIZED (SELECT * FROM answers UNION ALL SELECT * FROM relaxed_all),
{SCORED_BY_DATE if newest else SCORED},
{FACETS}
SELECT
    ARRAY(SELECT article_id FROM scored ORDER BY {order} LIMIT {PAGE} OFFSET %(offset)s),
    (SELECT count(*) FROM results),
    (SELECT count(*) FROM strict_all) >= {most}
        OR (SELECT count(*) FROM relaxed_all) >= {MOST}
        OR ((SELECT yes FROM strict_common) OR (SELECT yes FROM relaxed_common))
        AND EXISTS (SELECT FROM articles_searchentry WHERE {allowed} OFFSET {WALK}),
    EXISTS (SELECT FROM relaxed_all),
    (SELECT coalesce(json_agg(json_build_array(facet, key, name, number)
        ORDER BY facet, number DESC, name), '[]') FROM counts)
"""  # noqa: S608 (made of constants alone; what was typed are parameters)


def matching(name: str, query: str, allowed: str, narrow: bool, when: str, most: int) -> str:
    """Common table expressions that end in {name}_all: the newest articles that match."""
    sample = 0 if narrow else SAMPLE
    return f"""
{name}_common AS MATERIALIZED (
    SELECT count(*) >= {COMMON} AS yes FROM (
        SELECT doc FROM articles_searchentry WHERE {allowed} AND {when}
        {NEWEST_FIRST} LIMIT {sample}
    ) AS newest WHERE doc @@ {query}
),
{name}_walked AS MATERIALIZED (
    SELECT {COLUMNS} FROM (
        SELECT {COLUMNS} FROM articles_searchentry WHERE {allowed} {NEWEST_FIRST} LIMIT {WALK}
    ) AS newest
    WHERE (SELECT yes FROM {name}_common) AND doc @@ {query} LIMIT {most}
),
{name}_met AS MATERIALIZED (
    SELECT {COLUMNS} FROM (
        SELECT {COLUMNS} FROM articles_searchentry
        WHERE NOT (SELECT yes FROM {name}_common) AND {when}
            AND doc @@ to_tsquery('english', %({name}_met)s)
        OFFSET 0
    ) AS at_all WHERE {allowed} {NEWEST_FIRST} LIMIT {most}
),
{name}_all AS MATERIALIZED (SELECT * FROM {name}_walked UNION ALL SELECT * FROM {name}_met)
"""  # noqa: S608


SCORED_BY_DATE = "scored AS (SELECT article_id, published_at FROM results)"
# Heads first, for they cost little; then the texts of those that stand highest.
SCORED = f"""
rough AS MATERIALIZED (
    SELECT article_id, published_at, doc,
        0.4 + 0.6 * exp(-extract(epoch FROM now() - published_at) / 86400.0 / 540.0) AS recent,
        ts_rank('{{0.05, 0.5, 0.4, 1}}', head, {WORDS}, 1) AS of_head
    FROM results
),
placed AS (
    SELECT *, row_number() OVER (ORDER BY (of_head + 0.02) * recent DESC) <= {CLOSE} AS is_close
    FROM rough
),
scored AS MATERIALIZED (
    SELECT article_id, published_at, is_close, recent * (0.5 * of_head + CASE
        WHEN NOT is_close THEN 0
        WHEN EXISTS (SELECT FROM answers) THEN
            ts_rank_cd('{{0.1, 0.4, 0.5, 1}}', doc, {STRICT}, 1)
        ELSE ts_rank('{{0.1, 0.4, 0.5, 1}}', doc, {WORDS}, 1)
    END) AS score
    FROM placed
)
"""  # noqa: S608


def named(facet: str, table: str) -> str:
    return f"""
    SELECT '{facet}', of.slug::text, of.name::text, number FROM (
        SELECT pk, count(*) AS number FROM (SELECT unnest({facet}s) AS pk FROM results) AS each
        GROUP BY pk ORDER BY number DESC LIMIT {FACET}
    ) AS counted JOIN {table} of ON of.id = pk
"""  # noqa: S608


FACETS = f"""
counts (facet, key, name, number) AS (
    SELECT 'desk', of.slug::text, of.name::text, number FROM (
        SELECT desk_id, count(*) AS number FROM results GROUP BY desk_id
    ) AS counted JOIN articles_desk of ON of.id = desk_id
    UNION ALL SELECT 'kind', kind, kind, count(*) FROM results GROUP BY kind
    UNION ALL SELECT 'year', year::text, year::text, count(*) FROM results GROUP BY year
    UNION ALL {named("topic", "articles_topic")}
    UNION ALL {named("author", "articles_author")}
)
"""  # noqa: S608
