"""Django's PostgreSQL backend, on the embedded server."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base, client

from newsroom.embedded import hold
from newsroom.embedded.server import POSTGRES_USER, PROGRAMS


class DatabaseClient(client.DatabaseClient):
    executable_name = str(PROGRAMS / "psql")

    def runshell(self, parameters: Iterable[str]) -> None:
        socket_dir = hold.server(settings.VAR_DIR)
        self.connection.settings_dict |= {"HOST": str(socket_dir), "USER": POSTGRES_USER}
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        """As Django's; the server is running when this returns. Raises EmbeddedDatabaseError."""
        params = super().get_connection_params()
        return params | {"host": str(hold.server(settings.VAR_DIR)), "user": POSTGRES_USER}
