"""Addresses and times as machines elsewhere need them: whole, and with their zone."""

import datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone

Data = dict[str, Any]
CONTEXT = "https://schema.org"


def full(path: str) -> str:
    """The address of something of ours; a file may live on another host already."""
    return urljoin(settings.SITE_URL, path)


def iso(moment: datetime.datetime | None) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""


def known(data: Data) -> Data:
    """What is not known is left out."""
    return {name: value for name, value in data.items() if value not in ("", [], None)}
