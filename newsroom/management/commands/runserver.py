from typing import Any

from django.db import connection
from whitenoise.runserver_nostatic.management.commands.runserver import Command as Runserver


class Command(Runserver):
    def handle(self, *args: Any, **options: Any) -> None:
        # The reloading process is the parent of the serving one and outlives it: opened here
        # too, an embedded database stays through each reload and is stopped at the end.
        connection.ensure_connection()
        connection.close()
        super().handle(*args, **options)
