"""Several lanes side by side, each with its own connection and its own queue."""

import datetime
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from subscriptions.delivery import Lane, prepare, tick
from subscriptions.delivery.lane import LOCKS
from subscriptions.delivery.outage import Outage, outage
from subscriptions.models import Delivery, Hand, Mailing, Quota
from subscriptions.models.queues import QUEUES, SHARED, Provider
from tests.make import make_article, make_subscriber

from .conftest import Sink, smtp_to

pytestmark = pytest.mark.django_db


def announced() -> Mailing:
    make_article("Frigates sail", publish={"announce": True})
    prepare()
    return Mailing.objects.get()


def in_lanes(number: int, stopping: Callable[[], bool] = lambda: False) -> None:
    """So many lanes at once, to their end."""

    def send() -> None:
        try:
            Lane(stopping).send()
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# Queues


@pytest.mark.parametrize(
    ("address", "queue"),
    [
        ("kit@gmail.com", Provider.GOOGLE),
        ("Kit@GoogleMail.com", Provider.GOOGLE),
        ("kit@hotmail.co.uk", Provider.MICROSOFT),
        ("kit@aol.com", Provider.YAHOO),
        ("kit@me.com", Provider.APPLE),
        ("kit@web.de", Provider.GMX),
    ],
)
def test_a_large_provider_has_a_queue_of_its_own(address: str, queue: int) -> None:
    make_subscriber(address)
    announced()
    assert Delivery.objects.get().queue == queue


def test_everybody_else_is_spread_over_a_few_queues_by_domain() -> None:
    for number in range(40):
        make_subscriber(f"kit-{number}@domain-{number // 2}.example")
    announced()
    queues = dict(Delivery.objects.values_list("subscriber__address", "queue"))
    assert set(queues.values()) == set(range(SHARED))
    assert all(
        queues[f"kit-{n}@domain-{n // 2}.example"] == queues[f"kit-{n + 1}@domain-{n // 2}.example"]
        for n in range(0, 40, 2)
    )


@pytest.mark.django_db(transaction=True)
def test_a_slow_domain_holds_up_nobody_else(sink: Sink) -> None:
    for number in range(6):
        make_subscriber(f"slow-{number}@gmail.com")
        make_subscriber(f"quick-{number}@example.org")
    announced()
    slow = threading.Event()

    def answer(address: str) -> None:
        if address.startswith("slow"):
            slow.wait(20)
        elif Counter(a[:5] for a in sink.recipients)["quick"] == 5:
            slow.set()

    sink.on_recipient = answer
    in_lanes(2)
    assert sorted(sink.recipients[:5]) == [f"quick-{n}@example.org" for n in range(5)]
    assert len(sink.received) == 12


@pytest.mark.django_db(transaction=True)
def test_each_lane_has_a_connection_and_no_letter_goes_twice(sink: Sink) -> None:
    for number in range(30):
        make_subscriber(f"kit@domain-{number}.example")
    announced()
    sink.on_recipient = lambda address: time.sleep(0.02)
    in_lanes(3)
    assert sink.connections > 1
    assert max(Counter(sink.recipients).values()) == 1
    assert len(sink.received) == 30
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
    assert not Delivery.objects.filter(worker__isnull=False).exists()


def test_no_lock_outlives_its_lane(sink: Sink) -> None:
    make_subscriber()
    announced()
    Lane().send()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE classid = %s", [LOCKS])
        assert cursor.fetchone() == (0,)


def test_a_lane_that_is_to_stop_puts_the_rest_back(sink: Sink) -> None:
    for _ in range(5):
        make_subscriber("")
    announced()
    Lane(lambda: len(sink.received) >= 2).send()
    states = Counter(Delivery.objects.values_list("state", flat=True))
    assert states == {"sent": 2, "queued": 3}
    assert not Delivery.objects.filter(worker__isnull=False).exists()
    Lane().send()
    assert len(sink.received) == 5


def test_letters_put_back_behind_the_mark_are_found_again(sink: Sink) -> None:
    first, *_ = [make_subscriber() for _ in range(3)]
    announced()
    sink.on_recipient = lambda a: "451 Later" if a == first.address else None
    lane = Lane()
    lane.send()
    sink.on_recipient = lambda a: None
    Delivery.objects.update(not_before=None)
    lane.send()
    assert sink.recipients[-1] == first.address


# What is said to the server


def test_a_server_that_takes_commands_at_once_refuses_one_reader_and_takes_the_next(
    sink: Sink,
) -> None:
    sink.offers = ["PIPELINING"]
    first, second = make_subscriber(), make_subscriber()
    sink.on_recipient = lambda a: "550 No such user" if a == first.address else None
    announced()
    Lane().send()
    assert sink.recipients == [second.address]
    assert Delivery.objects.get(state="failed").reason == "550 No such user"
    assert sink.connections == 1


def test_a_server_that_hangs_up_after_some_letters_is_greeted_again(sink: Sink) -> None:
    for _ in range(3):
        make_subscriber()
    announced()
    told: list[str] = []

    def once(address: str) -> str | None:
        told.append(address)
        return "421 4.7.0 Too many letters on one connection" if len(told) == 2 else None

    sink.on_sender = once
    assert Lane().send() is True
    assert len(sink.received) == 3
    assert sink.connections == 2
    assert set(Delivery.objects.values_list("attempts", flat=True)) == {1}


def test_a_line_that_begins_with_a_dot_arrives_as_it_was_written(sink: Sink) -> None:
    make_subscriber()
    make_article("Dots", ".hidden\n..twice\n.", publish={"announce": True})
    tick()
    (letter,) = sink.received
    text = letter.part("plain")
    assert ".hidden" in text
    assert "...twice" not in text


# A mail server that is away


def test_what_one_lane_has_met_the_others_need_not_meet() -> None:
    one = Outage()
    one.met(Exception("Away."))
    one.met(Exception("Away, says another lane."))
    assert one.failures == 1
    assert not one.admits()


def test_after_a_pause_one_lane_alone_tries_again() -> None:
    one = Outage()
    one.met(Exception("Away."))
    one.until = 0
    assert one.admits()
    assert not one.admits()
    one.over()
    assert one.admits()
    assert one.admits()


def test_a_trial_with_nothing_to_send_is_left_to_others() -> None:
    one = Outage()
    one.met(Exception("Away."))
    one.until = 0
    assert one.admits()
    one.untried()
    assert one.admits()


def test_pauses_grow_to_half_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    one = Outage()
    for _ in range(8):
        one.until = 0
        one.met(Exception("Away."))
    assert "Next try in 16 s" in caplog.text
    assert "Next try in 30 s" in caplog.text
    assert "Next try in 32 s" not in caplog.text


def test_a_server_that_never_answers_stops_the_mailing(sink: Sink) -> None:
    for _ in range(15):
        make_subscriber()
    mailing = announced()
    sink.on_message = lambda address: "hang up"
    for _ in range(15):
        Lane().send()
        outage.until = 0
    mailing.refresh_from_db()
    assert mailing.state == "paused"
    assert "does not answer" in mailing.note
    assert mailing.counts()["uncertain"] == 10


# Limits


def test_a_provider_gets_so_many_letters_a_minute_and_others_go_on(
    sink: Sink, settings: Any
) -> None:
    settings.MAIL_PER_MINUTE = {"gmail": 2}
    for number in range(4):
        make_subscriber(f"kit-{number}@gmail.com")
        make_subscriber(f"kit-{number}@example.org")
    announced()
    Lane().send()
    assert Counter(a.partition("@")[2] for a in sink.recipients) == {
        "gmail.com": 2,
        "example.org": 4,
    }
    Quota.objects.update(since=timezone.now().replace(year=2020))
    Lane().send()
    assert len(sink.received) == 8


def test_a_provider_that_puts_off_one_letter_after_another_is_left_alone(sink: Sink) -> None:
    for number in range(8):
        make_subscriber(f"kit-{number}@gmail.com")
    make_subscriber("kit@example.org")
    announced()
    asked: list[str] = []

    def later(address: str) -> str | None:
        asked.append(address)
        return "450 4.7.28 Slow down" if "gmail" in address else None

    sink.on_recipient = later
    Lane().send()
    assert len([address for address in asked if "gmail" in address]) == 5
    assert sink.recipients == ["kit@example.org"]
    assert Counter(Delivery.objects.values_list("attempts", flat=True)) == {1: 6, 0: 3}
    sink.on_recipient = lambda address: None
    Lane().send()
    assert len(sink.received) == 1
    Quota.objects.update(held_until=None)
    Lane().send()
    assert len(sink.received) == 4


def test_a_new_sender_is_warmed_up_day_by_day(sink: Sink, settings: Any) -> None:
    settings.MAIL_WARM_UP_SINCE = timezone.localdate()
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    Quota.objects.create(name="warm-up", since=midnight, taken=198)
    for number in range(5):
        make_subscriber(f"kit-{number}@domain-{number}.example")
    announced()
    Lane().send()
    assert len(sink.received) == 2
    settings.MAIL_WARM_UP_SINCE = timezone.localdate() - datetime.timedelta(days=1)
    Lane().send()
    assert len(sink.received) == 5


def test_a_mail_service_keeps_to_limits_itself(settings: Any) -> None:
    settings.MAIL_PER_MINUTE = {"gmail": 0}
    make_subscriber("kit@gmail.com")
    announced()
    Lane().send()
    assert Delivery.objects.get().state == "sent"


# The sum


def test_a_mailing_with_a_letter_missing_is_not_finished_and_says_so(
    sink: Sink, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        make_subscriber()
    mailing = announced()
    Delivery.objects.order_by("subscriber_id").first().delete()  # type: ignore[union-attr]
    tick()
    tick()
    mailing.refresh_from_db()
    assert mailing.state == "paused"
    assert "made for 3 readers, and there are 2 letters" in mailing.note
    assert "is not finished" in caplog.text


def test_the_next_mark_says_that_the_last_letter_was_taken(sink: Sink) -> None:
    readers = [make_subscriber("a@d0.example").pk, make_subscriber("b@d0.example").pk]
    mailing = announced()
    hand = Hand(mailing.pk, worker=5)
    for queue in QUEUES:
        hand.claim(queue, 0, 10)
    assert hand.hand_over(readers[0])
    hand.taken(readers[0])
    assert Delivery.objects.get(subscriber=readers[0]).state == "handing_over"
    assert hand.hand_over(readers[1])
    assert Delivery.objects.get(subscriber=readers[0]).state == "sent"
    assert Delivery.objects.get(subscriber=readers[1]).state == "handing_over"


@pytest.mark.parametrize(("known", "state"), [("answered", "sent"), ("unsaid", "queued")])
def test_what_a_lane_knows_outlives_its_session(sink: Sink, known: str, state: str) -> None:
    """It was given up for dead, and its letter for uncertain."""
    reader = make_subscriber()
    mailing = announced()
    hand = Hand(mailing.pk, worker=5)
    setattr(hand, known, reader.pk)
    Delivery.objects.update(state="uncertain")
    hand.remember()
    assert Delivery.objects.get().state == state


def test_an_unreachable_server_leaves_no_letter_in_hand(settings: Any) -> None:
    settings.MAIL_TRANSPORT = smtp_to(9)
    make_subscriber()
    announced()
    assert Lane().send() is False
    assert Delivery.objects.get().state == "queued"
    assert Delivery.objects.get().worker is None
