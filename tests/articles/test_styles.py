"""The style sheets of the site and of the writing page."""

from pathlib import Path

from django.conf import settings

from articles.body.blocks import BLOCKS
from articles.styles import WRITING_ROOM, in_order, joined, short

FOLDER = Path(settings.BASE_DIR) / "static" / "css"


def test_the_joined_sheet_is_up_to_date():
    told = "run: manage.py join_css"
    assert (FOLDER / "site.css").read_text(encoding="utf-8") == joined(FOLDER), told


def test_the_writing_pages_sheet_is_up_to_date():
    static = FOLDER.parent
    written = (static / "newsdesk" / "write.min.css").read_text(encoding="utf-8")
    assert written == joined(static, WRITING_ROOM), "run: manage.py join_css"


def test_every_sheet_of_the_editor_is_joined_once():
    static = FOLDER.parent
    found = [path for path in in_order(static, WRITING_ROOM) if "editor" in path.parts]
    assert sorted(found) == sorted((static / "editor").rglob("*.css"))


def test_every_source_is_joined_once():
    sources = [path for path in FOLDER.rglob("*.css") if path.name != "site.css"]
    assert sorted(in_order(FOLDER)) == sorted(sources)


def test_every_block_type_has_a_sheet_of_its_name():
    sheets = {path.stem for path in (FOLDER / "blocks").glob("*.css")}
    assert sheets == {block.name() for block in BLOCKS}


def test_shortening_leaves_strings_alone():
    css = '/* why */ .a::before {\n  content: "a;  b: c";\n  margin: 0 auto;\n}\n'
    assert short(css) == '.a::before{content:"a;  b: c";margin:0 auto}'
