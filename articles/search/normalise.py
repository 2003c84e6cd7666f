"""One way of writing everything: the same for what is published and for what is asked.

Made of small Latin, Greek and Cyrillic letters without accents, and digits.
"""

import re
from dataclasses import dataclass

from .designations import joined, without_hyphens
from .folding import composed
from .spelling import british

WORD = re.compile("[a-z0-9α-ωа-џґ]+")
INITIALS = re.compile(r"(?<![\w.])(?:[A-Za-z]\.){2,}(?!\w)")
AMERICA = re.compile(r"(?<![\w-])USA?(?![\w])")
POSSESSIVE = re.compile(r"'s?(?!\w)|(?<!\w)'")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
COMPOUND = re.compile(r"(?<![\w-])([A-Za-z]{1,20})-([A-Za-z]{2,20})(?![\w-])")


@dataclass(frozen=True, slots=True)
class Words:
    """words: in reading order; compounds: those with a hyphen in one piece (counterdrone);
    bases: see designations."""

    words: list[str]
    compounds: list[str]
    bases: list[str]

    @property
    def extra(self) -> list[str]:
        """What is found as well, though it is written in another way."""
        return self.compounds + self.bases


def normalised(text: str) -> Words:
    plain = composed(text)
    plain = INITIALS.sub(lambda found: found[0].replace(".", "").upper(), plain)
    plain = AMERICA.sub("usa", plain)
    plain = POSSESSIVE.sub(" ", plain).replace("'", "")
    plain = DECIMAL.sub("p", THOUSANDS.sub("", plain))
    plain = without_hyphens(plain)
    compounds = [(a + b).lower() for a, b in COMPOUND.findall(plain)]
    found = joined([british(word) for word in WORD.findall(plain.lower())])
    return Words(found.words, compounds, found.bases)
