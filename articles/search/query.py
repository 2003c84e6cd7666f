"""What somebody asks for: words, "phrases", -exclusions, OR; and the same for Postgres.

    s-400 "standoff range" -turkey      both, and without the third
    gripen OR f-35                      one of the two; OR binds closer than the space

A query is read once, and compiled once the site has said which topics its words name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from .folding import key_of
from .names import lexeme_of
from .normalise import Words, normalised
from .spelling import british

LONGEST = 200
"""Signs of a query that are read."""
MOST_TERMS = 12
LONGEST_NAME = 5
"""Words of a topic's name, at most."""
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that a query names. called: the name it was met by; names: all of them."""

    pk: int
    name: str
    called: str
    names: tuple[str, ...] = ()

    @property
    def has_other_name(self) -> bool:
        """Whether it was met by another name than its own."""
        return key_of(self.called) != key_of(self.name)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: a word, a phrase, or the name of a topic."""

    text: str
    quoted: bool = False
    excluded: bool = False
    topic: Topic | None = None

    @property
    def words(self) -> Words:
        # Nobody asks for the pronoun.
        text = re.sub(r"(?i)(?<![\w-])us(?![\w-])", "US", self.text)
        return normalised(text)

    @property
    def is_phrase(self) -> bool:
        return self.quoted and len(self.words.words) > 1


Group = tuple[Term, ...]
"""Terms of which one is enough."""


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    groups: tuple[Group, ...] = ()
    excluded: tuple[Term, ...] = ()
    is_cut: bool = False

    @property
    def terms(self) -> list[Term]:
        return [term for group in self.groups for term in group]

    @property
    def topics(self) -> list[Topic]:
        return [term.topic for term in self.terms if term.topic]

    @property
    def words(self) -> list[str]:
        """Those of all terms that are asked for, normalised, each once."""
        return list(dict.fromkeys(word for term in self.terms for word in term.words.words))

    @property
    def loose_words(self) -> list[str]:
        """Those that stand in no quotation marks: their spelling may be put right."""
        terms = [term for term in self.terms if not term.quoted and not term.topic]
        return list(dict.fromkeys(word for term in terms for word in term.words.words))

    def keys(self) -> dict[str, str]:
        """What may be the name of a topic, as typed, by its key."""
        found: dict[str, str] = {}
        for run in self.runs():
            for start in range(len(run)):
                for end in range(start + 1, min(start + LONGEST_NAME, len(run)) + 1):
                    name = " ".join(run[start:end])
                    for key in keys_of(name):
                        found.setdefault(key, name)
        return found

    def runs(self) -> Iterator[list[str]]:
        """Words that stand side by side, without quotation marks and OR."""
        for bare, groups in groupby(self.groups, key=is_bare):
            if bare:
                yield [group[0].text for group in groups]
            else:
                yield from ([term.text] for group in groups for term in group if not term.quoted)

    def with_topics(self, topics: Mapping[str, Topic]) -> "Query":
        """The words that name a topic as one term, the longest name at each place."""
        groups: list[Group] = []
        for bare, each in groupby(self.groups, key=is_bare):
            if bare:
                groups += ((term,) for term in named([g[0].text for g in each], topics))
            else:
                groups += (tuple(known(term, topics) for term in group) for group in each)
        return replace(self, groups=tuple(groups))

    def without(self, words: Iterable[str]) -> "Query | None":
        """Without the terms that have one of these words; None where nothing would be left."""
        gone = set(words)
        kept = (
            tuple(term for term in group if term.quoted or not gone.intersection(term.words.words))
            for group in self.groups
        )
        groups = tuple(filter(None, kept))
        return replace(self, groups=groups) if groups else None

    def respelt(self, corrections: Mapping[str, str]) -> "Query":
        """With other words where a correction is known for all of what was typed."""
        return read(TERM.sub(lambda found: corrected(found, corrections), self.text))


def is_bare(group: Group) -> bool:
    return len(group) == 1 and not group[0].quoted


def named(words: list[str], topics: Mapping[str, Topic]) -> Iterator[Term]:
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            text = " ".join(words[at : at + length])
            if length == 1 or topic_called(text, topics):
                yield known(Term(text), topics)
                at += length
                break


def known(term: Term, topics: Mapping[str, Topic]) -> Term:
    return term if term.quoted else replace(term, topic=topic_called(term.text, topics))


def topic_called(name: str, topics: Mapping[str, Topic]) -> Topic | None:
    return next((topics[key] for key in keys_of(name) if key in topics), None)


@lru_cache(maxsize=1_000)
def keys_of(name: str) -> tuple[str, ...]:
    """Keys that the name may be known by: as typed, in British spelling, and of one or of many."""
    typed = key_of(name)
    if not typed:
        return ()
    forms = (typed, key_of(" ".join(british(word) for word in name.lower().split())))
    number = (form[:-1] if form.endswith("s") else f"{form}s" for form in forms)
    return tuple(dict.fromkeys(filter(None, [*forms, *number])))


def corrected(found: re.Match[str], corrections: Mapping[str, str]) -> str:
    if not found["word"]:
        return found[0]
    words = Term(found["word"]).words.words
    if not any(word in corrections for word in words):
        return found[0]
    return (found["minus"] or "") + " ".join(corrections.get(word, word) for word in words)


def read(text: str) -> Query:
    """Any text at all makes a query; one of which nothing can be asked has no groups."""
    plain = " ".join(text.replace("\0", " ").translate(QUOTES)[: LONGEST * 10].split())
    query = Query(plain[:LONGEST], is_cut=len(plain) > LONGEST)
    groups: list[Group] = []
    excluded: list[Term] = []
    joining = False
    for found in list(TERM.finditer(query.text)):
        if found["word"] in ("OR", "|"):
            joining = bool(groups)
            continue
        term = Term(found["phrase"] or found["word"] or "", found["phrase"] is not None)
        if found["word"] == "AND" or not term.words.words:
            continue
        if len(groups) + len(excluded) >= MOST_TERMS:
            return replace(query, groups=tuple(groups), excluded=tuple(excluded), is_cut=True)
        if found["minus"]:
            excluded.append(replace(term, excluded=True))
        elif joining:
            groups[-1] += (term,)
        else:
            groups.append((term,))
        joining = False
    return replace(query, groups=tuple(groups), excluded=tuple(excluded))


# For Postgres


@dataclass(frozen=True, slots=True)
class Compiled:
    """Texts for to_tsquery, of letters, digits and its signs alone.

    strict: what was asked for. loose: the same with the words of phrases in any order, which the
    index answers by itself; equal to strict where there is no phrase. wanted: the loose form
    without what was excluded. any: one word is enough; what was excluded stays out. words: the
    same without what was excluded, to rank by.
    """

    strict: str
    loose: str
    wanted: str
    any: str
    words: str

    @property
    def has_phrase(self) -> bool:
        return self.strict != self.loose

    @property
    def excludes(self) -> bool:
        return self.any != self.words


def compiled(query: Query) -> Compiled:
    strict = [either(said(term) for term in group) for group in query.groups]
    loose = [either(said(term, ordered=False) for term in group) for group in query.groups]
    some = either(dict.fromkeys(part for term in query.terms for part in parts(term)))
    out = [f"!{said(term)}" for term in query.excluded]
    out_loosely = [f"!{said(term)}" for term in query.excluded if not term.is_phrase]
    return Compiled(
        strict=" & ".join(strict + out),
        loose=" & ".join(loose + out_loosely),
        wanted=" & ".join(loose),
        any=" & ".join([some, *out]),
        words=some,
    )


def said(term: Term, *, ordered: bool = True) -> str:
    words = term.words
    if term.is_phrase:
        return f"({(' <-> ' if ordered else ' & ').join(words.words)})"
    literal = either([both(words.words), *words.compounds])
    if term.topic is None:
        return literal
    # A text that has a name of several words has the topic's own word, which costs less.
    topic = lexeme_of(term.topic.pk)
    return either([topic, words.words[0]]) if len(words.words) == 1 else topic


def parts(term: Term) -> Iterator[str]:
    if term.topic:
        yield lexeme_of(term.topic.pk)
    yield from term.words.words
    yield from term.words.extra


def both(parts: Iterable[str]) -> str:
    return bracketed(list(parts), " & ")


def either(parts: Iterable[str]) -> str:
    return bracketed(list(dict.fromkeys(parts)), " | ")


def bracketed(parts: list[str], sign: str) -> str:
    return parts[0] if len(parts) == 1 else f"({sign.join(parts)})"
