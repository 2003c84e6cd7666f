from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from newsroom.parent import stop_with
from newsroom.worker import Worker


class Command(BaseCommand):
    help = "Publish what is due, send mail, run background jobs. Any number may run."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--parent", type=int, help="stop when this parent process has ended")

    def handle(self, *args: Any, parent: int | None, **options: Any) -> None:
        if parent:
            stop_with(parent)
        Worker().run()
