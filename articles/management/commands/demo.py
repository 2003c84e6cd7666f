from typing import Any

from django.core.management.base import BaseCommand

from articles.demo.load import load


class Command(BaseCommand):
    help = "Loads the demonstration edition into an empty site; does nothing where articles exist."

    def handle(self, *args: Any, **options: Any) -> None:
        load(self.stdout.write)
