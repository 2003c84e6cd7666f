"""Letters on their way while workers, sessions and servers die. Everything here is a process of
its own; benchmarks/faults.py does the same with 20,000 letters."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings as configured
from django.db import connection

from subscriptions.models import Subscriber, Subscription
from tests.make import make_article

from . import faults
from .conftest import SITE
from .office import BASE_DIR, MailServer, Office

pytestmark = pytest.mark.django_db(transaction=True)
LETTERS = 160


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Letters for everybody, and nobody who has begun to send them."""
    server = MailServer(tmp_path, delay=0.02).start()
    office = Office(
        tmp_path, server,
        DATABASE_URL=address_of_database(),
        SECRET_KEY=configured.SECRET_KEY.ljust(50, "x"),
        VAR_DIR=str(tmp_path),
        SITE_URL=SITE,
        DEFAULT_FROM_EMAIL="Datum <news@datum.example>",
    )  # fmt: skip
    make_readers(LETTERS)
    make_article(publish={"announce": True})
    try:
        yield office
    finally:
        office.close()


def address_of_database() -> str:
    params = connection.get_connection_params()
    user, host = params.get("user", ""), quote(str(params.get("host", "")), safe="")
    secret = f":{quote(params['password'], safe='')}" if params.get("password") else ""
    port = f":{params['port']}" if params.get("port") else ""
    return f"postgres://{user}{secret}@{host}{port}/{params['dbname']}"


def make_readers(number: int) -> None:
    readers = Subscriber.objects.bulk_create(
        Subscriber(
            address=f"reader-{n}@d{n % 7}.example", key=f"reader-{n}@d{n % 7}.example",
            state="confirmed", consent_at="2026-01-01T00:00Z", consent_form="page",
        )
        for n in range(number)
    )  # fmt: skip
    Subscription.objects.bulk_create(Subscription(subscriber=reader) for reader in readers)


def test_killed_workers_lose_nothing_and_send_nothing_twice(office: Office) -> None:
    faults.workers_are_killed(office, LETTERS, kills=3)


def test_a_worker_that_stands_still_keeps_its_letters(office: Office) -> None:
    faults.a_worker_stands_still(office, LETTERS, seconds=2)


def test_a_worker_whose_database_sessions_are_cut_goes_on(office: Office) -> None:
    faults.sessions_are_cut(office, LETTERS, times=2)


def test_a_mail_server_that_comes_back_gets_the_rest(office: Office) -> None:
    faults.the_mail_server_is_away(office, LETTERS, seconds=4)


def test_a_database_that_is_restarted_loses_no_letter(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "benchmarks/faults.py", "--messages", "80", "--only", "restart"],
        cwd=BASE_DIR, env={**os.environ, "TMPDIR": str(tmp_path)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 lost, 0 twice" in result.stdout


def test_a_stopping_worker_finishes_the_letter_in_hand(office: Office) -> None:
    worker = office.start_worker()
    office.wait_for_letters(10)
    worker.terminate()
    assert worker.wait(15) == 0
    found = faults.states()
    assert set(found) == {"sent", "queued"}, found
    assert found["sent"] == sum(office.server.taken().values())
