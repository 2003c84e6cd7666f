"""A block type is one name: the check names what is missing before a reader meets the gap."""

import json
from typing import ClassVar, Literal

from django.core.management import call_command
from jsonschema import Draft202012Validator

from articles.body.blocks import BLOCKS
from articles.body.node import Block
from articles.checks import every_block_is_whole, missing_parts


def test_every_registered_block_is_whole():
    assert every_block_is_whole(None) == []


def test_each_block_has_a_style_sheet_of_its_name_or_needs_none(settings):
    names = {block.name() for block in BLOCKS}
    sheets = {path.stem for path in (settings.BASE_DIR / "static/css/blocks").glob("*.css")}
    assert sheets <= names


def test_the_check_names_every_missing_part_of_a_block():
    class SideNote(Block):
        label: ClassVar[str] = ""
        type: Literal["sideNote"] = "sideNote"

    missing = [what for what, _ in missing_parts(SideNote)]
    assert missing == [
        "a module of its own name",
        "text()",
        "a label",
        "its web template",
        "its email template",
    ]


def test_the_schema_is_exported_as_json_schema(capsys):
    call_command("body_schema")
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid({"type": "doc", "content": []})
    assert not Draft202012Validator(schema).is_valid({"type": "doc", "content": [{"type": "x"}]})
