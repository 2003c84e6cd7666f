"""The signs with which plain text marks the entries of a list."""

import re
from dataclasses import dataclass

BULLET = re.compile(r"[-*•–·●◦▪■‣⁃∙]\s+(?=\S)|[•●◦▪■‣]\s*(?=\w)|o(?:\t|\s{2,})\s*(?=\S)")
NUMBER = re.compile(r"(\d{1,4})[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Sign:
    """length: of the sign with the space after it. number: None for a bullet."""

    mark: str
    length: int
    number: int | None = None


def sign_of(text: str) -> Sign | None:
    if found := BULLET.match(text):
        return Sign(found[0][0], found.end())
    if found := NUMBER.match(text):
        return Sign(found[0].strip(), found.end(), int(found[1]))
    return None
