"""The letter before it leaves: how many it would reach, how it looks, and one to oneself."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Change
from subscriptions.admin.rehearsal import TESTS_AN_HOUR
from subscriptions.delivery import tick
from subscriptions.models import Delivery, Mailing, Subscriber, Subscription
from tests.make import (
    make_article,
    make_author,
    make_content,
    make_desk,
    make_subscriber,
    make_topic,
    make_user,
)

from .conftest import Sink, smtp_to

pytestmark = pytest.mark.django_db
Work = Callable[[], None]
TAG = Template("{% load letters %}{% audience article tick %}")


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_user("Editor", email="mira@newsroom.example"))
    return client


def told(article: Article | None) -> str:
    """What the panel says of the letter, on one line."""
    return " ".join(TAG.render(Context({"article": article})).split())


def letter(article: Article, query: str = "", name: str = "letter") -> str:
    return reverse(f"admin:subscriptions_mailing_{name}", args=[article.pk]) + query


def revised(article: Article, headline: str) -> Article:
    article.refresh_from_db()
    article.revise(make_content(headline, "Newer words."), None, article.draft_id)
    return article


# How many


def test_the_count_is_the_audience_that_the_mailing_gets(sink: Sink) -> None:
    desk, topic, author = make_desk("Air"), make_topic("S-400"), make_author()
    make_subscriber()
    for kind, what in (("desk", desk), ("topic", topic), ("author", author)):
        make_subscriber(subscriptions=[{"kind": kind, kind: what}])
    make_subscriber(subscriptions=[{"kind": "desk", "desk": make_desk("Land")}])
    make_subscriber(subscriptions=[{"kind": "desk", "desk": desk, "frequency": "daily"}])
    make_subscriber(confirmed=False)
    article = make_article(filing={"desk": desk, "topics": [topic], "authors": [author]})

    said = told(article)
    article.publish(None, announce=True)
    tick()

    assert "E-mail to 4 subscribers" in said
    assert "Leaves when the article goes out. Cannot be called back." in said
    assert Mailing.objects.get().candidates == 4


def test_a_thousand_readers_are_counted_in_one_query(
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    now = timezone.now()
    Subscriber.objects.bulk_create(
        Subscriber(
            address=f"{n}@r.example", key=f"{n}@r.example", state="confirmed", consent_at=now
        )
        for n in range(1042)
    )
    readers = Subscriber.objects.all()
    Subscription.objects.bulk_create(Subscription(subscriber=reader) for reader in readers)
    article = make_article()
    with django_assert_num_queries(1):
        said = told(article)
    assert "E-mail to 1,042 subscribers" in said


def test_one_reader_and_none_are_told_in_words() -> None:
    article = make_article()
    assert "Nobody follows the site" in told(article)
    make_subscriber()
    assert "E-mail to 1 subscriber." in told(article)


def test_an_article_that_was_never_saved_is_not_counted() -> None:
    for article in (None, Article()):
        assert "They are counted once the article is saved." in told(article)


def test_what_was_sent_cannot_be_sent_again_but_a_new_version_can(sink: Sink, work: Work) -> None:
    make_subscriber()
    article = make_article("First", publish={"announce": True})
    assert "The letter is about to leave. The same text is not sent twice." in told(article)
    work()
    said = told(article)
    assert "Sent to 1 reader on " in said
    assert "The same text is not sent twice." in said
    assert "E-mail" not in said

    said = told(revised(article, "Second"))
    assert "Sent to 1 reader on " in said
    assert "E-mail again to 1 subscriber." in said


def test_what_went_out_without_a_letter_can_still_have_one() -> None:
    make_subscriber()
    assert "E-mail to 1 subscriber." in told(make_article(published=True))


def test_the_writing_page_is_told_how_many_the_desk_as_typed_would_reach(editor: Client) -> None:
    land = make_desk("Land")
    make_subscriber(subscriptions=[{"kind": "desk", "desk": land}])
    check = reverse("admin:articles_article_check", args=[make_article().pk])
    typed = editor.post(check, {"headline": "Typed", "desk": land.pk}).json()["letter"]
    assert "E-mail to 1 subscriber</label>" in typed
    assert "Nobody follows" in editor.post(check, {"headline": "Typed"}).json()["letter"]


def test_a_letter_that_stands_still_says_so(sink: Sink) -> None:
    make_subscriber()
    article = make_article(publish={"announce": True})
    Mailing.objects.derive(Change.objects.get())
    assert "On its way to 1 reader since" in told(article)
    Mailing.objects.get().pause("Paused by Mira.")
    assert "Its letter to 1 reader is paused. Paused by Mira." in told(article)


def test_a_letter_that_nobody_sent_in_time_says_so() -> None:
    article = make_article(publish={"announce": True})
    Change.objects.update(at=timezone.now() - timedelta(days=3))
    assert "and was not." in told(article)


# How it looks


def test_the_drafts_letter_is_shown_as_readers_would_get_it(editor: Client) -> None:
    article = revised(make_article("Old words", published=True), "New words")

    answer = editor.get(letter(article))

    assert "New words" in answer.text
    assert "Old words" in editor.get(letter(article, "?of=live")).text
    assert "You get this letter because you asked for every article." in answer.text
    assert "/unsubscribe/" not in answer.text
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "script" not in answer["Content-Security-Policy"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]
    assert not Mailing.objects.exists()


def test_a_letter_is_shown_light_or_dark_and_its_words_stay(editor: Client) -> None:
    article = make_article("", "@media (prefers-color-scheme: dark)")
    plain, dark, light = (
        editor.get(letter(article, query)).text
        for query in ("?scheme=sepia", "?scheme=dark", "?scheme=light")
    )
    assert plain.count("(prefers-color-scheme: dark)") > 1
    assert "@media all" in dark
    assert "@media not all" in light
    for shown in (dark, light):
        assert shown.count("(prefers-color-scheme: dark)") == 1


def test_a_letter_is_shown_as_plain_text(editor: Client) -> None:
    article = make_article("<b>Bold</b> words", "Seven & eight.")
    answer = editor.get(letter(article, name="letter_text"))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith("Subject: <b>Bold</b> words\n")
    assert "Seven & eight." in answer.text


def test_a_half_written_article_has_a_letter_too(editor: Client) -> None:
    article = make_article(filing={"desk": None, "authors": []}, standfirst="")
    assert editor.get(letter(article)).status_code == 200
    assert editor.get(letter(article, name="letter_text")).status_code == 200


def test_letters_of_others_drafts_are_refused(client: Client, sink: Sink) -> None:
    article = make_article(by=make_user("Writer"))
    assert client.get(letter(article)).status_code == 302
    for role in ("", "Writer"):
        client.force_login(make_user(role, email="eve@newsroom.example"))
        for name in ("letter", "letter_text"):
            assert client.get(letter(article, name=name)).status_code in (302, 403)
        assert client.post(letter(article, name="test")).status_code in (302, 403)
    assert sink.received == []


def test_what_is_not_there_has_no_letter(editor: Client) -> None:
    article = make_article()
    assert editor.get(letter(article, "?of=live")).status_code == 404
    assert editor.get(letter(article, "?of=mine")).status_code == 404
    for number in (0, 10**30):
        url = reverse("admin:subscriptions_mailing_letter", args=[number])
        assert editor.get(url).status_code == 404
    assert editor.post(letter(article)).status_code == 405


# One to oneself


def test_a_test_goes_to_oneself_alone_and_leaves_no_trace(editor: Client, sink: Sink) -> None:
    make_subscriber("reader@readers.example")
    article = make_article("Frigates sail")

    answer = editor.post(letter(article, name="test"), follow=True)

    assert "Sent to mira@newsroom.example." in answer.text
    (sent,) = sink.received
    assert sent.recipient == "mira@newsroom.example"
    assert sent.message["Subject"] == "Test: Frigates sail"
    assert sent.message["List-Unsubscribe"] is None
    for part in ("plain", "html"):
        assert "because you asked for a test of it" in " ".join(sent.part(part).split())
        assert "/unsubscribe/" not in sent.part(part)
    assert not Mailing.objects.exists()
    assert not Delivery.objects.exists()
    assert Article.objects.get().published_at is None
    entry = LogEntry.objects.get()
    assert entry.object_id == str(article.pk)


def test_a_test_shows_a_planned_correction(editor: Client, sink: Sink) -> None:
    article = revised(make_article("Frigates sail", published=True), "Frigates sailed")
    at = timezone.now() + timedelta(hours=1)
    article.schedule(at, change=Change.Kind.CORRECTION, text="They sailed before.")

    editor.post(letter(article, name="test"))

    (sent,) = sink.received
    assert sent.message["Subject"] == "Test: Correction: Frigates sailed"
    assert "They sailed before." in sent.part("plain")


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("", "Your account has no e-mail address. Ask a chief to add one."),
        ("mira@", "The address on your account cannot be right."),
    ],
)
def test_an_account_without_an_address_gets_no_test(
    client: Client, sink: Sink, email: str, said: str
) -> None:
    client.force_login(make_user("Editor", email=email))
    article = make_article()
    assert said in client.post(letter(article, name="test"), follow=True).text
    assert sink.received == []


def test_so_many_tests_an_hour_are_enough(editor: Client, sink: Sink) -> None:
    article = make_article()
    for _ in range(TESTS_AN_HOUR):
        editor.post(letter(article, name="test"))
    answer = editor.post(letter(article, name="test"), follow=True)
    assert f"{TESTS_AN_HOUR} tests within an hour are enough." in answer.text
    assert len(sink.received) == TESTS_AN_HOUR

    LogEntry.objects.update(action_time=timezone.now() - timedelta(minutes=61))
    editor.post(letter(article, name="test"))
    assert len(sink.received) == TESTS_AN_HOUR + 1


def test_a_mail_server_that_refuses_is_told_in_words(editor: Client, sink: Sink) -> None:
    article = make_article()
    sink.on_recipient = lambda address: "550 No such user"
    assert "550 No such user" in editor.post(letter(article, name="test"), follow=True).text
    sink.on_recipient = lambda address: None
    sink.on_message = lambda address: "hang up"
    answer = editor.post(letter(article, name="test"), follow=True)
    assert "You may have the letter, or not." in answer.text


def test_a_mail_server_that_is_away_is_told_in_words(editor: Client, settings: Any) -> None:
    settings.MAIL_TRANSPORT = smtp_to(1)
    answer = editor.post(letter(make_article(), name="test"), follow=True)
    assert "The mail server cannot be reached." in answer.text


def test_who_may_not_edit_sends_no_test(client: Client, sink: Sink) -> None:
    writer = make_user("Writer", email="kit@newsroom.example")
    article = make_article(by=writer)
    client.force_login(writer)
    client.post(letter(article, name="test"))
    assert len(sink.received) == 1
    article.submit()
    assert client.post(letter(article, name="test")).status_code == 403
    assert client.get(letter(article)).status_code == 200
    assert client.get(letter(article, name="test")).status_code == 405
    assert len(sink.received) == 1
