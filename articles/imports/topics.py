"""Topics of the site that a text names, under whichever of their names."""

import re
from collections import Counter

from ..models import Topic, TopicAlias
from ..models.topic import key_of

WORD = re.compile(r"\w+(?:[-./’'&]\w+)*")
POSSESSIVE = re.compile(r"[’']s$")
LONGEST_NAME = 5
"""Words in a name, at most."""
MOST_TOPICS = 8
SHORT = 4


def named_topics(text: str, most: int = MOST_TOPICS) -> list[tuple[Topic, int]]:
    """Topics by whole words of the text, those named most often first, with how often."""
    names = known_names()
    counts: Counter[int] = Counter()
    for line in text.splitlines():
        counts.update(topics_in(line, names))
    chosen = sorted(counts, key=lambda pk: (-counts[pk], pk))[:most]
    topics = Topic.objects.in_bulk(chosen)
    return [(topics[pk], counts[pk]) for pk in chosen]


Names = dict[str, tuple[int, set[str]]]


def known_names() -> Names:
    """Topic ids by the key of each name and alias, with the ways it is written."""
    names: Names = {}
    rows = [
        *Topic.objects.values_list("key", "pk", "name"),
        *TopicAlias.objects.values_list("key", "topic_id", "name"),
    ]
    for key, pk, name in rows:
        names.setdefault(key, (pk, set()))[1].add(name)
    return names


def topics_in(line: str, names: Names) -> list[int]:
    """At each place the longest name that stands there."""
    words = [POSSESSIVE.sub("", word) for word in WORD.findall(line)]
    found: list[int] = []
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            written = " ".join(words[at : at + length])
            if topic := topic_called(written, names):
                found.append(topic)
                at += length - 1
                break
        at += 1
    return found


def topic_called(written: str, names: Names) -> int | None:
    """A short word without digits counts only as it is written: "US" is not "us"."""
    key = key_of(written)
    if key not in names:
        return None
    pk, forms = names[key]
    exact = len(key) <= SHORT and key.isalpha()
    return pk if not exact or written in forms else None
