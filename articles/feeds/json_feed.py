"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from typing import Any

from django.utils.feedgenerator import rfc3339_date

from .channel import Channel
from .entries import Entry

CONTENT_TYPE = "application/feed+json; charset=utf-8"


def write(channel: Channel) -> bytes:
    publisher = channel.publisher
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.page,
        "feed_url": channel.address,
        "description": channel.description,
        "icon": publisher.icon,
        "authors": [{"name": publisher.name, "url": publisher.address}],
        "language": publisher.language,
        "next_url": channel.pages.next,
        "hubs": [{"type": "WebSub", "url": publisher.hub}] if publisher.hub else [],
        "items": [item(entry) for entry in channel.entries],
    }
    known = {name: value for name, value in feed.items() if value or name == "items"}
    return json.dumps(known, ensure_ascii=False).encode()


def item(entry: Entry) -> dict[str, Any]:
    """What is not known is left out."""
    members = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.standfirst,
        "content_html": entry.html,
        "image": entry.picture.absolute_url if entry.picture else "",
        "date_published": rfc3339_date(entry.published),
        "date_modified": rfc3339_date(entry.updated),
        "authors": [{"name": each.name, "url": each.address} for each in entry.writers],
        "tags": list(entry.categories),
    }
    return {name: value for name, value in members.items() if value}
