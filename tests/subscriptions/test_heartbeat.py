import datetime

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from subscriptions.models import Heartbeat
from tests.make import make_user

pytestmark = pytest.mark.django_db


def test_a_process_that_never_beat_is_unknown() -> None:
    assert Heartbeat.seconds_since("worker") is None


def test_a_beat_is_heard_and_grows_old() -> None:
    Heartbeat.beat("worker")
    Heartbeat.beat("worker")
    seconds = Heartbeat.seconds_since("worker")
    assert seconds is not None
    assert 0 <= seconds < 5
    Heartbeat.objects.update(at=timezone.now() - datetime.timedelta(minutes=2))
    seconds = Heartbeat.seconds_since("worker")
    assert seconds is not None
    assert 120 <= seconds < 125


def test_the_newsdesk_says_when_no_worker_is_running(client: Client) -> None:
    client.force_login(make_user("Editor"))
    assertContains(client.get("/admin/"), "It has not been heard of yet.")
    Heartbeat.objects.create(name="worker", at=timezone.now() - datetime.timedelta(minutes=6))
    assertContains(client.get("/admin/"), "No heartbeat for 6 minutes.")


def test_the_newsdesk_is_silent_about_a_worker_that_runs(client: Client) -> None:
    client.force_login(make_user("Editor"))
    Heartbeat.beat("worker")
    assertNotContains(client.get("/admin/"), "The worker is not running")
