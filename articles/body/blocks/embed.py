import re
from typing import ClassVar, Literal
from urllib.parse import urlsplit

from ..node import Block, Line, Node, WebAddress

PLAYERS = (
    (
        "YouTube",
        re.compile(
            r"https://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|embed/)"
            r"|youtu\.be/)(?P<id>[\w-]{6,20})(?![\w-])\S*"
        ),
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    (
        "Vimeo",
        re.compile(r"https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<id>\d{4,12})(?!\d)\S*"),
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
)


class EmbedAttrs(Node):
    url: WebAddress = ""
    title: Line = ""


class Embed(Block):
    """Something of another site's. Nothing is asked of that site before the reader says so."""

    label: ClassVar[str] = "embed"
    type: Literal["embed"] = "embed"
    attrs: EmbedAttrs

    def missing(self) -> str:
        return "" if self.attrs.url else "has no address"

    def text(self) -> str:
        return f"{self.attrs.title or self.provider}: {self.attrs.url}"

    @property
    def provider(self) -> str:
        """Whose it is, in a word: "YouTube", or the host's name."""
        for name, address, _ in PLAYERS:
            if address.fullmatch(self.attrs.url):
                return name
        return (urlsplit(self.attrs.url).hostname or "").removeprefix("www.")

    @property
    def player(self) -> str:
        """The address of a player that sets no cookie, or nothing where we know none."""
        for _, address, player in PLAYERS:
            if found := address.fullmatch(self.attrs.url):
                return player.format(**found.groupdict())
        return ""
