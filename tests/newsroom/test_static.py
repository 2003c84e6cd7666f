"""Static files as production serves them."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

IMPORTED = re.compile(r"(?:from|import\()\s*\"(\.[^\"]+)\"")


@pytest.fixture
def collected(settings: Any) -> Path:
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "newsroom.static.StaticStorage"}
    }
    # The admin's own files, thousands of lines of them, are not what this is about.
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("css", "js", "json", "svg", "txt", "woff2")
    call_command("collectstatic", interactive=False, verbosity=0)
    return Path(settings.STATIC_ROOT)


def test_modules_import_each_other_by_names_that_change_with_their_content(
    collected: Path,
) -> None:
    hashed = [
        path for path in collected.rglob("*.js") if re.search(r"\.[0-9a-f]{12}\.js$", path.name)
    ]
    imports = [
        (path.parent / name).resolve()
        for path in hashed
        if "vendor" not in path.parts
        for name in IMPORTED.findall(path.read_text(encoding="utf-8"))
    ]
    assert len(imports) > 30
    assert [path for path in imports if path not in {each.resolve() for each in hashed}] == []
