"""Who speaks, as the sentence that introduces a quotation says it."""

import re
from collections.abc import Sequence

from ..words import word_set

TITLES = word_set(
    "ambassador president premier minister secretary undersecretary general colonel major admiral "
    "captain lieutenant commander commodore brigadier marshal sergeant chancellor senator "
    "congressman congresswoman representative director chief chairman chairwoman chair head "
    "spokesman spokeswoman spokesperson professor analyst envoy governor mayor king queen prince "
    "princess adviser advisor official officer expert researcher fellow pilot deputy editor "
    "correspondent commissioner inspector engineer manager executive leader "
    "dr dr. prof prof. gen gen. lt lt. col col. maj maj. capt capt. adm adm. brig brig. cmdr cmdr. "
    "sgt sgt. sen sen. rep rep. gov gov. amb amb. mr mr. mrs mrs. ms ms. sir dame lord lady"
)
PARTICLES = word_set("of for the and de van von der den bin ibn al el la le du di da dos")
NEVER_FIRST = word_set(
    "he she they it we i you this that these those but and yet still so or as in on at by for from "
    "to with while when where after before since then now here there one another later earlier "
    "yesterday today tonight meanwhile however instead asked speaking writing addressing monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december"
)
VERBS = (
    r"said|says|told|tells|warned|warns|argued|argues|added|adds|stated|states|wrote|writes|"
    r"declared|declares|insisted|insists|noted|notes|remarked|responded|replied|explained|"
    r"explains|stressed|stresses|emphasi[sz]ed|cautioned|commented|announced|concluded|observed|"
    r"acknowledged|admitted|confirmed|claimed|vowed|promised|recalled|described|tweeted|posted|"
    r"asked|reiterated|underlined|pledged|"
    r"(?:put|puts|made|makes|framed|summed|spelt|spelled|laid) (?:it|the|this|his|her|its|up|out)|"
    r"was (?:blunt|clear|explicit|unequivocal|direct|categorical|adamant|emphatic)"
)
ADVERB = r"(?:(?:also|then|later|has|have|had|recently|again|himself|herself|once|\w+ly)\s+){0,3}"
SPEAKS = re.compile(rf"\s+{ADVERB}(?:{VERBS})\b", re.IGNORECASE)
BY_PREPOSITION = re.compile(
    r"\b(?:according to|in the words of|quoting|by)\s+(?P<who>[^:]+)$",
    re.IGNORECASE,
)
AS_PUT = re.compile(
    r"\bas\s+(?P<who>.+?)\s+(?:put|puts|said|says|told|wrote|explained)\b", re.IGNORECASE
)
INVERTED = re.compile(r"\b(?:said|says|wrote|warned|added|explained|argued)\s+(?P<who>[^:]+)$")
SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“‘\"'(]?[A-ZÀ-ÖØ-ÞĞİŞ])")
ABBREVIATION = re.compile(
    r"(?:\b[A-Z]\.|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Brig|Cmdr|Sen|Rep|Gov|St|Amb|No|"
    r"Jr|Sr|vs))\.?$"
)
TOKEN = re.compile(r"[^\s,;:()—–]+|[,;:()—–]")

Person = tuple[str, str]
NOBODY: Person = ("", "")


def speaker_in(text: str) -> Person:
    """Speaker and role that the last sentence introduces; ("", "") when it introduces nobody."""
    sentence = last_sentence(text)
    introduces = sentence.endswith((":", ",", "—", "–"))
    sentence = sentence.rstrip(" :,—–")
    for rule in (before_verb, after_preposition, as_somebody_put_it):
        if (found := rule(sentence, introduces)) != NOBODY:
            return found
    return titled_name(sentence) if introduces else NOBODY


def last_sentence(text: str) -> str:
    parts = SENTENCE_END.split(text.strip())
    sentence = parts.pop()
    while parts and ABBREVIATION.search(parts[-1].rstrip("”’\"')]")):
        sentence = f"{parts.pop()} {sentence}"
    return sentence


def before_verb(sentence: str, introduces: bool) -> Person:
    """“U.S. Ambassador Tom Barrack made it explicit”, “Jane Doe, head of X, said”."""
    for found in SPEAKS.finditer(sentence):
        if (person := person_before(sentence[: found.start()])) != NOBODY:
            return person
    return NOBODY


def after_preposition(sentence: str, introduces: bool) -> Person:
    """“…, according to General X”, “…, said General X”: only when it leads up to the quotation."""
    for pattern in (BY_PREPOSITION, INVERTED):
        if introduces and (found := pattern.search(sentence)):
            return person_at_start(found["who"])
    return NOBODY


def as_somebody_put_it(sentence: str, introduces: bool) -> Person:
    found = AS_PUT.search(sentence)
    return person_at_start(found["who"]) if found else NOBODY


def person_before(text: str) -> Person:
    """The person whom the end of a text names, with what stands between commas after the name."""
    parts = text.rstrip(" ,").rsplit(", ", 2)
    if text.rstrip().endswith(",") and len(parts) > 1:
        person = person_in(run_at_end(parts[-2].split()))
        return with_apposition(person, parts[-1])
    return person_in(run_at_end(text.split()))


def person_at_start(text: str) -> Person:
    first, _, rest = text.partition(",")
    tokens = first.split()
    run = tokens[: run_length(tokens)]
    return with_apposition(person_in(run), rest.strip()) if rest else person_in(run)


def titled_name(sentence: str) -> Person:
    """Somebody with a title anywhere in the sentence: “The message from Ambassador X was clear”."""
    tokens = TOKEN.findall(sentence)
    for start, token in enumerate(tokens):
        if token.lower() in TITLES and start + 1 < len(tokens) and token.lower() not in PARTICLES:
            before = run_at_end(tokens[: start + 1])
            after = tokens[start + 1 : start + 1 + run_length(tokens[start + 1 :])]
            person = person_in([*before, *after])
            if person[0] and person[1]:
                return person
    return NOBODY


def run_at_end(tokens: Sequence[str]) -> list[str]:
    """The words at the end that can be a name with its title."""
    run: list[str] = []
    for token in reversed(tokens):
        if not of_a_name(token):
            break
        run.insert(0, token)
    while run and (run[0].lower() in PARTICLES | NEVER_FIRST):
        run.pop(0)
    return run


def run_length(tokens: Sequence[str]) -> int:
    length = next((n for n, token in enumerate(tokens) if not of_a_name(token)), len(tokens))
    while length and tokens[length - 1].lower() in PARTICLES:
        length -= 1
    return length


def of_a_name(token: str) -> bool:
    if token in {",", ";", ":", "(", ")", "—", "–"}:
        return False
    return token[0].isupper() or token.lower() in TITLES | PARTICLES


def person_in(run: list[str]) -> Person:
    """Speaker and role of words such as "U.S. Secretary of State Jane Doe"."""
    run = run[1:] if run and run[0].lower() == "the" else run
    if not any(token[0].isupper() and token.lower() not in NEVER_FIRST for token in run):
        return NOBODY
    last = max((n for n, token in enumerate(run) if token.lower() in TITLES), default=-1)
    if last < 0:
        return without_house(run)
    start = last + 1
    if run[start : start + 1] and run[start].lower() in {"of", "for"}:
        start = max(start + 2, len(run) - 2)
    name, role = " ".join(run[start:]), " ".join(run[:start])
    return (name, role) if name else (role, "")


def without_house(run: list[str]) -> Person:
    """“Jane Doe of the Institute”: the house is the role."""
    lowered = [token.lower() for token in run]
    if "of" in lowered[2:] and len(run) > lowered.index("of") + 1:
        at = lowered.index("of")
        return " ".join(run[:at]), " ".join(run[at + 1 :]).removeprefix("the ")
    return " ".join(run), ""


def with_apposition(person: Person, apposition: str) -> Person:
    name, role = person
    words = re.sub(r"^(?:the|a|an)\s+", "", apposition.strip(" ,"), flags=re.IGNORECASE)
    return (name, ", ".join(filter(None, (role, words)))) if name else NOBODY


def speaker_and_role(text: str) -> Person:
    """Of a line of attribution: "Jane Doe, head of X", "General Jane Doe". No word is left out."""
    name, comma, role = text.partition(",")
    if comma:
        return name.strip(), role.strip()
    person = person_in(text.split())
    kept = sorted(" ".join(person).split()) == sorted(text.split())
    return person if kept else (text, "")
