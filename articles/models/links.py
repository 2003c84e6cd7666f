"""Links in a text to places of our own, and whether readers can go there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from django.conf import settings

from ..body import Body
from ..body.document import walk
from ..body.inline import LinkMark, Text
from ..body.node import Node
from .redirect import Redirect
from .state import State

if TYPE_CHECKING:
    from .article import Article

DATED = re.compile(r"/\d{4}/\d{2}/\d{2}/([-\w]+)/")
NEWSROOM = ("/admin/", "/preview/")
"""Where only the newsroom can go."""


def dead_links(body: Body, states: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Number of the block, and where its link leads: "an article that is withdrawn".

    states: of the articles at dated addresses, "" where none stands; what is not there is not
    known, and not said.
    """
    for number, path in own_links(body):
        if path.startswith(NEWSROOM):
            yield number, "a page of the newsroom, where readers cannot go"
        elif path in states and states[path] != State.PUBLISHED:
            yield number, said_of(states[path])


def said_of(state: str) -> str:
    if not state:
        return "an address of ours where no article stands"
    return f"an article that is {'withdrawn' if state == State.WITHDRAWN else 'not published'}"


def own_links(body: Body) -> list[tuple[int, str]]:
    """Each once in a block, as (number of the block, path on this site)."""
    links = (
        (number, path_of(mark.attrs.href))
        for number, block in enumerate(body.blocks, 1)
        for mark in marks(block)
    )
    return list(dict.fromkeys(link for link in links if link[1]))


def marks(block: Node) -> Iterator[LinkMark]:
    for node in walk(block):
        if isinstance(node, Text):
            yield from (mark for mark in node.marks if isinstance(mark, LinkMark))


def path_of(href: str) -> str:
    """The path on this site that the link names, or ""."""
    path = href.removeprefix(settings.SITE_URL.rstrip("/"))
    return re.split(r"[?#]", path)[0] if path.startswith("/") else ""


def slugs_linked(body: Body) -> dict[str, str]:
    """The last part of each dated address of ours that the text links to, by the address."""
    paths = dict.fromkeys(path for _, path in own_links(body))
    return {path: found[1] for path in paths if (found := DATED.fullmatch(path))}


def states_of(articles: Iterable["Article"]) -> dict[str, str]:
    """By the address where each stands, or would stand."""
    return {each.get_absolute_url(): each.state for each in articles if each.published_at}


def with_moved(states: dict[str, str], body: Body) -> dict[str, str]:
    """And those that stood there once; "" where none has. One query, where it is needed."""
    lost = slugs_linked(body).keys() - states.keys()
    if not lost:
        return states
    moved = Redirect.objects.filter(path__in=lost)
    found = dict(moved.values_list("path", "article__state"))
    return states | {path: found.get(path, "") for path in lost}
