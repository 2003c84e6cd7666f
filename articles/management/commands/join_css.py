from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.styles import joined


class Command(BaseCommand):
    help = "Joins the files of static/css into static/css/site.css. Run it after a change to them."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "static" / "css"
        (folder / "site.css").write_text(joined(folder), encoding="utf-8")
