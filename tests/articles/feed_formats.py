"""Reading feeds as a program does that knows nothing of ours."""

import datetime
import json
from email.utils import parsedate_to_datetime
from typing import Any, ClassVar

from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MEDIA = "{http://search.yahoo.com/mrss/}content"

WEB = {"type": "string", "pattern": "^https?://[^\\s]+$"}
AUTHORS = {"type": "array", "minItems": 1, "items": {"required": ["name", "url"]}}
MOMENT = {"type": "string", "format": "date-time"}
ITEM = {
    "type": "object",
    "required": ["id", "url", "content_html", "date_published", "date_modified"],
    "additionalProperties": False,
    "properties": {
        "id": WEB,
        "url": WEB,
        "title": {"type": "string"},
        "summary": {"type": "string"},
        "content_html": {"type": "string"},
        "image": WEB,
        "date_published": MOMENT,
        "date_modified": MOMENT,
        "authors": AUTHORS,
        "tags": {"type": "array", "items": {"type": "string"}},
    },
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "home_page_url", "feed_url", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": WEB,
        "feed_url": WEB,
        "next_url": WEB,
        "description": {"type": "string"},
        "icon": WEB,
        "authors": AUTHORS,
        "language": {"type": "string"},
        "hubs": {"type": "array", "items": {"required": ["type", "url"]}},
        "items": {"type": "array", "items": ITEM},
    },
}
"""jsonfeed.org/version/1.1, as far as we write it."""


class Feed:
    """One answer, read. An entry is a dict of plain values, the same in each format."""

    suffix: ClassVar[str]
    content_type: ClassVar[str]

    title: str
    entries: list[dict[str, Any]]
    links: dict[str, str]

    def __init__(self, content: bytes) -> None:
        raise NotImplementedError

    @classmethod
    def of(cls, client: Client, place: str = "/", query: str = "") -> "Feed":
        """place: the page that the feed belongs to."""
        response = client.get(f"{place}feed/{cls.suffix}{query}")
        assert response.status_code == 200
        assert response["Content-Type"] == f"{cls.content_type}; charset=utf-8"
        return cls(response.content)

    @property
    def titles(self) -> list[str]:
        return [entry["title"] for entry in self.entries]


class Rss(Feed):
    suffix = ""
    content_type = "application/rss+xml"

    def __init__(self, content: bytes) -> None:
        channel = etree.fromstring(content).find("channel")
        self.title = channel.findtext("title")
        self.links = {link.get("rel"): link.get("href") for link in channel.findall(ATOM + "link")}
        self.updated = parsedate_to_datetime(channel.findtext("lastBuildDate"))
        self.entries = [self.entry(item) for item in channel.findall("item")]

    def entry(self, item: Any) -> dict[str, Any]:
        published = parsedate_to_datetime(item.findtext("pubDate"))
        updated = item.findtext(ATOM + "updated")
        media = item.find(MEDIA)
        return {
            "id": item.findtext("guid"),
            "title": item.findtext("title"),
            "url": item.findtext("link"),
            "summary": item.findtext("description"),
            "html": item.findtext(CONTENT),
            "published": published,
            "updated": datetime.datetime.fromisoformat(updated) if updated else published,
            "authors": [name.text for name in item.findall(CREATOR)],
            "categories": [category.text for category in item.findall("category")],
            "image": media.get("url") if media is not None else None,
        }


class Atom(Feed):
    suffix = "atom/"
    content_type = "application/atom+xml"

    def __init__(self, content: bytes) -> None:
        feed = etree.fromstring(content)
        self.title = feed.findtext(ATOM + "title")
        self.links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
        self.updated = datetime.datetime.fromisoformat(feed.findtext(ATOM + "updated"))
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        self.entries = [self.entry(entry) for entry in feed.findall(ATOM + "entry")]

    def entry(self, entry: Any) -> dict[str, Any]:
        names = entry.findall(f"{ATOM}author/{ATOM}name")
        assert entry.find(ATOM + "content").get("type") == "html"
        assert entry.find(ATOM + "title").get("type", "text") == "text"
        return {
            "id": entry.findtext(ATOM + "id"),
            "title": entry.findtext(ATOM + "title"),
            "url": entry.find(ATOM + "link").get("href"),
            "summary": entry.findtext(ATOM + "summary"),
            "html": entry.findtext(ATOM + "content"),
            "published": datetime.datetime.fromisoformat(entry.findtext(ATOM + "published")),
            "updated": datetime.datetime.fromisoformat(entry.findtext(ATOM + "updated")),
            "authors": [name.text for name in names],
            "categories": [each.get("term") for each in entry.findall(ATOM + "category")],
        }


class JsonFeed(Feed):
    suffix = "json/"
    content_type = "application/feed+json"

    def __init__(self, content: bytes) -> None:
        feed = json.loads(content)
        Draft202012Validator(JSON_FEED, format_checker=FormatChecker()).validate(feed)
        self.title = feed["title"]
        self.links = {"self": feed["feed_url"], "alternate": feed["home_page_url"]}
        self.links |= {"next": feed["next_url"]} if "next_url" in feed else {}
        self.links |= {"hub": feed["hubs"][0]["url"]} if "hubs" in feed else {}
        self.entries = [self.entry(item) for item in feed["items"]]

    def entry(self, item: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": item["id"],
            "title": item.get("title", ""),
            "url": item["url"],
            "summary": item.get("summary", ""),
            "html": item["content_html"],
            "published": datetime.datetime.fromisoformat(item["date_published"]),
            "updated": datetime.datetime.fromisoformat(item["date_modified"]),
            "authors": [author["name"] for author in item.get("authors", [])],
            "categories": item.get("tags", []),
            "image": item.get("image"),
        }


FORMATS = [Rss, Atom, JsonFeed]
