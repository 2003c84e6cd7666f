"""RSS 2.0, with the words of Atom, Dublin Core and Media RSS for what it has none for."""

from typing import Any

from django.utils.feedgenerator import Rss201rev2Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from ..xml import speakable
from .channel import Channel
from .generator import OfChannel

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


def write(channel: Channel) -> bytes:
    feed = Rss(
        title=channel.title,
        link=channel.page,
        description=channel.description,
        language=channel.publisher.language,
        feed_url=channel.address,
        channel=channel,
    )
    for entry in channel.entries:
        feed.add_item(
            title=entry.title,
            link=entry.address,
            description=entry.standfirst,
            unique_id=entry.id,
            unique_id_is_permalink=False,
            pubdate=entry.published,
            categories=entry.categories,
            entry=entry,
        )
    return bytes(feed.writeString("utf-8"), "utf-8")


class Rss(OfChannel, Rss201rev2Feed):
    link = "atom:link"

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | NAMESPACES

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        entry = item["entry"]
        for writer in entry.writers:
            handler.addQuickElement("dc:creator", writer.name)
        if entry.updated != entry.published:
            handler.addQuickElement("atom:updated", rfc3339_date(entry.updated))
        if picture := entry.picture:
            attributes = {"url": picture.absolute_url, "medium": "image", "type": "image/jpeg"}
            size = {"width": str(picture.width), "height": str(picture.height)}
            handler.addQuickElement("media:content", "", attributes | size)
        handler.addQuickElement("content:encoded", speakable(entry.html))
