"""How readers see dates, tables and machine-readable data."""

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import get_text_list

from ..body.blocks.table import Table
from ..body.dates import spoken_date
from ..models import Article

register = template.Library()
register.filter("spoken", spoken_date)

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


@register.filter
def number_columns(table: Table) -> frozenset[int]:
    """The columns, counted from 0, that hold figures alone and are set flush right."""
    cells = [cell for row in table.content for cell in row.content]
    if any(cell.attrs.colspan > 1 or cell.attrs.rowspan > 1 for cell in cells):
        return frozenset()
    columns = range(1, max(len(row.content) for row in table.content))
    return frozenset(
        column
        for column in columns
        if all(row.content[column].is_number for row in table.rows if column < len(row.content))
    )


@register.filter
def found_in(ids: Iterable[int], mapping: Mapping[int, Any]) -> list[Any]:
    """What the ids stand for, without those that stand for nothing any more."""
    return [mapping[pk] for pk in ids if pk in mapping]


@register.simple_tag
def json_ld(data: Any) -> SafeString:
    """Data for machines in a script element that no browser runs."""
    text = json.dumps(data, ensure_ascii=False).translate(HARMLESS)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


@register.filter
def citation(article: Article, site_name: str) -> str:
    """Aydoğdu, Z. and Wiśniewska, M. (2026) ‘Headline’, Datum, 14 November."""
    names = [cited_name(byline.author.name) for byline in article.bylines.all()]
    date = timezone.localdate(article.published_at)
    title = f"({date.year}) ‘{article.shown.headline}’"
    return f"{get_text_list(names, 'and')} {title}, {site_name}, {formats.date_format(date, 'j F')}"


def cited_name(name: str) -> str:
    """Family name and initials; a single name stays as it is."""
    *given, family = name.split()
    return f"{family}, {' '.join(f'{part[0]}.' for part in given)}" if given else name
