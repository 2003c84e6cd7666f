"""A reader's whole way, through the site's pages and a real mail server on loopback."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains

from subscriptions.models import Mailing, Subscriber
from tests.make import make_article, make_image, make_user

from .bodies import every_block
from .conftest import SITE, Sink

pytestmark = pytest.mark.django_db

OURS = {"Sec-Fetch-Site": "same-origin"}


def publish(editor: Client, headline: str) -> None:
    other = make_article(published=True)
    article = make_article(headline, *every_block(image=make_image().pk, article=other.pk))
    url = reverse("admin:articles_article_publish", args=[article.pk])
    response = editor.post(url, {"announce": "on"}, follow=True)
    assertContains(response, "Published: version 1.")


def test_subscribe_confirm_receive_and_leave_with_one_click(
    sink: Sink, work: Callable[[], None]
) -> None:
    reader = Client(enforce_csrf_checks=True)
    editor = Client()
    editor.force_login(make_user("Editor"))

    # The form that stands under every article
    assertContains(reader.get("/subscribe/"), "Subscribe to get the latest posts")
    reader.post(
        "/subscribe/", {"email": "Kit@Readers.Example", "place": "box", "website": ""}, headers=OURS
    )
    work()
    (asked,) = sink.received
    found = re.search(rf"{SITE}(/subscribe/confirm/[^\s/]+/)", asked.part("plain"))
    assert found is not None
    assertContains(reader.get(found.group(1)), "Yes, send me new articles")
    assert Subscriber.objects.get().state == "pending"
    assertContains(reader.post(found.group(1), headers=OURS), "You are subscribed")

    # A publication
    publish(editor, "Nobody owns the bottom of the Baltic")
    work()
    letter = sink.received[1]
    assert letter.recipient == "Kit@readers.example"
    assert letter.message["Subject"] == "Nobody owns the bottom of the Baltic"
    for part in ("plain", "html"):
        assert "The duty officer keeps two clocks on the wall." in letter.part(part)
        assert "because you asked for every article" in letter.part(part)
    assert Mailing.objects.get().state == "finished"

    # One click, sent by the mail provider: no cookie, no browser
    assert letter.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = str(letter.message["List-Unsubscribe"]).strip("<>").removeprefix(SITE)
    provider = Client(enforce_csrf_checks=True)
    assert provider.get(link).status_code == 200
    assert Subscriber.objects.get().state == "confirmed"
    answer = provider.post(link, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, dict(answer.cookies)) == (200, {})

    # The next one does not come
    publish(editor, "The repair ships are booked")
    work()
    assert len(sink.received) == 2
    assert Mailing.objects.first().counts()["sent"] == 0  # type: ignore[union-attr]
