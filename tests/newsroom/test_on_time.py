"""A real worker beside the site: what is due goes out at its time."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from django.utils import timezone

from articles.models import Article
from subscriptions.models import Heartbeat
from tests.make import make_article, make_content
from tests.newsroom.processes import BASE_DIR, environment

pytestmark = pytest.mark.django_db(transaction=True)

LATE = timedelta(seconds=2)


def database_url() -> str:
    """Of the tests' database, for a process of its own."""
    connection.ensure_connection()
    info = connection.connection.info
    password = f":{quote(info.password, safe='')}" if info.password else ""
    host = quote(info.host, safe="")
    return f"postgres://{info.user}{password}@{host}:{info.port}/{info.dbname}"


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[None]:
    variables = {
        "DATABASE_URL": database_url(),
        "SECRET_KEY": "only-for-this-test-" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2,
        "VAR_DIR": str(tmp_path),
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker"], cwd=BASE_DIR, env=environment(**variables)
    )
    try:
        until(Heartbeat.objects.exists, "the worker has not started")
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def until(happened: Callable[[], bool], otherwise: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, otherwise
        time.sleep(0.05)


@pytest.mark.usefixtures("worker")
def test_what_is_scheduled_goes_out_within_two_seconds_of_its_time() -> None:
    first, live = make_article("First"), make_article("Live", published=True)
    live.revise(make_content("Newer"), None, based_on=live.draft_id)
    moment = timezone.now() + timedelta(seconds=2)
    first.schedule(moment)
    live.schedule(moment, change="update", text="More is known.")

    until(lambda: not Article.objects.filter(publish_at__isnull=False), "nothing went out")

    for article in (first, live):
        article.refresh_from_db()
        change = article.changes.latest("pk")
        assert article.live == article.draft
        assert moment <= change.at <= moment + LATE
