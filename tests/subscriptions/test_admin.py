"""The post office as editors and chiefs see it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from subscriptions.delivery import tick
from subscriptions.delivery.outage import outage
from subscriptions.models import Delivery, Mailing
from tests.make import make_article, make_desk, make_subscriber, make_user

from .conftest import Sink

pytestmark = pytest.mark.django_db

Work = Callable[[], None]


@pytest.fixture
def chief(client: Client) -> Client:
    client.force_login(make_user("Chief"))
    return client


def page(name: str, *args: Any) -> str:
    return reverse(f"admin:subscriptions_{name}", args=args)


def test_the_list_of_mailings_shows_their_counts(chief: Client, sink: Sink, work: Work) -> None:
    first, _ = make_subscriber("no@readers.example"), make_subscriber("yes@readers.example")
    sink.on_recipient = lambda a: "550 No such user" if a == first.address else None
    make_article("Frigates sail", publish={"announce": True})
    work()
    response = chief.get(page("mailing_changelist"))
    assertContains(response, "Frigates sail")
    assertContains(response, "1 failed")


@pytest.mark.parametrize("count", [5, 50])
def test_the_list_of_mailings_costs_the_same_however_long_it_is(
    chief: Client, django_assert_max_num_queries: Any, count: int
) -> None:
    reader = make_subscriber()
    for number in range(count):
        mailing = Mailing.objects.create(subject=f"Letter {number}", candidates=3)
        Delivery.objects.create(mailing=mailing, subscriber=reader, state="failed")

    with django_assert_max_num_queries(10):
        page_of_list = chief.get(page("mailing_changelist"))

    assertContains(page_of_list, '<td class="field-sent">2</td>')
    assertContains(page_of_list, "1 failed")


def test_a_mailings_page_names_what_went_wrong(chief: Client, sink: Sink, work: Work) -> None:
    make_subscriber("no@readers.example")
    sink.on_recipient = lambda address: "550 5.1.1 No such user"
    make_article(publish={"announce": True})
    work()
    response = chief.get(page("mailing_change", Mailing.objects.get().pk))
    assertContains(response, "no@readers.example")
    assertContains(response, "550 5.1.1 No such user")
    assertContains(response, "1 of 1 reader<")


def test_an_uncertain_letter_of_a_deleted_reader_is_still_counted(
    chief: Client, sink: Sink, work: Work
) -> None:
    reader = make_subscriber("gone@readers.example")
    make_article(publish={"announce": True})
    work()
    Delivery.objects.update(state="uncertain")
    reader.delete()
    response = chief.get(page("mailing_change", Mailing.objects.get().pk))
    assertContains(response, "A reader whose address was deleted")


def test_a_chief_pauses_and_resumes_a_mailing(chief: Client, sink: Sink, work: Work) -> None:
    make_subscriber()
    make_article(publish={"announce": True})
    outage.met(Exception("Away."))
    tick()
    outage.over()
    mailing = Mailing.objects.get()
    chief.post(page("mailing_pause", mailing.pk))
    work()
    assert sink.received == []
    assertContains(chief.get(page("mailing_change", mailing.pk)), "Paused by")
    chief.post(page("mailing_resume", mailing.pk))
    work()
    assert len(sink.received) == 1


def test_a_mailing_of_a_withdrawn_article_cannot_be_resumed(chief: Client, sink: Sink) -> None:
    make_subscriber()
    article = make_article(publish={"announce": True})
    outage.met(Exception("Away."))
    tick()
    mailing = Mailing.objects.get()
    mailing.pause("For a test.")
    article.withdraw("Wrong.")
    response = chief.post(page("mailing_resume", mailing.pk), follow=True)
    assertContains(response, "It cannot be resumed. Its article is no longer on the site.")
    mailing.refresh_from_db()
    assert mailing.state == "paused"


def test_a_mailing_is_neither_added_nor_edited_nor_deleted(
    chief: Client, sink: Sink, work: Work
) -> None:
    make_article(publish={"announce": True})
    work()
    pk = Mailing.objects.get().pk
    assert chief.get(page("mailing_add")).status_code == 403
    assert chief.post(page("mailing_change", pk)).status_code == 403
    assert chief.post(page("mailing_delete", pk)).status_code == 403


def test_an_editor_sees_mailings_and_no_addresses(client: Client, sink: Sink, work: Work) -> None:
    client.force_login(make_user("Editor"))
    make_article(publish={"announce": True})
    work()
    pk = Mailing.objects.get().pk
    assertNotContains(client.get(page("mailing_change", pk)), "Pause</button>")
    assert client.get(page("mailing_changelist")).status_code == 200
    for forbidden in (page("subscriber_changelist"), page("outbox"), page("outbox_one", "x.eml")):
        assert client.get(forbidden).status_code == 403
    for verb in ("mailing_pause", "mailing_resume"):
        assert client.post(page(verb, pk)).status_code == 403


def test_a_writer_sees_nothing_of_it(client: Client) -> None:
    client.force_login(make_user("Writer"))
    for name in ("mailing_changelist", "subscriber_changelist", "outbox"):
        assert client.get(page(name)).status_code == 403


# Subscribers


def test_subscribers_are_found_and_stopped_but_not_typed_in(chief: Client) -> None:
    desk = make_desk("Air")
    reader = make_subscriber("kit@readers.example", subscriptions=[{"kind": "desk", "desk": desk}])
    make_subscriber("ray@readers.example")
    response = chief.get(page("subscriber_changelist"), {"q": "kit@"})
    assertContains(response, "the Air desk, at once")
    assertNotContains(response, "ray@readers.example")
    assertContains(chief.get(page("subscriber_change", reader.pk)), "kit@readers.example")
    assert chief.get(page("subscriber_add")).status_code == 403
    chief.post(
        page("subscriber_changelist"), {"action": "unsubscribe", "_selected_action": [reader.pk]}
    )
    reader.refresh_from_db()
    assert reader.state == "unsubscribed"


# The outbox


def test_the_outbox_shows_the_letters_that_were_kept(chief: Client, work: Work) -> None:
    make_subscriber("kit@readers.example", confirmed=False)
    work()
    response = chief.get(page("outbox"))
    assertContains(response, "Please confirm")
    (letter,) = response.context["letters"]
    response = chief.get(page("outbox_one", letter.name))
    assertContains(response, "kit@readers.example")
    assertContains(response, 'href="https://datum.example/subscribe/confirm/')
    assertContains(response, 'sandbox="allow-same-origin"')
    assert "frame-src 'self'" in response["Content-Security-Policy"]


def test_a_letters_html_is_shown_where_nothing_in_it_can_run(chief: Client, settings: Any) -> None:
    directory: Path = settings.MAIL_TRANSPORT["directory"]
    directory.mkdir()
    (directory / "bad.eml").write_text(
        "Subject: <script>alert(1)</script>\nContent-Type: text/html; charset=utf-8\n\n"
        "<script>alert(2)</script>"
    )
    response = chief.get(page("outbox_html", "bad.eml"))
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-same-origin" in policy
    assert "script" not in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assertNotContains(chief.get(page("outbox")), "<script>alert")
    assertNotContains(chief.get(page("outbox_one", "bad.eml")), "<script>alert")


@pytest.mark.parametrize("name", ["none.eml", "..", ".draft.eml", "..%2F..%2Fsettings.py"])
def test_the_outbox_shows_no_other_file(chief: Client, settings: Any, name: str) -> None:
    directory: Path = settings.MAIL_TRANSPORT["directory"]
    directory.mkdir()
    (directory / ".draft.eml").write_text("Subject: half\n\n")
    assert chief.get(page("mailing_changelist") + f"outbox/{name}/html/").status_code in (302, 404)


def test_the_outbox_says_where_the_mail_goes_instead(chief: Client, sink: Sink) -> None:
    assertContains(chief.get(page("outbox")), "Letters go to the mail server 127.0.0.1.")
