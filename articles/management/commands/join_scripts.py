import subprocess
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.scripts import ENTRY, JOINED, mark


class Command(BaseCommand):
    help = "Joins the writing page's modules into one file. Run it after a change to one of them."
    requires_system_checks = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("esbuild", type=Path, help="The program, of the editor's npm manifest.")

    def handle(self, *args: Any, **options: Any) -> None:
        static = Path(settings.BASE_DIR) / "static"
        try:
            subprocess.run(
                [
                    options["esbuild"].resolve(),
                    ENTRY,
                    "--bundle",
                    "--minify",
                    "--format=esm",
                    "--target=es2022",
                    "--log-level=warning",
                    "--external:./editor/vendor/tiptap.js",
                    f"--banner:js={mark(static)}",
                    f"--outfile={JOINED}",
                ],
                cwd=static,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError) as error:
            raise CommandError(f"The modules could not be joined: {error}") from error
