"""What every manage.py command has in common: how it ends."""

import os
import signal
import sys
from types import FrameType

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError, connection

from newsroom.embedded import EmbeddedDatabaseError


def main(argv: list[str]) -> None:
    """Run a command. A fault that a person can mend is one sentence and exit status 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    # So that a terminated command still runs its exit handlers (one stops the database).
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGHUP, _leave)
    try:
        execute_from_command_line(argv)
    except (EmbeddedDatabaseError, ImproperlyConfigured) as error:
        sys.exit(str(error))
    except OperationalError as error:
        if connection.connection is not None:
            raise
        reason = str(error).strip().splitlines()[-1].strip()
        sys.exit(f"The database that DATABASE_URL names cannot be reached: {reason}")
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)


def _leave(signum: int, frame: FrameType | None) -> None:
    sys.exit(128 + signum)
