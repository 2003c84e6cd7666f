"""The writing page's scripts."""

from pathlib import Path

from django.conf import settings

from articles.scripts import JOINED, mark, sources

STATIC = Path(settings.BASE_DIR) / "static"


def test_the_joined_scripts_are_up_to_date():
    first = (STATIC / JOINED).read_text(encoding="utf-8").partition("\n")[0]
    assert first == mark(STATIC), "run: make scripts"


def test_every_module_of_the_editor_is_used():
    used = set(sources(STATIC))
    own = [path for path in (STATIC / "editor").rglob("*.js") if path.parent.name != "vendor"]
    assert [path for path in own if path.resolve() not in used] == []
