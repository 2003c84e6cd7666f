"""Is every block type whole? Said when the site starts, not when a reader meets the gap."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import get_template

from .body.blocks import BLOCKS
from .body.node import Block


@register(Tags.templates)
def every_block_is_whole(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    return [
        Error(f"The block type “{block.name()}” lacks {part}.", hint=hint, id="articles.E001")
        for block in BLOCKS
        for part, hint in missing_parts(block)
    ]


def missing_parts(block: type[Block]) -> Iterator[tuple[str, str]]:
    """What a block type lacks, and where it belongs."""
    module = f"articles/body/blocks/{block.name()}.py"
    if block.__module__ != f"articles.body.blocks.{block.name()}":
        yield "a module of its own name", f"Move the class to {module}."
    if block.text is Block.text:
        yield "text()", f"Say in {module} what it reads as in plain text."
    if not getattr(block, "label", ""):
        yield "a label", f"Name it in {module} as an editor would."
    for medium in ("web", "email"):
        name = f"articles/blocks/{block.name()}/{medium}.html"
        try:
            get_template(name)
        except TemplateDoesNotExist:
            yield f"its {medium} template", f"Write templates/{name}."
