"""What a page tells search engines and other sites of itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.text import Truncator

from .. import structured_data
from ..models import Author, SiteSettings
from ..structured_data import SocialPicture, Step, full, social_picture

register = template.Library()

DESCRIPTION = 300
"""Nobody shows more than this of a description."""


@dataclass(frozen=True, slots=True)
class About:
    """address: whole. is_listed: search engines should show it. data: for json_ld."""

    title: str
    description: str
    address: str
    picture: SocialPicture
    is_listed: bool
    data: list[dict[str, Any]]


@register.simple_tag
def step(name: str, address: str, above: Iterable[Step] | None = None) -> list[Step]:
    """A page on the way to another, behind those above it."""
    return [*(above or ()), (name, address)]


@register.simple_tag
def steps(above: Iterable[Step], places: Iterable[Any]) -> list[Step]:
    """Several such pages, each with its title and url."""
    return [*above, *((place.title, place.url) for place in places)]


@register.simple_tag
def about_page(
    site: SiteSettings,
    title: str,
    address: str,
    description: str = "",
    kind: str = "",
    above: Iterable[Step] | None = None,
    author: Author | None = None,
    listing: Any = None,
) -> About:
    """kind: "home", "collection", "profile" (of the author) or "" for any other page.

    address: the path of the first page, where listing goes on; above: steps between the front page
    and this one.
    """
    if kind == "home":
        description = site.about or site.strap
    told = in_one_line(description or f"{title}: everything that {site.name} has published.")
    is_first = not listing or listing.is_first
    return About(
        title=str(title),
        description=told,
        address=full(address) + ("" if is_first else listing.query),
        picture=social_picture(),
        is_listed=is_first,
        data=data_of(kind, site, [*step(title, address, above)], told, author) if is_first else [],
    )


@register.filter
def in_one_line(text: str) -> str:
    return Truncator(" ".join(str(text).split())).chars(DESCRIPTION)


def data_of(
    kind: str, site: SiteSettings, steps: list[Step], description: str, author: Author | None
) -> list[dict[str, Any]]:
    if kind == "home":
        return [structured_data.organisation(site), structured_data.website(site)]
    steps = [(site.name, "/"), *steps]
    if kind == "profile" and author:
        page = structured_data.profile(steps, author)
    elif kind == "collection":
        page = structured_data.collection(steps, description)
    else:
        page = structured_data.plain_page(steps, description)
    return [page, structured_data.trail(steps)]
