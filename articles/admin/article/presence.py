"""Who else is in an article, as the writing page tells it."""

from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.auth.models import User

from ...models import Article, Presence, name_of

TONES = 5


@dataclass(frozen=True, slots=True)
class Companion:
    """tone: from 1 to TONES, the same for a person on every page: a colour of the style sheet."""

    name: str
    initials: str
    writing: bool
    section: str
    tone: int

    @property
    def says(self) -> str:
        if not self.writing:
            return "is reading"
        return f"is writing in “{self.section}”" if self.section else "is writing"


def companion(found: dict[str, Any]) -> Companion:
    """found: one of Presence.objects.others()."""
    names = {key: found[key] for key in ("first_name", "last_name", "username")}
    name = name_of(User(**names))
    return Companion(
        name, initials(name), found["writing"], found["section"], found["person"] % TONES + 1
    )


def initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper()


def companions(article: Article, person: User) -> list[Companion]:
    if not article.pk:
        return []
    return [companion(found) for found in Presence.objects.others(article, person)]


def told(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**asdict(one), "says": one.says} for one in map(companion, found)]
