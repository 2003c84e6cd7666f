"""Pings: a WebSub hub and search engines are told what has changed, by POST."""

from .post import NotReached, Refused
from .told import feeds_with, page_of, tell_hub, tell_search_engines

__all__ = [
    "NotReached",
    "Refused",
    "feeds_with",
    "page_of",
    "tell_hub",
    "tell_search_engines",
]
