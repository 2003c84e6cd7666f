"""The passage to show of a text, with the words that were asked for marked in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from .folding import folded
from .normalise import normalised
from .query import Query, Term, Topic
from .spelling import spellings

LENGTH = 190
"""Signs of a passage, roughly."""
BEFORE = 60
"""So far back it may begin, to begin with a sentence."""
MOST_MATCHES = 200
ENDINGS = (
    "(?:e|y|i)?(?:s|es|ed|d|er|ers|or|ors|ing|ings|al|ally|ion|ions|ation|ations|ment|ments|ly|"
    "ness|able|ance|ive)?"
)
UNITS = {"bn": "(?:bn|billion)", "mn": "(?:mn|million)", "p": r"\."}
SENTENCE_END = re.compile(r"[.!?:”\"’]\s+|\n+")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_marked: bool = False


class Marker:
    """Marks the words of one query. stems: as Postgres cuts them, by word."""

    def __init__(self, query: Query, stems: Mapping[str, str]) -> None:
        self.stems = stems
        self.topics = query.topics
        patterns = [
            f"(?P<t{number}>{pattern})"
            for number, term in enumerate(query.terms)
            if (pattern := self.pattern_of(term))
        ]
        self.pattern = whole_word("|".join(patterns)) if patterns else None

    def marked(self, text: str) -> list[Piece]:
        """The whole text."""
        return list(self.pieces(text, 0, len(text)))

    def passage(self, text: str) -> list[Piece]:
        """The place where most of the words stand together; nothing where none of them does."""
        found = self.matches(text)
        if not found:
            return []
        start, end = around(text, best(found))
        pieces = list(self.pieces(text, start, end))
        opening = [Piece("… ")] if start else []
        return opening + pieces + ([Piece(" …")] if end < len(text) else [])

    def unsaid(self, *texts: str) -> list[Topic]:
        """Topics that were asked for under a name that stands nowhere in these texts."""
        topics = dict.fromkeys(self.topics)
        return [topic for topic in topics if not self.says(topic.called, texts)]

    def says(self, name: str, texts: Iterable[str]) -> bool:
        pattern = self.name_pattern(name)
        return bool(pattern) and any(whole_word(pattern).search(folded(text)) for text in texts)

    def matches(self, text: str) -> list[re.Match[str]]:
        if self.pattern is None:
            return []
        found = self.pattern.finditer(folded(text))
        return [match for match, _ in zip(found, range(MOST_MATCHES), strict=False)]

    def pieces(self, text: str, start: int, end: int) -> Iterator[Piece]:
        at = start
        for match in self.matches(text):
            if match.start() < at or match.end() > end:
                continue
            if match.start() > at:
                yield Piece(plain(text[at : match.start()]))
            yield Piece(plain(text[match.start() : match.end()]), is_marked=True)
            at = match.end()
        if at < end:
            yield Piece(plain(text[at:end]))

    # What a word may look like in a text

    def pattern_of(self, term: Term) -> str:
        if term.topic:
            names = {*term.topic.names, term.text}
            patterns = [self.name_pattern(name) for name in sorted(names, key=len, reverse=True)]
            return "|".join(filter(None, patterns))
        if term.is_phrase:
            return self.name_pattern(term.text)
        words = [self.word_pattern(word) for word in term.words.words if self.stems.get(word)]
        return "|".join([self.name_pattern(term.text), *words] if len(words) > 1 else words)

    def name_pattern(self, name: str) -> str:
        """All of its words in a row, whatever stands between them."""
        return r"\W{0,3}".join(self.word_pattern(word) for word in normalised(name).words)

    def word_pattern(self, word: str) -> str:
        if word == "usa":
            return r"(?-i:U\.?S\.?A?\.?)"
        if any(sign.isdigit() for sign in word):
            return number_pattern(word)
        stem = self.stems.get(word) or word
        forms = [*map(ended, spellings(stem)), re.escape(word)]
        return f"(?:{'|'.join(dict.fromkeys(forms))})"


def ended(stem: str) -> str:
    base = stem[:-1] if len(stem) > 3 and stem[-1] in "eiy" else stem
    return f"{re.escape(base)}{re.escape(base[-1])}?{ENDINGS}"


def number_pattern(word: str) -> str:
    """f35 as F-35, F 35 and F-35A; 155mm as 155 mm; 3p5bn as 3.5 billion."""
    runs = re.findall(r"\d+|[^\d]+", word)
    parts = [
        UNITS.get(run, re.escape(run)) if not run.isdigit() else thousands(run) for run in runs
    ]
    between = [
        "" if "." in part[:2] or "." in last[-2:] else "[- ]?" for last, part in pairwise(parts)
    ]
    joined = parts[0] + "".join(gap + part for gap, part in zip(between, parts[1:], strict=True))
    return joined + ("(?:-?[A-Za-z]{1,4})?" if word[-1].isdigit() and word[0].isalpha() else "s?")


def thousands(digits: str) -> str:
    return ",?".join(re.findall(r"\d{1,3}(?=(?:\d{3})*$)", digits)) if len(digits) > 3 else digits


def whole_word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


# The best place


def best(found: list[re.Match[str]]) -> tuple[int, int]:
    """Where the most different terms stand within a passage, and then the most of them."""

    def worth(start: int) -> tuple[int, int]:
        near = [m for m in found[start : start + 12] if m.end() - found[start].start() <= LENGTH]
        return len({match.lastgroup for match in near}), len(near)

    start = max(range(len(found)), key=lambda number: (worth(number), -number))
    return found[start].start(), found[start].end()


def around(text: str, match: tuple[int, int]) -> tuple[int, int]:
    """A passage that begins with a sentence where one begins near, and ends after a word."""
    start = max(0, match[0] - BEFORE, text.rfind("\n", 0, match[0]) + 1)
    sentences = [end.end() for end in SENTENCE_END.finditer(text, start, match[0])]
    if sentences:
        start = sentences[-1] if match[0] - sentences[-1] > 20 else sentences[0]
    elif start:
        space = text.find(" ", start, match[0])
        start = space + 1 if space != -1 else match[0]
    end = min(len(text), max(start + LENGTH, match[1]))
    if end < len(text):
        space = text.rfind(" ", match[1], end)
        end = space if space != -1 else max(end, match[1])
    return start, end


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
