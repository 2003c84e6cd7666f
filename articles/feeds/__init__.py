"""Feeds with the whole text: what an entry and a channel are, and the three ways to write them."""

from types import MappingProxyType

from . import atom, json_feed, rss
from .channel import Channel
from .entries import Entry, entries_of, entry, references_of

FORMATS = MappingProxyType({"rss": rss, "atom": atom, "json": json_feed})
"""Modules with a CONTENT_TYPE and `write(channel) -> bytes`, by the last part of an address."""

__all__ = ["FORMATS", "Channel", "Entry", "entries_of", "entry", "references_of"]
