"""What the site knows about the words of a query: one question to the database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from .query import Query, Topic

SHORTEST = 4
"""Letters of a word whose spelling is doubted."""


@dataclass(slots=True)
class Known:
    """topics: by the key they are named by. stems: of each word, "" where it is too common to be
    looked for. unknown: words that nothing published has, each with what may have been meant, or
    "". chosen: of the desks, topics and authors asked for, (number, name) by kind and slug."""

    topics: dict[str, Topic] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    chosen: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)


SQL = """
SELECT 'named', met.key, topic.id, topic.name,
    ARRAY(SELECT name::text FROM articles_topicalias WHERE topic_id = topic.id ORDER BY name)
FROM (
    SELECT key, id AS topic_id FROM articles_topic WHERE key = ANY(%(keys)s)
    UNION ALL
    SELECT key, topic_id FROM articles_topicalias WHERE key = ANY(%(keys)s)
) AS met
JOIN articles_topic topic ON topic.id = met.topic_id
UNION ALL
SELECT 'desk', slug, id, name, '{}' FROM articles_desk WHERE slug = ANY(%(desk)s)
UNION ALL
SELECT 'topic', slug, id, name, '{}' FROM articles_topic WHERE slug = ANY(%(topic)s)
UNION ALL
SELECT 'author', slug, id, name, '{}' FROM articles_author WHERE slug = ANY(%(author)s)
UNION ALL
SELECT 'word', word, is_known::int, stem, CASE WHEN is_known THEN '{}' ELSE ARRAY(
    SELECT near.word::text FROM articles_searchword near WHERE near.word %% stemmed.word
    ORDER BY similarity(near.word, stemmed.word) DESC, near.weight DESC LIMIT 12
) END
FROM (
    SELECT word, stem, stem = '' OR length(word) < %(shortest)s OR word ~ '[0-9]'
        OR EXISTS (SELECT FROM articles_searchword WHERE lexeme = stem) AS is_known
    FROM (
        SELECT word, coalesce((ts_lexize('english_stem', word))[1], '') AS stem
        FROM unnest(%(words)s::text[]) AS word
    ) AS cut
    OFFSET 0
) AS stemmed
"""


def look_up(query: Query, slugs: Mapping[str, Iterable[str]]) -> Known:
    """slugs: of desks, topics and authors, by kind."""
    keys = query.keys()
    values: dict[str, Any] = {
        "keys": list(keys),
        "words": query.words,
        "shortest": SHORTEST,
        **{kind: list(slugs.get(kind, ())) for kind in ("desk", "topic", "author")},
    }
    known = Known()
    with connection.cursor() as cursor:
        cursor.execute(SQL, values)
        for kind, key, number, name, others in cursor.fetchall():
            if kind == "named":
                known.topics[key] = Topic(number, name, keys[key], (name, *others))
            elif kind == "word":
                learn(known, key, bool(number), name, others)
            else:
                known.chosen[kind, key] = (number, name)
    return known


def learn(known: Known, word: str, is_known: bool, stem: str, near: list[str]) -> None:
    known.stems[word] = stem
    if not is_known:
        known.unknown[word] = nearest(word, near)


def nearest(word: str, near: list[str]) -> str:
    """The word that is fewest slips away, or "" where none is near enough."""
    most = 1 if len(word) < 6 else 2
    slips = {other: distance(word, other) for other in near}
    best = min(slips, key=lambda other: slips[other], default="")
    return best if best and slips[best] <= most else ""


def distance(one: str, other: str) -> int:
    """Letters left out, added, changed, or two of them swapped."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
