"""Atom 1.0 (RFC 4287)."""

from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

from ..xml import speakable
from .channel import Channel
from .generator import OfChannel

CONTENT_TYPE = "application/atom+xml; charset=utf-8"


def write(channel: Channel) -> bytes:
    feed = Atom(
        title=channel.title,
        link=channel.page,
        description=channel.description,
        subtitle=channel.description,
        language=channel.publisher.language,
        author_name=channel.publisher.name,
        author_link=channel.publisher.address,
        feed_url=channel.address,
        channel=channel,
    )
    for entry in channel.entries:
        feed.add_item(
            title=entry.title,
            link=entry.address,
            # Django would call the standfirst HTML, and it is text.
            description=None,  # type: ignore[arg-type]
            unique_id=entry.id,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=entry.categories,
            entry=entry,
        )
    return bytes(feed.writeString("utf-8"), "utf-8")


class Atom(OfChannel, Atom1Feed):
    link = "link"

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("icon", self.channel.publisher.icon)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        entry = item["entry"]
        for writer in entry.writers:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", writer.name)
            handler.addQuickElement("uri", writer.address)
            handler.endElement("author")
        if entry.standfirst:
            handler.addQuickElement("summary", entry.standfirst)
        handler.addQuickElement("content", speakable(entry.html), {"type": "html"})
