from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.styles import WRITING_ROOM, joined


class Command(BaseCommand):
    help = "Joins the style sheets of the site and of the writing page. Run it after a change."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        static = Path(settings.BASE_DIR) / "static"
        for name, sheet in {
            "css/site.css": joined(static / "css"),
            "newsdesk/write.min.css": joined(static, WRITING_ROOM),
        }.items():
            (static / name).write_text(sheet, encoding="utf-8")
