from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from newsroom.parent import stop_with

# A page is some milliseconds of work on one core; more threads only wait for each other.
THREADS = 8


class Command(BaseCommand):
    help = "Serve the site (granian). Put nginx or a CDN before it on a public machine."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--parent", type=int, help="stop when this parent process has ended")

    def handle(self, *args: Any, host: str, port: int, parent: int | None, **options: Any) -> None:
        # The serving process is a child of this one: opened here, an embedded database is
        # stopped after the last request, and one that cannot start is said before the first.
        connection.ensure_connection()
        connection.close()
        if parent:
            stop_with(parent)
        Granian(
            "newsroom.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            blocking_threads=THREADS,
            websockets=False,
            respawn_failed_workers=True,
            workers_kill_timeout=10,
            log_level=LogLevels.error,
        ).serve()
