"""The newsdesk: what editors see, one module for each kind of record."""

from . import article, author, desk, image, log, old_address, page, people, series, site, topic

__all__ = [
    "article",
    "author",
    "desk",
    "image",
    "log",
    "old_address",
    "page",
    "people",
    "series",
    "site",
    "topic",
]
