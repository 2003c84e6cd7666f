import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import Article, SearchEntry


class Command(BaseCommand):
    help = "What `run` needs before it serves: tables, demo content, static files."

    def handle(self, *args: Any, **options: Any) -> None:
        self.migrate()
        if not Article.objects.exists():
            call_command("demo")
        self.let_search_know()
        self.collect_static()

    def migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.say("Preparing the tables…")
            call_command("migrate", verbosity=0, interactive=False)

    def let_search_know(self) -> None:
        """Articles from before there was a search."""
        if SearchEntry.objects.missing().exists():
            self.say("Reading the articles for search…")
            call_command("reindex_search", missing=True, stdout=self.stdout)

    def collect_static(self) -> None:
        """Only after a change: compressing takes longer than everything else."""
        mark, wanted = Path(settings.STATIC_ROOT) / ".sources", _fingerprint()
        if mark.is_file() and mark.read_text() == wanted:
            return
        self.say("Collecting and compressing static files…")
        call_command("collectstatic", verbosity=0, interactive=False)
        mark.write_text(wanted)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def _fingerprint() -> str:
    """Changes with any static file's name, size or time."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=None):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
