"""Topics that a text mentions, under whichever of their names.

Each of them is one word of the index, so that a query under any name asks for one word, and not
for many phrases.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from .folding import composed
from .normalise import normalised

SHORT = 4
MOST = 12
"""So many mentions of a topic count in one part of a text; more say nothing more."""


def lexeme_of(topic_id: int) -> str:
    """The word of the index that stands for a topic."""
    return filed_as("topic", topic_id)


def filed_as(facet: str, key: object) -> str:
    """The word that stands for a desk, kind, year or author: the index of words then knows by
    itself what a narrowed search may find."""
    return f"x{facet}{key}"


@dataclass(frozen=True, slots=True)
class Name:
    """as_written: where the letters must be exactly these ("TAS" is not "tas"), else ""."""

    words: tuple[str, ...]
    topic: int
    as_written: str


class Names:
    """All names of all topics, to be looked for in one go."""

    def __init__(self, rows: Iterable[tuple[str, int]]) -> None:
        """rows: a name and the number of its topic."""
        self.by_first: dict[str, list[Name]] = {}
        for text, topic in rows:
            if words := tuple(one(word) for word in normalised(text).words):
                name = Name(words, topic, exact_form(text, words))
                self.by_first.setdefault(words[0], []).append(name)
        for names in self.by_first.values():
            names.sort(key=lambda name: -len(name.words))
        self.firsts = {form for word in self.by_first for form in (word, word + "s")}
        self.firsts = {form for form in self.firsts if one(form) in self.by_first}

    def lexemes_in(self, text: str, words: list[str]) -> list[str]:
        """For each mention, the word of the index that stands for its topic."""
        return [lexeme_of(topic) for topic in self.mentions(text, words)]

    def mentions(self, text: str, words: list[str]) -> list[int]:
        """At each place the longest name. words: of that text, normalised."""
        found: list[int] = []
        written: dict[str, bool] = {}
        free = 0
        for at in [at for at, word in enumerate(words) if word in self.firsts]:
            if at < free:
                continue
            name = self.longest_at(words, at, text, written)
            if name and found.count(name.topic) < MOST:
                found.append(name.topic)
            free = at + len(name.words) if name else at + 1
        return found

    def longest_at(
        self, words: list[str], at: int, text: str, written: dict[str, bool]
    ) -> Name | None:
        for name in self.by_first[one(words[at])]:
            if tuple(one(word) for word in words[at : at + len(name.words)]) != name.words:
                continue
            if not name.as_written:
                return name
            if name.as_written not in written:
                written[name.as_written] = stands_in(name.as_written, text)
            if written[name.as_written]:
                return name
        return None


def known_names() -> Names:
    """Of all topics of the site."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, id FROM articles_topic"
            " UNION ALL SELECT name, topic_id FROM articles_topicalias"
        )
        return Names(cursor.fetchall())


def one(word: str) -> str:
    """Without the plural's s, as far as names need it."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def exact_form(name: str, words: tuple[str, ...]) -> str:
    short = len(name) <= SHORT and name.isalpha() and words == (composed(name).lower(),)
    return composed(name) if short else ""


def stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", composed(text)) is not None
