"""What the lists of the newsdesk say of themselves."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.contrib.admin.views.main import SEARCH_VAR

register = template.Library()


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that narrows the list. without: the query of the list without it."""

    name: str
    value: str
    without: str


@register.simple_tag
def chosen_in(cl: Any) -> list[Chip]:
    """What is searched for and chosen in the filters of a ChangeList."""
    found = [Chip("Search", cl.query, cl.get_query_string(remove=[SEARCH_VAR]))] if cl.query else []
    for spec in cl.filter_specs:
        choices = list(spec.choices(cl))
        chosen = next((choice for choice in choices[1:] if choice["selected"]), None)
        if chosen:
            title = str(spec.title).capitalize()
            found.append(Chip(title, str(chosen["display"]), choices[0]["query_string"]))
    return found
