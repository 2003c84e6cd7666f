"""Sitemaps (sitemaps.org 0.9): articles by the month of their publication, and the other pages."""

from .articles import addresses_of, recent
from .months import Month, all_months, month_of
from .places import pages, some_topic, topics
from .writing import CONTENT_TYPE, Url, index, news_set, url_set

__all__ = [
    "CONTENT_TYPE",
    "Month",
    "Url",
    "addresses_of",
    "all_months",
    "index",
    "month_of",
    "news_set",
    "pages",
    "recent",
    "some_topic",
    "topics",
    "url_set",
]
