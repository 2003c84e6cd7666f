"""After an hour without a worker: was the machine off, or is this a copy from before?"""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from articles.models import Change
from subscriptions.delivery import Lane, attend, prepare
from subscriptions.models import Heartbeat, Mailing, Subscriber
from tests.make import make_article, make_subscriber, make_user

from .conftest import Sink

pytestmark = pytest.mark.django_db

Work = Callable[[], None]


def beat_ago(hours: float) -> datetime.datetime:
    at = timezone.now() - datetime.timedelta(hours=hours)
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": at})
    return at


def test_a_mailing_under_way_in_an_old_copy_waits_for_a_person(sink: Sink, work: Work) -> None:
    make_subscriber()
    make_article(publish={"announce": True})
    prepare()
    beat_ago(5)
    work()
    assert sink.received == []
    attend()
    work()
    mailing = Mailing.objects.get()
    assert (sink.received, mailing.state) == ([], "paused")
    assert "or this database is a copy from before" in mailing.note
    mailing.resume()
    work()
    assert len(sink.received) == 1


def test_a_publication_that_an_old_copy_has_not_mailed_waits_too(sink: Sink, work: Work) -> None:
    make_subscriber()
    last = beat_ago(5)
    make_article(publish={"announce": True})
    Change.objects.update(at=last - datetime.timedelta(seconds=1))
    attend()
    work()
    assert sink.received == []
    assert Mailing.objects.get().state == "paused"


def test_what_an_old_copy_publishes_at_its_set_time_waits_too(sink: Sink, work: Work) -> None:
    make_subscriber()
    beat_ago(5)
    attend()
    make_article(publish={"announce": True})
    Change.objects.update(by=None)
    work()
    assert sink.received == []
    assert Mailing.objects.get().state == "paused"


@pytest.mark.parametrize("hours", [3, 0])
def test_what_an_editor_has_published_meanwhile_is_mailed(
    sink: Sink, work: Work, hours: int
) -> None:
    make_subscriber()
    beat_ago(5)
    make_article(by=make_user("Editor"), publish={"announce": True})
    Change.objects.update(at=timezone.now() - datetime.timedelta(hours=hours))
    attend()
    work()
    assert len(sink.received) == 1


def test_a_short_rest_holds_nothing_up(sink: Sink, work: Work) -> None:
    make_subscriber()
    make_article(publish={"announce": True})
    prepare()
    beat_ago(0.5)
    attend()
    work()
    assert len(sink.received) == 1


def test_nothing_is_sent_before_the_heart_beats_again(sink: Sink) -> None:
    make_subscriber()
    make_subscriber(confirmed=False)
    make_article(publish={"announce": True})
    prepare()
    asked = len(sink.received)
    make_subscriber(confirmed=False)
    beat_ago(2)
    assert prepare() is False
    assert Lane().send() is False
    assert len(sink.received) == asked


def test_confirmations_that_an_old_copy_has_not_sent_are_not_sent(sink: Sink, work: Work) -> None:
    reader = make_subscriber(confirmed=False)
    Subscriber.objects.update(consent_at=timezone.now() - datetime.timedelta(hours=6))
    beat_ago(5)
    later = make_subscriber(confirmed=False)
    attend()
    work()
    assert sink.recipients == [later.address]
    reader.refresh_from_db()
    assert reader.confirmation_due_at is None


def test_two_workers_that_return_at_once_hold_it_once(sink: Sink, caplog: Any) -> None:
    make_subscriber()
    make_article(publish={"announce": True})
    prepare()
    beat_ago(5)
    attend()
    Mailing.objects.get().resume()
    attend()
    assert Mailing.objects.get().state == "sending"
