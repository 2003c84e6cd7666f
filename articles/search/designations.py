"""S-400, S400 and S 400 are one word: the names of weapons, however they are written."""

import re
from dataclasses import dataclass, field


def each(words: str) -> frozenset[str]:
    return frozenset(words.split())


SPACED = each(
    "f s t b c e p m su mig tu il jas cv kc ac ah uh ch mh mq rq sa sm ssn aim agm gbu mk type "
    "ddg ffg cvn btr bmp"
)
"""What may stand apart from its number: "S 400", "Type 26". "An 18" is no aeroplane here."""
PLAIN_WORDS = each("mid pre post non sub top under over age per since until about")
"""With a hyphen before a number they are words: "mid-40s", "under-21"."""
YEAR = re.compile(r"(?:19|20)\d\d")
HYPHENED = re.compile(
    # letters, hyphen, number, and a suffix that hangs on it or comes in capitals
    r"(?<![\w-])([A-Za-z]{1,5})-(\d{1,4})([A-Za-z]{1,4}\d{0,2}|-[A-Z]{1,4}\d{0,2})?(?!\w)"
)
WHOLE = re.compile(r"([a-z]{1,5}\d{1,4})([a-z]{1,4}\d{0,2})")
NUMBER = re.compile(r"\d{1,4}(?:[a-z]{1,4}\d{0,2})?")
QUANTITY = re.compile(r"\d+(?:p\d+)?")
UNITS = each("mm cm km nm kg kt mhz ghz khz kw mw kn bn mn")
NAMED = {"billion": "bn", "million": "mn", "bln": "bn", "mln": "mn"}


@dataclass(slots=True)
class Joined:
    """words: in reading order; bases: of those with a suffix the name without it (f35 of f35a)."""

    words: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)


def without_hyphens(text: str) -> str:
    """F-35A as F35A, while capitals and hyphens can still be seen."""
    return HYPHENED.sub(as_one, text) if "-" in text else text


def as_one(found: re.Match[str]) -> str:
    letters, number, suffix = found[1], found[2], (found[3] or "").lstrip("-")
    if letters.lower() in PLAIN_WORDS or (YEAR.fullmatch(number) and not suffix):
        return f"{letters} {number}{suffix}"
    return letters + number + suffix


def joined(words: list[str]) -> Joined:
    """Letters and number, number and unit in one word: words in small letters, accents gone."""
    result = Joined(list(words))
    gone: set[int] = set()
    # Nearly all words have letters alone, and are passed over without being looked at.
    for at in [at for at, word in enumerate(words) if not word.isalpha()]:
        word = words[at]
        if is_named_by(word, words[at - 1] if at else ""):
            gone.add(at - 1)
            word = words[at - 1] + word
        elif unit := unit_of(word, words[at + 1] if at + 1 < len(words) else ""):
            gone.add(at + 1)
            word += unit
        result.words[at], base = singular(word)
        if base:
            result.bases.append(base)
    if gone:
        result.words = [word for at, word in enumerate(result.words) if at not in gone]
    return result


def is_named_by(number: str, letters: str) -> bool:
    """Whether they are a designation whose parts stand apart."""
    return letters in SPACED and bool(NUMBER.fullmatch(number)) and not YEAR.fullmatch(number)


def unit_of(number: str, after: str) -> str:
    unit = NAMED.get(after, after)
    return unit if unit in UNITS and QUANTITY.fullmatch(number) else ""


def singular(word: str) -> tuple[str, str]:
    """F35s as f35; and the base: f35 of f35a, 155 of 155mm."""
    if found := WHOLE.fullmatch(word):
        return (found[1], "") if found[2] == "s" else (word, found[1])
    number = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = NAMED.get(word[len(number) :], word[len(number) :])
    return (word, number) if unit in UNITS and QUANTITY.fullmatch(number) else (word, "")
