import datetime

import pytest
from django.utils import timezone

from subscriptions.models import Heartbeat

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
