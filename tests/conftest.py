import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.test import Client

# How long an example takes depends on the machine, and is not what these tests are about.
hypothesis.settings.register_profile("newsroom", deadline=None)
hypothesis.settings.load_profile("newsroom")

NO_CHROMIUM = "No Chromium found: browser tests skipped (install chromium, or set CHROMIUM=path)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test in real transactions empties every table at its end; the next one of that kind
    gets back what the migrations had put there (roles, the site's settings)."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker and marker.kwargs.get("transaction"):
            options = {**marker.kwargs, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(*marker.args, **options), append=False)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """What comes back that way has numbers of its own, which Django may remember otherwise."""
    from django.contrib.contenttypes.models import ContentType

    ContentType.objects.clear_cache()


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    """Media and mail of a test are its own; only the database is shared, to start fast."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MAIL_TRANSPORT = {"kind": "outbox", "directory": tmp_path / "mail"}
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.STORAGES = settings.STORAGES | {
        "uploads": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "uploads"},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.ALLOWED_HOSTS = ["*"]


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Any]:
    """A Playwright Chromium, the one that is installed on this machine."""
    from django.db import connection

    program = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    if program is None or not Path(program).is_file():
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail("REQUIRE_BROWSER is 1, but no Chromium is found (set CHROMIUM=path)")
        pytest.skip(NO_CHROMIUM)
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, which Django would take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    rows_of_migrations = connection._test_serialized_contents
    with sync_playwright() as playwright:
        # Beside that loop `connection` is another object: it must know, too, what to put back.
        connection._test_serialized_contents = rows_of_migrations
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def newsdesk(page: Any, live_server: Any) -> Iterator[Any]:
    """Opens a page of the newsdesk as that person: newsdesk("/admin/", user) -> the tab.

    A complaint of the browser (an error, or something that the CSP refused) fails the test;
    `newsdesk.complaints` may be cleared by a test that provokes one.
    """
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type == "error" else None,
    )

    def open_as(path: str, user: Any, tab: Any = page) -> Any:
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        tab.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": live_server.url}]
        )
        tab.goto(live_server.url + path)
        return tab

    open_as.complaints = complaints  # type: ignore[attr-defined]
    yield open_as
    told = list(complaints)
    # A page says goodbye when it is left; emptying the tables meanwhile would lock both out.
    for context in page.context.browser.contexts:
        context.set_offline(True)
    wait_for_the_last_request()
    assert told == []


def wait_for_the_last_request() -> None:
    """Until the server has left the database alone for a tenth of a second."""
    from django.db import connection

    quiet = 0
    for _ in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND state <> 'idle'"
            )
            quiet = 0 if cursor.fetchone()[0] else quiet + 1
        if quiet == 3:
            return
        time.sleep(0.05)


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh tab in a fresh profile; a script error on the page fails the test."""
    context = browser.new_context()
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert errors == []
