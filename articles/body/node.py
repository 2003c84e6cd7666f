"""The base of every node, and the kinds of value a node may hold."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, StringConstraints
from pydantic.alias_generators import to_camel, to_snake

SCHEMES = {"http", "https", "mailto"}
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Node(BaseModel):
    """Closed and frozen: an unknown key is an error, not something to carry along."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True
    )


class Block(Node):
    """One entry of the document's flat list.

    A block type is one name: its JSON type in camelCase is its module, its template folder and
    its style sheet in snake_case.
    """

    label: ClassVar[str]
    """What an editor calls it, in messages: "pull quote"."""

    type: str

    @classmethod
    def json_type(cls) -> str:
        (json_type,) = get_args(cls.model_fields["type"].annotation)
        return str(json_type)

    @classmethod
    def name(cls) -> str:
        return to_snake(cls.json_type())

    def text(self) -> str:
        """The block as plain text: what a plain e-mail shows and a search finds."""
        raise TypeError(f"{type(self).__name__} does not say what it reads as in plain text")

    def missing(self) -> str:
        """What a draft may lack and readers would miss, as the end of "It …"; or ""."""
        return ""

    def handle(self) -> str | None:
        """What the address of its place on a page is made of: words of its own, or "" where it
        has none. None: nobody links to a block of this kind."""
        return None

    def image_ids(self) -> tuple[int, ...]:
        return ()

    def article_ids(self) -> tuple[int, ...]:
        return ()


def check_link(href: str) -> str:
    """A web or mail address, or a place on this site ("/about/", "#notes")."""
    if any(ord(letter) <= 32 or letter in "\\\x7f" for letter in href):
        raise ValueError("the address holds a space or a control character")
    if href.startswith("#") or (href.startswith("/") and not href.startswith("//")):
        return href
    try:
        parts = urlsplit(href)
        host = parts.hostname
    except ValueError as error:
        raise ValueError("the address cannot be read") from error
    if parts.scheme not in SCHEMES:
        raise ValueError("the address must begin with https://, http://, mailto: or /")
    if parts.scheme == "mailto" and "@" in parts.path:
        return href
    if parts.scheme == "mailto" or not host:
        raise ValueError("the address is incomplete")
    return href


def check_web_address(url: str) -> str:
    if url and not url.startswith(("https://", "http://")):
        raise ValueError("the address must begin with https:// or http://")
    return check_link(url) if url else url


def check_partial_date(value: str) -> str:
    """ISO 8601, as exact as it is known: "2026", "2026-11" or "2026-11-03"."""
    if not value:
        return value
    if not PARTIAL_DATE.fullmatch(value):
        raise ValueError("write the date as 2026, 2026-11 or 2026-11-03")
    try:
        date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError as error:
        raise ValueError("there is no such date") from error
    return value


Line = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\r\n]*$")]
"""A few words on one line; may be empty."""
Link = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(check_link)]
WebAddress = Annotated[str, Field(max_length=2000), AfterValidator(check_web_address)]
"""http or https; may be empty."""
PartialDate = Annotated[str, AfterValidator(check_partial_date)]
Id = Annotated[StrictInt, Field(ge=1, le=2**63 - 1)]
Json = dict[str, Any]
