"""What goes out, to whom, and what is known of it when the mail server misbehaves."""

import datetime
import re
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from articles.models import Article
from subscriptions.delivery import tick
from subscriptions.delivery.lane import lane, recover
from subscriptions.delivery.outage import outage
from subscriptions.models import Delivery, Hand, Mailing, Subscriber
from subscriptions.models.queues import QUEUES
from tests.make import make_article, make_subscriber

from .conftest import SITE, Sink, smtp_to

pytestmark = pytest.mark.django_db

Work = Callable[[], None]


def announced(headline: str = "Frigates sail") -> Article:
    return make_article(headline, publish={"announce": True})


def states() -> list[str]:
    return list(Delivery.objects.order_by("subscriber_id").values_list("state", flat=True))


def leaving(reader: Subscriber) -> Callable[[str], None]:
    """What a reader does in their browser while the mail server is being talked to."""

    def leave(address: str) -> None:
        reader.unsubscribe()
        connection.close()

    return leave


def an_hour_later() -> None:
    waiting = Delivery.objects.filter(not_before__isnull=False)
    waiting.update(not_before=timezone.now() - datetime.timedelta(seconds=1))


# What is sent


def test_each_confirmed_reader_gets_a_published_article_once(sink: Sink, work: Work) -> None:
    readers = [make_subscriber().address for _ in range(3)]
    make_subscriber(confirmed=False)
    announced()
    work()
    work()
    letters = [r for r in sink.received if r.message["Subject"] == "Frigates sail"]
    assert sorted(letter.recipient for letter in letters) == sorted(readers)
    mailing = Mailing.objects.get()
    assert (mailing.state, mailing.candidates, mailing.counts()["sent"]) == ("finished", 3, 3)
    assert not Delivery.objects.filter(worker__isnull=False).exists()


def test_all_letters_of_a_batch_go_over_one_connection(sink: Sink, work: Work) -> None:
    for _ in range(5):
        make_subscriber()
    announced()
    tick()
    assert len(sink.received) == 5
    assert sink.connections == 1


def test_a_letter_has_the_headers_of_a_list_and_no_others(sink: Sink, work: Work) -> None:
    reader = make_subscriber()
    announced()
    work()
    (letter,) = sink.received
    message = letter.message
    assert message["To"] == reader.address
    assert message["From"] == "Newsroom <news@datum.example>"
    assert message["List-Id"] == "Newsroom <articles.datum.example>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(rf"<{SITE}/unsubscribe/\S+/>", message["List-Unsubscribe"])
    assert message["Message-ID"].endswith("@datum.example>")
    assert "Precedence" not in message
    assert "Auto-Submitted" not in message
    assert not message.defects


def test_each_reader_has_links_of_their_own_in_every_part(sink: Sink, work: Work) -> None:
    first, second = make_subscriber(), make_subscriber()
    announced()
    work()
    links = {}
    for letter in sink.received:
        link = str(letter.message["List-Unsubscribe"]).strip("<>")
        assert link in letter.part("plain")
        assert link in letter.part("html")
        links[letter.recipient] = link
    assert set(links) == {first.address, second.address}
    assert len(set(links.values())) == 2


def test_the_same_letter_to_the_same_reader_has_the_same_message_id(sink: Sink, work: Work) -> None:
    make_subscriber()
    make_subscriber()
    announced()
    work()
    first = {r.recipient: r.message["Message-ID"] for r in sink.received}
    Delivery.objects.update(state="queued")
    Mailing.objects.update(state="sending")
    work()
    again = {r.recipient: r.message["Message-ID"] for r in sink.received[2:]}
    assert again == first
    assert len(set(first.values())) == 2


def test_without_a_mail_server_each_letter_is_a_file(settings: Any, work: Work) -> None:
    reader = make_subscriber("kit@readers.example")
    announced()
    work()
    (file,) = settings.MAIL_TRANSPORT["directory"].iterdir()
    assert re.fullmatch(r"\d{8}-\d{6}-\d{6}-kit-at-readers-example\.eml", file.name)
    assert f"To: {reader.address}\r\n".encode() in file.read_bytes()


# To whom it is not sent


@pytest.mark.parametrize("announce", [True, False])
def test_only_a_publication_that_asks_for_it_is_mailed(
    sink: Sink, work: Work, announce: bool
) -> None:
    make_subscriber()
    make_article(publish={"announce": announce})
    work()
    assert len(sink.received) == announce


def test_an_imported_article_of_the_past_is_not_mailed(sink: Sink, work: Work) -> None:
    make_subscriber()
    past = timezone.now() - datetime.timedelta(hours=49)
    make_article(publish={"announce": True, "at": past})
    work()
    assert sink.received == []
    assert not Mailing.objects.exists()


def test_an_article_withdrawn_before_its_mailing_is_not_mailed(sink: Sink, work: Work) -> None:
    make_subscriber()
    announced().withdraw("The source took it back.")
    work()
    assert sink.received == []


def test_an_article_withdrawn_during_its_mailing_stops_it_with_a_reason(
    sink: Sink, work: Work
) -> None:
    make_subscriber()
    article = announced()
    outage.met(Exception("Away."))
    tick()
    article.withdraw("The source took it back.")
    outage.over()
    work()
    mailing = Mailing.objects.get()
    assert sink.received == []
    assert (mailing.state, mailing.note) == ("paused", "Its article is no longer on the site.")


def test_a_mailing_that_stood_still_for_two_days_waits_for_a_person(sink: Sink, work: Work) -> None:
    make_subscriber()
    announced()
    outage.met(Exception("Away."))
    tick()
    outage.over()
    Mailing.objects.update(resumed_at=timezone.now() - datetime.timedelta(hours=49))
    work()
    mailing = Mailing.objects.get()
    assert (mailing.state, sink.received) == ("paused", [])
    mailing.resume()
    work()
    assert len(sink.received) == 1


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_unsubscribes_during_the_sending_is_left_out(sink: Sink, work: Work) -> None:
    first, second = make_subscriber(), make_subscriber()
    sink.on_message = leaving(second)
    announced()
    work()
    assert sink.recipients == [first.address]
    assert states() == ["sent", "excluded"]


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_unsubscribes_while_their_letter_is_in_the_door_is_left_out(
    sink: Sink, work: Work
) -> None:
    first, second = make_subscriber(), make_subscriber()
    leave = leaving(first)
    sink.on_recipient = lambda address: leave(address) if address == first.address else None
    announced()
    work()
    assert sink.recipients == [second.address]
    assert states() == ["excluded", "sent"]


def test_a_slip_mended_before_the_mailing_is_made_is_not_mailed(sink: Sink, work: Work) -> None:
    make_subscriber()
    article = announced("Frigates sial")
    content = replace(article.shown.content, headline="Frigates sail")
    article.revise(content, None, article.draft_id)
    article.publish(None)
    work()
    (letter,) = sink.received
    assert letter.message["Subject"] == "Frigates sail"


def test_a_correction_says_so(sink: Sink, work: Work) -> None:
    make_subscriber()
    article = announced()
    work()
    article.publish(None, change="correction", text="They sailed on Monday.", announce=True)
    work()
    letter = sink.received[1]
    assert letter.message["Subject"] == "Correction: Frigates sail"
    for kind in ("plain", "html"):
        assert "They sailed on Monday." in letter.part(kind)


# A mail server that says no


def test_a_refused_address_fails_and_the_others_go_on(sink: Sink, work: Work) -> None:
    first, second = make_subscriber(), make_subscriber()
    sink.on_recipient = lambda a: "550 5.1.1 No such user" if a == first.address else None
    announced()
    work()
    assert sink.recipients == [second.address]
    assert states() == ["failed", "sent"]
    failed = Delivery.objects.get(state="failed")
    assert (failed.reason, failed.attempts) == ("550 5.1.1 No such user", 1)
    assert Mailing.objects.get().state == "finished"


def test_a_text_that_is_refused_at_the_end_fails(sink: Sink, work: Work) -> None:
    make_subscriber()
    sink.on_message = lambda a: "554 5.7.1 Not wanted"
    announced()
    work()
    assert states() == ["failed"]


@pytest.mark.parametrize("place", ["on_recipient", "on_message"])
def test_a_temporary_refusal_is_tried_again_later(sink: Sink, work: Work, place: str) -> None:
    make_subscriber()
    setattr(sink, place, lambda address: "451 4.7.1 Come back later")
    announced()
    work()
    row = Delivery.objects.get()
    assert (row.state, row.attempts, row.reason) == ("queued", 1, "451 4.7.1 Come back later")
    assert row.not_before is not None
    assert row.not_before > timezone.now()
    assert Mailing.objects.get().state == "sending"
    setattr(sink, place, lambda address: None)
    work()
    assert sink.received == []
    an_hour_later()
    work()
    assert len(sink.received) == 1
    assert Mailing.objects.get().state == "finished"


def test_temporary_refusals_come_to_an_end(sink: Sink, work: Work) -> None:
    make_subscriber()
    sink.on_recipient = lambda address: "451 4.7.1 Come back later"
    announced()
    for _ in range(6):
        work()
        an_hour_later()
    assert states() == ["failed"]
    assert Delivery.objects.get().attempts == 6


# A mail server that is not there


def test_an_absent_mail_server_uses_up_no_attempt(settings: Any, sink: Sink, work: Work) -> None:
    make_subscriber()
    make_subscriber()
    there = settings.MAIL_TRANSPORT
    settings.MAIL_TRANSPORT = smtp_to(9)
    announced()
    assert tick() is False
    assert outage.lasts
    assert set(states()) == {"queued"}
    settings.MAIL_TRANSPORT = there
    outage.over()
    an_hour_later()
    work()
    assert states() == ["sent", "sent"]
    assert set(Delivery.objects.values_list("attempts", flat=True)) == {1}


def test_a_mail_server_that_is_left_alone_is_not_asked(sink: Sink) -> None:
    make_subscriber()
    announced()
    outage.met(Exception("Away."))
    assert tick() is False
    assert sink.connections == 0
    assert Mailing.objects.get().state == "sending"


def test_a_sender_whom_the_server_does_not_take_is_no_readers_fault(sink: Sink) -> None:
    sink.on_sender = lambda address: "550 5.7.1 Not from you"
    make_subscriber()
    announced()
    assert tick() is False
    assert states() == ["queued"]
    assert Delivery.objects.get().attempts == 0


def test_a_connection_lost_after_the_final_word_leaves_the_letter_uncertain(
    sink: Sink, work: Work
) -> None:
    first, second = make_subscriber(), make_subscriber()
    sink.on_message = lambda address: "hang up" if address == first.address else None
    announced()
    tick()
    outage.over()
    work()
    assert states() == ["uncertain", "sent"]
    assert "did not answer" in Delivery.objects.get(state="uncertain").reason
    assert sink.recipients == [second.address]
    assert Mailing.objects.get().state == "finished"


# A worker that dies


def test_letters_that_a_dead_worker_claimed_are_sent_by_another(sink: Sink, work: Work) -> None:
    make_subscriber()
    announced()
    outage.met(Exception("Away."))
    tick()
    outage.over()
    Delivery.objects.update(state="claimed", worker=77)
    work()
    assert states() == ["sent"]
    assert len(sink.received) == 1


def test_the_letter_in_a_dead_workers_hand_is_uncertain_and_not_sent_again(
    sink: Sink, work: Work
) -> None:
    make_subscriber()
    make_subscriber()
    announced()
    outage.met(Exception("Away."))
    tick()
    outage.over()
    in_hand = Subscriber.objects.order_by("pk").values_list("pk", flat=True)[0]
    Delivery.objects.update(state="claimed", worker=77)
    Delivery.objects.filter(subscriber_id=in_hand).update(state="handing_over")
    work()
    assert states() == ["uncertain", "sent"]
    assert len(sink.received) == 1
    counts = Mailing.objects.get().counts()
    assert sum(counts.values()) == Mailing.objects.get().candidates


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_only_slow_keeps_its_letters() -> None:
    make_subscriber()
    announced()
    outage.met(Exception("Away."))
    tick()
    seen: list[str] = []

    def look() -> None:
        try:
            recover()
            seen.extend(states())
        finally:
            connection.close()

    with lane() as worker:
        Delivery.objects.update(state="handing_over", worker=worker)
        other = threading.Thread(target=look)
        other.start()
        other.join()
    assert seen == ["handing_over"]
    recover()
    assert states() == ["uncertain"]


def test_what_a_worker_has_lost_it_does_not_hand_over() -> None:
    make_subscriber()
    announced()
    outage.met(Exception("Away."))
    tick()
    mailing = Mailing.objects.get()
    hand = Hand(mailing.pk, worker=1)
    ((reader, _),) = [found for queue in QUEUES for found in hand.claim(queue, 0, 10)]
    Delivery.objects.update(worker=2)
    assert hand.hand_over(reader) is False
    hand.taken(reader)
    hand.mark_taken()
    assert states() == ["claimed"]


def test_freezing_an_audience_again_adds_nobody() -> None:
    make_subscriber()
    article = announced()
    outage.met(Exception("Away."))
    tick()
    later = make_subscriber()
    mailing = Mailing.objects.get()
    first = Subscriber.objects.audience(article).filter(pk__lt=later.pk)
    assert Delivery.objects.freeze(mailing.pk, first) == 0
    assert mailing.candidates == 1
    assert tick() is False
    assert Mailing.objects.count() == 1
