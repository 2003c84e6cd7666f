"""What the templates of blocks need, and headlines wherever they stand."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString

from ..body.blocks.table import Table
from ..body.designations import unbroken
from ..body.inline import InlineNode
from ..body.node import Block
from ..body.render import Rendering

register = template.Library()


@register.simple_tag(takes_context=True)
def inline(context: template.Context, nodes: tuple[InlineNode, ...]) -> SafeString:
    """Words with their marks, inside a block's template."""
    rendering: Rendering = context["rendering"]
    return rendering.inline(nodes)


@register.simple_tag(takes_context=True)
def nested(context: template.Context, block: Block) -> SafeString:
    """A block inside a block: a list in a list, a paragraph in a quotation."""
    rendering: Rendering = context["rendering"]
    return rendering.block(block)


@register.filter
def nb(text: Any) -> SafeString:
    """A headline or name whose designations (F-35, S-400) must not break."""
    return unbroken(str(text))


@register.filter
def lookup(mapping: Mapping[Any, Any], key: Any) -> Any:
    """What the key stands for, or None."""
    return mapping.get(key)


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
