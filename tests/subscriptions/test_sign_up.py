"""From the form to a confirmed reader, and everything that must not come of it."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains

from articles.models import SiteSettings
from subscriptions.delivery import tick
from subscriptions.delivery.outage import outage
from subscriptions.models import Subscriber
from subscriptions.models.subscriber import SIGN_UPS_PER_HOUR
from subscriptions.tokens import confirm_url, confirming, unsubscribe_url
from tests.make import make_subscriber

from .conftest import SITE, Sink, smtp_to

pytestmark = pytest.mark.django_db

OURS = {"Sec-Fetch-Site": "same-origin"}
Work = Callable[[], None]


def sign_up(client: Client, address: str, headers: Any = OURS, **fields: str) -> Any:
    data = {"email": address, "place": "page", **fields}
    return client.post("/subscribe/", data, headers=headers)


def path_of(url: str) -> str:
    assert url.startswith(SITE)
    return url.removeprefix(SITE)


def a_day_passes() -> None:
    for subscriber in Subscriber.objects.exclude(confirmation_sent_at=None):
        subscriber.confirmation_sent_at -= datetime.timedelta(days=1, minutes=1)
        subscriber.save()


# The form


@pytest.mark.parametrize("page", ["/subscribe/", "/"])
def test_the_form_is_there_and_sets_no_cookie(client: Client, page: str) -> None:
    response = client.get(page)
    assertContains(response, "Discover more from Newsroom")
    assertContains(response, "Subscribe to get the latest posts sent to your email.")
    assert not response.cookies


def test_a_sign_up_is_noted_with_the_evidence_of_consent(client: Client) -> None:
    SiteSettings.objects.create(pk=1, name="Datum")
    response = sign_up(client, "kit@readers.example", place="box")
    assert response.url == "/subscribe/sent/"
    subscriber = Subscriber.objects.get()
    assert (subscriber.address, subscriber.state) == ("kit@readers.example", "pending")
    assert subscriber.consent_form == "box"
    assert subscriber.consent_wording == (
        "Discover more from Datum. Subscribe to get the latest posts sent to your email."
    )
    assert timezone.now() - subscriber.consent_at < datetime.timedelta(minutes=1)
    assert re.fullmatch(r"[0-9a-f]{64}", subscriber.consent_network)
    assertContains(client.get(response.url), "Check your mail")


def test_an_address_of_another_network_has_another_hash(client: Client) -> None:
    for number, address in enumerate(["192.0.2.1", "192.0.2.250", "198.51.100.1", "2001:db8::1"]):
        client.post(
            "/subscribe/",
            {"email": f"r{number}@readers.example", "place": "page"},
            headers=OURS,
            REMOTE_ADDR=address,
        )
    hashes = list(Subscriber.objects.order_by("pk").values_list("consent_network", flat=True))
    assert hashes[0] == hashes[1]
    assert len(set(hashes)) == 3


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  kit@readers.example \n", "kit@readers.example"),
        ("Kit.Ray+news@READERS.Example", "Kit.Ray+news@readers.example"),
        ("kit@bücher.example", "kit@xn--bcher-kva.example"),
        ("kit@BÜCHER.example.", "kit@xn--bcher-kva.example"),
    ],
)
def test_an_address_is_kept_in_one_form(client: Client, typed: str, kept: str) -> None:
    sign_up(client, typed)
    assert Subscriber.objects.get().address == kept


def test_an_address_is_one_reader_however_it_is_written(client: Client) -> None:
    sign_up(client, "kit@readers.example")
    sign_up(client, "KIT@Readers.Example")
    assert Subscriber.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write your e-mail address here."),
        ("kit.readers.example", "has an @ in it"),
        ("@readers.example", "before the @ is missing"),
        ("kit@", "after the @ cannot be right"),
        ("kit@readers", "after the @ cannot be right"),
        ("kit@readers..example", "after the @ cannot be right"),
        ("kit@[192.0.2.1]", "after the @ cannot be right"),
        ("kit@faß.example", "begins with xn--"),
        ("kit@-.example", "after the @ cannot be right"),
        ("kit ray@readers.example", "before the @ cannot be right"),
        ('"kit"@readers.example', "before the @ cannot be right"),
        ("kit\r\nBcc: all@readers.example", "before the @ cannot be right"),
        ("=?utf-8?q?kit?=@readers.example", "before the @ cannot be right"),
        ("kıt@readers.example", "plain letters"),
        ("k" * 65 + "@readers.example", "before the @ cannot be right"),
        ("kit@" + "r" * 60 + ".example" * 40, "too long"),
        ("kit\x00@readers.example", "Null characters"),
    ],
)
def test_a_malformed_address_is_refused_in_words_and_kept_in_the_field(
    client: Client, typed: str, said: str
) -> None:
    response = sign_up(client, typed)
    assertContains(response, said, status_code=422)
    assert response.context["email"] == typed
    assert not Subscriber.objects.exists()


def test_what_was_typed_stands_escaped_in_the_field(client: Client) -> None:
    response = sign_up(client, '"><script>alert(1)</script>')
    assertContains(response, "&quot;&gt;&lt;script&gt;", status_code=422)


def test_a_program_that_fills_every_field_gets_the_same_answer_and_no_mail(
    client: Client, sink: Sink, work: Work
) -> None:
    response = sign_up(client, "kit@readers.example", website="https://spam.example")
    assert response.url == "/subscribe/sent/"
    work()
    assert sink.received == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://[broken"},
    ],
)
def test_a_form_on_another_site_signs_nobody_up(client: Client, headers: Any) -> None:
    response = sign_up(client, "kit@readers.example", headers=headers)
    assertContains(response, "our own page", status_code=403)
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("origin", [SITE, "http://testserver"])
def test_an_older_browser_is_known_by_its_origin(client: Client, origin: str) -> None:
    assert sign_up(client, "kit@readers.example", headers={"Origin": origin}).status_code == 302


def test_a_program_that_is_no_browser_may_sign_up(client: Client) -> None:
    assert sign_up(client, "kit@readers.example", headers={}).status_code == 302


def test_a_network_that_signs_up_crowds_has_to_wait(client: Client) -> None:
    for number in range(SIGN_UPS_PER_HOUR):
        assert sign_up(client, f"r{number}@readers.example").status_code == 302
    assertContains(sign_up(client, "late@readers.example"), "in an hour", status_code=429)
    assert Subscriber.objects.count() == SIGN_UPS_PER_HOUR
    Subscriber.objects.update(consent_at=timezone.now() - datetime.timedelta(minutes=61))
    assert sign_up(client, "late@readers.example").status_code == 302


def test_known_and_unknown_addresses_get_the_same_answer_for_the_same_work(
    client: Client,
) -> None:
    make_subscriber("confirmed@readers.example")
    make_subscriber("waiting@readers.example", confirmed=False)
    make_subscriber("left@readers.example").unsubscribe()
    seen = set()
    for name in ("confirmed", "waiting", "left", "new"):
        with CaptureQueriesContext(connection) as queries:
            response = sign_up(client, f"{name}@readers.example")
        shapes = tuple(query["sql"].split()[0] for query in queries.captured_queries)
        seen.add((response.status_code, response.url, response.content, shapes))
    assert len(seen) == 1


# The confirmation mail


def test_a_new_reader_gets_one_confirmation_mail(client: Client, sink: Sink, work: Work) -> None:
    sign_up(client, "kit@readers.example")
    work()
    work()
    (letter,) = sink.received
    assert letter.recipient == "kit@readers.example"
    assert letter.message["Auto-Submitted"] == "auto-generated"
    assert letter.message["List-Unsubscribe"] is None
    for kind in ("plain", "html"):
        assert f"{SITE}/subscribe/confirm/" in letter.part(kind)


def test_an_address_gets_one_confirmation_mail_a_day(
    client: Client, sink: Sink, work: Work
) -> None:
    for _ in range(3):
        sign_up(client, "kit@readers.example")
        work()
    assert len(sink.received) == 1
    a_day_passes()
    sign_up(client, "kit@readers.example")
    work()
    assert len(sink.received) == 2


def test_a_confirmed_reader_who_signs_up_again_gets_no_mail(
    client: Client, sink: Sink, work: Work
) -> None:
    make_subscriber("kit@readers.example")
    sign_up(client, "kit@readers.example")
    work()
    assert sink.received == []
    assert Subscriber.objects.get().state == "confirmed"


@pytest.mark.parametrize("state", ["bounced", "complained"])
def test_an_address_that_refused_our_mail_gets_none(
    client: Client, sink: Sink, work: Work, state: str
) -> None:
    make_subscriber("kit@readers.example")
    Subscriber.objects.update(state=state)
    sign_up(client, "kit@readers.example")
    work()
    assert sink.received == []
    assert Subscriber.objects.get().state == state


def test_a_confirmation_waits_for_the_mail_server(
    settings: Any, client: Client, sink: Sink, work: Work
) -> None:
    there = settings.MAIL_TRANSPORT
    settings.MAIL_TRANSPORT = smtp_to(9)
    sign_up(client, "kit@readers.example")
    assert tick() is False
    settings.MAIL_TRANSPORT = there
    outage.over()
    Subscriber.objects.update(confirmation_due_at=timezone.now())
    work()
    assert len(sink.received) == 1


def test_a_confirmation_that_the_server_defers_is_tried_again(
    client: Client, sink: Sink, work: Work
) -> None:
    sink.on_recipient = lambda address: "450 4.2.0 Greylisted"
    sign_up(client, "kit@readers.example")
    work()
    subscriber = Subscriber.objects.get()
    assert subscriber.confirmation_due_at is not None
    assert subscriber.confirmation_due_at > timezone.now()
    sink.on_recipient = lambda address: None
    Subscriber.objects.update(confirmation_due_at=timezone.now())
    work()
    assert len(sink.received) == 1


def test_a_confirmation_to_an_address_that_does_not_exist_is_dropped(
    client: Client, sink: Sink, work: Work
) -> None:
    sink.on_recipient = lambda address: "550 5.1.1 No such user"
    sign_up(client, "kit@readers.example")
    work()
    assert Subscriber.objects.get().confirmation_due_at is None


def test_a_confirmation_of_last_week_is_not_sent_by_a_restored_database(
    client: Client, sink: Sink, work: Work
) -> None:
    sign_up(client, "kit@readers.example")
    Subscriber.objects.update(consent_at=timezone.now() - datetime.timedelta(days=7))
    work()
    assert sink.received == []


# Confirming


def test_looking_at_the_link_confirms_nobody(client: Client) -> None:
    subscriber = make_subscriber(confirmed=False)
    for method in (client.get, client.head):
        response = method(path_of(confirm_url(subscriber)))
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies
    subscriber.refresh_from_db()
    assert subscriber.state == "pending"


def test_pressing_the_button_confirms_and_asks_for_everything(client: Client) -> None:
    subscriber = make_subscriber(confirmed=False)
    for _ in range(2):
        response = client.post(path_of(confirm_url(subscriber)), headers=OURS)
        assertContains(response, "You are subscribed")
    subscriber.refresh_from_db()
    assert subscriber.state == "confirmed"
    assert subscriber.confirmed_at is not None
    (subscription,) = subscriber.subscriptions.all()
    assert (subscription.kind, subscription.frequency) == ("everything", "instant")


def test_a_link_older_than_seven_days_says_so(client: Client, monkeypatch: Any) -> None:
    subscriber = make_subscriber(confirmed=False)
    path = path_of(confirm_url(subscriber))
    monkeypatch.setattr("subscriptions.tokens.CONFIRM_WITHIN", datetime.timedelta(seconds=-1))
    for method in (client.get, client.post):
        assertContains(method(path, headers=OURS), "no longer good", status_code=410)
    subscriber.refresh_from_db()
    assert subscriber.state == "pending"


def test_a_link_cannot_be_made_up(client: Client) -> None:
    subscriber = make_subscriber(confirmed=False)
    good = confirming.sign(str(subscriber.pk))
    for token in ("x", good[:-1], good + "x", confirming.sign("999999999"), good.replace(".", ":")):
        response = client.post(f"/subscribe/confirm/{token}/", headers=OURS)
        assertContains(response, "not complete", status_code=404)
    unsubscribing = unsubscribe_url(subscriber.pk).split("/")[-2]
    assert client.get(f"/subscribe/confirm/{unsubscribing}/").status_code == 404


def test_an_old_link_does_not_bring_back_who_has_left(client: Client) -> None:
    subscriber = make_subscriber()
    path = path_of(confirm_url(subscriber))
    subscriber.unsubscribe()
    assertContains(client.post(path, headers=OURS), "no longer good", status_code=410)
    subscriber.refresh_from_db()
    assert subscriber.state == "unsubscribed"


# Leaving


def test_looking_at_the_unsubscribe_link_stops_nothing(client: Client) -> None:
    subscriber = make_subscriber()
    response = client.get(path_of(unsubscribe_url(subscriber.pk)))
    assertContains(response, "Stop all letters?")
    assert not response.cookies
    subscriber.refresh_from_db()
    assert subscriber.state == "confirmed"


def test_the_button_and_the_one_click_of_a_mail_program_both_stop_everything() -> None:
    for headers, data in ((OURS, {}), ({}, {"List-Unsubscribe": "One-Click"})):
        subscriber = make_subscriber()
        client = Client(enforce_csrf_checks=True)
        answers = set()
        for _ in range(2):
            response = client.post(path_of(unsubscribe_url(subscriber.pk)), data, headers=headers)
            answers.add((response.status_code, response.content))
        assert len(answers) == 1
        subscriber.refresh_from_db()
        assert (response.status_code, subscriber.state) == (200, "unsubscribed")
        assert not subscriber.subscriptions.exists()


@pytest.mark.parametrize(
    ("headers", "data"),
    [
        ({"Origin": "https://elsewhere.example"}, {"List-Unsubscribe": "One-Click"}),
        ({"Sec-Fetch-Site": "cross-site"}, {"List-Unsubscribe": "One-Click"}),
    ],
)
def test_another_site_stops_nothing(client: Client, headers: Any, data: Any) -> None:
    subscriber = make_subscriber()
    response = client.post(path_of(unsubscribe_url(subscriber.pk)), data, headers=headers)
    assert response.status_code == 403
    subscriber.refresh_from_db()
    assert subscriber.state == "confirmed"


def test_who_never_confirmed_can_stop_too(client: Client, sink: Sink, work: Work) -> None:
    subscriber = make_subscriber(confirmed=False)
    client.post(path_of(unsubscribe_url(subscriber.pk)), headers=OURS)
    work()
    assert sink.received == []


def test_who_has_left_can_come_back(client: Client, sink: Sink, work: Work) -> None:
    subscriber = make_subscriber("kit@readers.example")
    subscriber.unsubscribe()
    sign_up(client, "kit@readers.example")
    work()
    (letter,) = sink.received
    found = re.search(rf"{SITE}(/subscribe/confirm/\S+/)", letter.part("plain"))
    assert found is not None
    client.post(found.group(1), headers=OURS)
    subscriber.refresh_from_db()
    assert subscriber.state == "confirmed"
