import gzip
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from subscriptions.delivery.reconcile import reconcile


class Command(BaseCommand):
    help = (
        "Settle uncertain letters by the mail server's log: of Postfix or Exim, or a list of the "
        "Message-IDs that it took."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--log",
            action="append",
            required=True,
            metavar="FILE",
            help="also .gz, - for the standard input; may be given several times, the oldest first",
        )
        parser.add_argument(
            "--complete",
            action="store_true",
            help="the log covers the whole time of sending: send again what it does not name",
        )

    def handle(self, *args: Any, log: list[str], complete: bool, **options: Any) -> None:
        try:
            settled = reconcile(lines_of(log), is_complete=complete)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CommandError(f"{error.filename or 'The log'} cannot be read: {reason}") from error
        self.stdout.write(
            f"{settled.found:,} were taken by the mail server, {settled.repeated:,} are sent "
            f"again, {settled.open:,} are still uncertain."
        )


def lines_of(names: list[str]) -> Iterator[str]:
    for name in names:
        if name == "-":
            yield from sys.stdin
            continue
        path = Path(name)
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8", errors="replace") as file:
            yield from file
