"""What the newsdesk says of pictures in words and links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from ...models import Article, Image

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Uses:
    """Where a picture stands. seen: articles that the person may open; others: how many more."""

    seen: list[Article]
    others: int

    @classmethod
    def of(cls, image: Image, to: User) -> "Uses":
        articles = image.used_in()
        seen = [article for article in articles if article.may_see(to)]
        return cls(seen, len(articles) - len(seen))

    def __bool__(self) -> bool:
        return bool(self.seen or self.others)


@dataclass(frozen=True, slots=True)
class Picture:
    """What its own page shows beside the form. doubles: the first few that look like it."""

    image: Image
    uses: Uses
    doubles: list[Image]
    removed: str

    @classmethod
    def of(cls, image: Image, to: User) -> "Picture":
        doubles = Image.objects.like(image).prefetch_related("renditions")[:MOST_SHOWN]
        return cls(image, Uses.of(image, to), list(doubles), listed(image.removed))


@dataclass(frozen=True, slots=True)
class News:
    """Of what somebody uploaded just now. removed: what was taken out of them, as a list."""

    preparing: int
    cleaned: int
    removed: str

    @classmethod
    def of(cls, images: Any) -> "News":
        rows = list(images.values_list("state", "removed"))
        found = [removed for _, removed in rows if removed]
        kinds = dict.fromkeys(kind for removed in found for kind in removed)
        preparing = sum(state == Image.State.PROCESSING for state, _ in rows)
        return cls(preparing, len(found), listed(list(kinds)))


def listed(names: Sequence[str]) -> str:
    """ "position, camera and comments"; "" for none."""
    last = " and ".join(names[-2:])
    return ", ".join([*names[:-2], last])


def links(things: Iterable[Article | Image]) -> SafeString:
    """Names of articles or pictures, each leading to its page in the admin."""
    return format_html_join(", ", '<a href="{}">“{}”</a>', ((page_of(t), t) for t in things))


def page_of(thing: Article | Image) -> str:
    return reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])
