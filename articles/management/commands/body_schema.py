import json
from typing import Any

from django.core.management.base import BaseCommand

from articles.body.schema import json_schema


class Command(BaseCommand):
    help = "Prints the JSON Schema of an article's body."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(json_schema(), indent=2))
