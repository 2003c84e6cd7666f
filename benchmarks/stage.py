"""A newsroom for one measurement: its own database in a temporary folder, gone at the end."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

READERS = """
    INSERT INTO subscriptions_subscriber (address, key, state, consent_at, consent_form,
        consent_wording, consent_network)
    SELECT address, address, 'confirmed', now(), 'page', 'Subscribe.', ''
    FROM (SELECT 'reader-' || n || '@d' || n %% 500 || '.example' AS address
          FROM generate_series(%s, %s) AS n) AS made
"""
WISHES = """
    INSERT INTO subscriptions_subscription (subscriber_id, kind, frequency, since)
    SELECT id, 'everything', 'instant', now() FROM subscriptions_subscriber
    WHERE id NOT IN (SELECT subscriber_id FROM subscriptions_subscription)
"""


@contextlib.contextmanager
def newsroom(**variables: str) -> Iterator[Path]:
    """The folder of its data; Django is ready to be used inside."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-"))
    # A short name, open to the user as whom PostgreSQL runs.
    folder.chmod(0o755)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "VAR_DIR": str(folder),
        "DATABASE_URL": "",
        "EMAIL_URL": "",
        "SITE_URL": "https://datum.example",
        "DEFAULT_FROM_EMAIL": "Datum <news@datum.example>",
        "DEBUG": "0",
        **variables,
    }
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    import logging

    logging.disable(logging.INFO)
    try:
        call_command("migrate", verbosity=0)
        yield folder
    finally:
        connections.close_all()
        leave(folder)


def leave(folder: Path) -> None:
    from newsroom.embedded import hold

    hold.release(folder)
    shutil.rmtree(folder, ignore_errors=True)


def make_readers(number: int) -> None:
    """So many more of them, confirmed, who get everything at once."""
    from django.db import connection

    from subscriptions.models import Subscriber

    first = Subscriber.objects.count() + 1
    with connection.cursor() as cursor:
        cursor.execute(READERS, [first, first + number - 1])
        cursor.execute(WISHES)
        cursor.execute("ANALYZE subscriptions_subscriber, subscriptions_subscription")


class Report:
    """One line for each budget; the exit status is 1 where one is not kept."""

    def __init__(self) -> None:
        self.failed = 0

    def line(self, kept: bool, what: str) -> None:
        self.failed += not kept
        print(f"{'pass' if kept else 'FAIL'}  {what}", flush=True)

    def end(self) -> int:
        return 1 if self.failed else 0
