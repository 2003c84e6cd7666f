"""What Postgres is given of an article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from .names import Names, filed_as, lexeme_of
from .normalise import normalised

SHORTEST_WORD, LONGEST_WORD = 4, 40
LONGEST_TEXT = 400_000
"""Signs of a text that are indexed: far more than an article has, and less than Postgres takes."""


@dataclass(frozen=True, slots=True)
class Source:
    """A published article in plain words. topics, authors: names by number."""

    pk: int
    published_at: datetime
    year: int
    desk: int | None
    kind: str
    headline: str
    standfirst: str
    topics: dict[int, str]
    authors: dict[int, str]
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """The four parts of the index, in normalised words, and where the article is filed."""

    source: Source
    headline: str
    standfirst: str
    filing: str
    text: str
    places: str

    @classmethod
    def of(cls, source: Source, names: Names) -> "Document":
        filed = [lexeme_of(pk) for pk in source.topics]
        about = " , ".join([*source.topics.values(), *source.authors.values()])
        return cls(
            source,
            indexed(source.headline, names),
            indexed(source.standfirst, names),
            " ".join([*normalised(about).words, *filed]),
            indexed(source.text[:LONGEST_TEXT], names),
            " ".join(places(source)),
        )

    def row(self) -> tuple[object, ...]:
        source = self.source
        return (
            source.pk,
            source.published_at,
            source.year,
            source.desk,
            source.kind,
            numbers(source.topics),
            numbers(source.authors),
            source.text,
            self.headline,
            self.standfirst,
            self.filing,
            f"{self.text} {self.places}",
        )

    def vocabulary(self) -> Iterator[tuple[str, int]]:
        """Words that a search may have misspelt, and their weight."""
        for word in worth_knowing(self.text):
            yield word, 1
        for word in worth_knowing(" ".join([self.headline, self.standfirst, self.filing])):
            yield word, 2


def places(source: Source) -> Iterator[str]:
    """Desk, kind, year and authors as words; the topics stand in the filing."""
    yield filed_as("desk", source.desk)
    yield filed_as("kind", source.kind)
    yield filed_as("year", source.year)
    for author in source.authors:
        yield filed_as("author", author)


def indexed(text: str, names: Names) -> str:
    words = normalised(text)
    topics = names.lexemes_in(text, words.words)
    return " ".join([*words.words, *dict.fromkeys(words.extra), *topics])


def worth_knowing(words: str) -> Iterator[str]:
    for word in set(words.split()):
        if SHORTEST_WORD <= len(word) <= LONGEST_WORD and word.isalpha():
            yield word


def numbers(keys: Iterable[int]) -> str:
    return f"{{{','.join(str(key) for key in keys)}}}"


WRITE = """
INSERT INTO articles_searchentry
    (article_id, published_at, year, desk_id, kind, topics, authors, text, head, doc)
SELECT pk, published_at, year, desk, kind, topics::bigint[], authors::bigint[], text,
    head, head || setweight(to_tsvector('english', body), 'D')
FROM (
    SELECT *,
        setweight(to_tsvector('english', headline), 'A')
        || setweight(to_tsvector('english', standfirst), 'B')
        || setweight(to_tsvector('english', filing), 'C') AS head
    FROM unnest(
        %s::bigint[], %s::timestamptz[], %s::int[], %s::bigint[], %s::text[], %s::text[],
        %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[]
    ) AS given (pk, published_at, year, desk, kind, topics, authors, text,
        headline, standfirst, filing, body)
    OFFSET 0
) AS made
ON CONFLICT (article_id) DO UPDATE SET
    published_at = excluded.published_at, year = excluded.year, desk_id = excluded.desk_id,
    kind = excluded.kind, topics = excluded.topics, authors = excluded.authors,
    text = excluded.text, head = excluded.head, doc = excluded.doc
"""
LEARN = """
INSERT INTO articles_searchword (word, lexeme, weight)
SELECT word, stems[1], weight FROM (
    SELECT word, weight, ts_lexize('english_stem', word) AS stems
    FROM unnest(%s::text[], %s::smallint[]) AS given (word, weight)
    OFFSET 0
) AS stemmed
WHERE stems <> '{}'
ORDER BY word
ON CONFLICT (word) DO UPDATE SET weight = excluded.weight
WHERE articles_searchword.weight < excluded.weight
"""
FORGET = """
WITH theirs AS (
    SELECT DISTINCT (unnest(doc)).lexeme FROM articles_searchentry WHERE article_id = ANY(%(ids)s)
)
DELETE FROM articles_searchword USING theirs WHERE articles_searchword.lexeme = theirs.lexeme
AND NOT EXISTS (
    SELECT FROM articles_searchentry
    WHERE doc @@ ('''' || theirs.lexeme || '''')::tsquery AND article_id <> ALL(%(ids)s)
)
"""


def write(documents: Iterable[Document], known: set[str] | None = None) -> None:
    """Their rows, new or in place of the old ones.

    known: words with weight 2 that a long run has written already; it grows.
    """
    made = list(documents)
    if not made:
        return
    words = {word: weight for each in made for word, weight in sorted(each.vocabulary())}
    if known is not None:
        words = {word: weight for word, weight in words.items() if f"{word} {weight}" not in known}
        known.update(f"{word} {weight}" for word, weight in words.items())
    columns = [list(column) for column in zip(*(each.row() for each in made), strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, columns)
    keep(words)


def forget(ids: Iterable[int]) -> None:
    """The words that only these entries have, which are about to go: no spelling is mended to the
    name that an article was withdrawn for."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET, {"ids": list(ids)})


def learn(words: Iterable[str]) -> None:
    """Words of a name: a search may have misspelt them."""
    keep(dict.fromkeys(worth_knowing(" ".join(words)), 2))


def keep(words: dict[str, int]) -> None:
    """By their weight."""
    if words:
        with connection.cursor() as cursor:
            cursor.execute(LEARN, [list(words), list(words.values())])
