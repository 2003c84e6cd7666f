from typing import Any

from django import template
from django.utils.safestring import SafeString

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
def lookup(mapping: dict[Any, Any], key: Any) -> Any:
    return mapping.get(key)
