"""British and American spelling are one: whatever is written, the British form is kept."""

import re
from functools import lru_cache

STEMS = {
    "aluminum": "aluminium",
    "analyz": "analys",
    "armor": "armour",
    "artifact": "artefact",
    "behavior": "behaviour",
    "caliber": "calibre",
    "canceled": "cancelled",
    "canceling": "cancelling",
    "catalyz": "catalys",
    "center": "centre",
    "channeled": "channelled",
    "color": "colour",
    "counseled": "counselled",
    "defense": "defence",
    "draftsman": "draughtsman",
    "endeavor": "endeavour",
    "enrollment": "enrolment",
    "favor": "favour",
    "fiber": "fibre",
    "flavor": "flavour",
    "fueled": "fuelled",
    "fueling": "fuelling",
    "fulfill": "fulfil",
    "gray": "grey",
    "harbor": "harbour",
    "honor": "honour",
    "humor": "humour",
    "installment": "instalment",
    "judgment": "judgement",
    "kilometer": "kilometre",
    "labeled": "labelled",
    "labeling": "labelling",
    "labor": "labour",
    "leveled": "levelled",
    "license": "licence",
    "licensing": "licencing",
    "liter": "litre",
    "maneuver": "manoeuvre",
    "marshaled": "marshalled",
    "millimeter": "millimetre",
    "modeled": "modelled",
    "modeling": "modelling",
    "mold": "mould",
    "neighbor": "neighbour",
    "offense": "offence",
    "paralyz": "paralys",
    "parlor": "parlour",
    "plow": "plough",
    "practise": "practice",
    "pretense": "pretence",
    "refueled": "refuelled",
    "refueling": "refuelling",
    "rigor": "rigour",
    "rivaled": "rivalled",
    "rumor": "rumour",
    "saber": "sabre",
    "savior": "saviour",
    "signaled": "signalled",
    "signaling": "signalling",
    "skeptic": "sceptic",
    "skillful": "skilful",
    "specter": "spectre",
    "sulfur": "sulphur",
    "theater": "theatre",
    "totaled": "totalled",
    "traveled": "travelled",
    "traveler": "traveller",
    "traveling": "travelling",
    "tunneled": "tunnelled",
    "tunneling": "tunnelling",
    "valor": "valour",
    "vapor": "vapour",
    "vigor": "vigour",
    "willful": "wilful",
}
"""Beginnings of words. What follows must be an ending: "literal" has nothing to do with litres."""

WORDS = {
    "airplane": "aeroplane",
    "airplanes": "aeroplanes",
    "ax": "axe",
    "catalog": "catalogue",
    "catalogs": "catalogues",
    "dialog": "dialogue",
    "dialogs": "dialogues",
    "meter": "metre",
    "meters": "metres",
    "pajamas": "pyjamas",
    "program": "programme",
    "programs": "programmes",
    "tire": "tyre",
    "tires": "tyres",
    "toward": "towards",
}
ENDING = r"(s|d|e|es|ed|er|ers|ing|able|ability|less|al|ally|ism|ist|ists|y|ies|piercing|ful)?"
AMERICAN = re.compile(rf"({'|'.join(sorted(STEMS, key=len, reverse=True))}){ENDING}")
IZE = re.compile(r"(.{3,})iz(e|es|ed|er|ers|ing|able|ation|ations|ational)")
NOT_IZE = frozenset({"cap", "resi", "over", "under", "down", "rightis", "out", "mid"})
"""Before -size: capsize, downsize, oversize are the same everywhere."""
LITERAL = frozenset({"literal", "literally", "literary", "labored", "grayling", "mouldy"})


@lru_cache(maxsize=50_000)
def british(word: str) -> str:
    """A word in small letters as it is spelt in London."""
    if word in WORDS:
        return WORDS[word]
    if word in LITERAL:
        return word
    if found := AMERICAN.fullmatch(word):
        return with_ending(STEMS[found[1]], found[2] or "")
    if (found := IZE.fullmatch(word)) and not word.endswith(("size", "sized", "sizes", "sizing")):
        return f"{found[1]}is{found[2]}"
    return word


def with_ending(stem: str, ending: str) -> str:
    """centre and -ed make centred, licence and -ing licencing."""
    return (
        stem[:-1] + ending
        if stem.endswith("e") and ending[:1] in ("e", "i", "a")
        else stem + ending
    )


AMERICAN_FORMS = {british_form: american for american, british_form in STEMS.items()}


def spellings(word: str) -> tuple[str, ...]:
    """A British word or stem, and how an American text may begin it."""
    for british_form, american in AMERICAN_FORMS.items():
        if word.startswith(british_form[:-1]) and len(word) >= len(british_form) - 2:
            return (word, american.rstrip("e"))
    return (word, word.replace("is", "iz")) if "is" in word[3:] else (word,)
