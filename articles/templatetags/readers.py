"""How readers see dates, pictures and machine-readable data."""

import datetime
import json
from typing import Any

from django import template
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..body.dates import spoken_date
from ..citation import citation
from ..models import Image
from ..models.rendition import Shown

register = template.Library()
register.filter("spoken", spoken_date)
register.filter("citation", citation)

HARMLESS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
"""Written so, no text in JSON can end the script element that holds it."""


@register.filter
def iso(value: datetime.datetime) -> str:
    """2026-11-14T09:20:00+00:00: for <time datetime>, which allows no microseconds."""
    return timezone.localtime(value).isoformat(timespec="seconds")


@register.filter
def moment(value: datetime.datetime) -> str:
    """14 November 2026, 09:20 GMT: a time never stands without its zone."""
    local = timezone.localtime(value)
    zone = local.tzname() or ""
    if zone[:1] in "+-":
        zone = f"UTC{zone}"
    return f"{formats.date_format(local, 'j F Y, H:i')} {zone}"


@register.filter
def day(value: datetime.datetime) -> str:
    """14 November, and the year where it is not this one."""
    local = timezone.localdate(value)
    this_year = local.year == timezone.localdate().year
    return formats.date_format(local, "j F" if this_year else "j F Y")


@register.simple_tag
def shown(image: Image | None, crop: str = "", base_url: str = "") -> Shown | None:
    """The addresses of a picture's files, or None while there is nothing to show."""
    return image.shown(crop or "full", base_url) if image else None


@register.simple_tag
def json_ld(data: Any) -> SafeString:
    """Data for machines in a script element that no browser runs."""
    text = json.dumps(data, ensure_ascii=False).translate(HARMLESS)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))
