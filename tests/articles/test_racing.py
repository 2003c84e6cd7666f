"""Two hands at the same moment, in real transactions."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.articles.test_admin_writing import page_of, typed
from tests.make import make_article, make_content, make_image, make_user

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> None:
    together = Barrier(len(acts))

    def act(do: Callable[[], object]) -> None:
        together.wait()
        try:
            do()
        except ValidationError:
            pass  # refused in words
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as hands:
        list(hands.map(act, acts))


def publish(pk: int) -> Callable[[], object]:
    return lambda: Article.objects.get(pk=pk).publish(None, announce=True)


def test_articles_of_one_headline_published_at_once_have_addresses_of_their_own() -> None:
    pks = [make_article("Same words").pk for _ in range(4)]

    at_once(*(publish(pk) for pk in pks))

    assert len(set(Article.objects.published().values_list("slug", flat=True))) == 4


def test_an_article_published_by_several_hands_at_once_comes_out_once() -> None:
    article = make_article()

    at_once(*[publish(article.pk)] * 4)

    assert [change.kind for change in article.changes.all()] == ["first"]


def test_two_who_take_one_address_at_once_are_answered_and_one_of_them_has_it() -> None:
    editor = make_user("Editor")
    articles = [make_article(published=True) for _ in range(3)]
    answers: list[int] = []

    def save(article: Article) -> Callable[[], object]:
        client = Client()
        client.force_login(editor)
        data = typed(article, slug="wanted", headline="Typed meanwhile")
        return lambda: answers.append(client.post(page_of(article), data).status_code)

    at_once(*(save(article) for article in articles))

    assert sorted(answers) == [200, 200, 302]
    assert Article.objects.filter(slug="wanted").count() == 1
    # Who was refused has saved nothing, and has it all on the page.
    assert Article.objects.filter(draft__headline="Typed meanwhile").count() == 1


HANDS: dict[str, dict[str, Any] | None] = {
    "keep": {"headline": "Typed meanwhile"},
    "comments": {"act": "add", "text": "Is that so?"},
    "share": {"days": 7},
    "restore": {"number": 1},
    "submit": {},
    "change": None,
}


@pytest.mark.parametrize("name", HANDS)
def test_what_is_sent_while_its_article_is_being_deleted_is_answered_not_found(name: str) -> None:
    article = make_article()
    client = Client()
    client.force_login(make_user("Editor"))
    data = HANDS[name] if HANDS[name] is not None else typed(article, headline="Meanwhile")
    url = reverse(f"admin:articles_article_{name}", args=[article.pk])

    with ThreadPoolExecutor(1) as other, transaction.atomic():
        Article.objects.filter(pk=article.pk).delete()
        answer = other.submit(sent, client, url, data)
        wait_for_a_lock()

    assert answer.result() == 404


def test_who_deletes_an_article_waits_for_what_is_being_saved_in_it() -> None:
    article = make_article()
    client = Client()
    client.force_login(make_user("Editor"))
    url = reverse("admin:articles_article_delete", args=[article.pk])

    with ThreadPoolExecutor(1) as other, transaction.atomic():
        article.revise(make_content("Typed meanwhile"), None, article.draft_id)
        answer = other.submit(sent, client, url, {"post": "yes"})
        wait_for_a_lock()

    assert answer.result() == 302
    assert not Article.objects.exists()


def test_an_article_that_is_being_published_is_not_deleted() -> None:
    article = make_article()
    client = Client()
    client.force_login(make_user("Editor"))
    url = reverse("admin:articles_article_delete", args=[article.pk])

    with ThreadPoolExecutor(1) as other, transaction.atomic():
        article.publish(None)
        answer = other.submit(sent, client, url, {"post": "yes"})
        wait_for_a_lock()

    assert answer.result() == 302
    assert Article.objects.published().get() == article


def test_a_text_whose_lead_picture_is_being_deleted_is_told_so_and_kept() -> None:
    article, picture = make_article("Opened"), make_image(ready=False)
    client = Client()
    client.force_login(make_user("Editor"))
    data = typed(article, headline="Meanwhile", lead_image=picture.pk)
    pages: list[str] = []

    def save() -> None:
        try:
            pages.append(client.post(page_of(article), data).text)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other, transaction.atomic():
        picture.delete()
        saving = other.submit(save)
        wait_for_a_lock()
    saving.result()

    assert "There is no picture with this number in the library." in pages[0]
    assert "Meanwhile" in pages[0]
    assert Article.objects.get().headline == "Opened"


def test_a_picture_that_is_being_put_into_a_text_is_not_deleted() -> None:
    article, picture = make_article(), make_image(ready=False)
    client = Client()
    client.force_login(make_user("Editor"))
    url = reverse("admin:articles_image_delete", args=[picture.pk])
    figure = {"type": "figure", "attrs": {"image": picture.pk}}

    with ThreadPoolExecutor(1) as other, transaction.atomic():
        article.revise(make_content("With it", figure), None, article.draft_id)
        answer = other.submit(sent, client, url, {"post": "yes"})
        wait_for_a_lock()

    assert answer.result() == 302
    assert article.draft is not None
    assert list(article.draft.images.all()) == [picture]


def sent(client: Client, url: str, data: dict[str, Any]) -> int:
    try:
        return client.post(url, data).status_code
    finally:
        connection.close()


def wait_for_a_lock() -> None:
    """Until another connection waits for what this one holds."""
    waiting = "SELECT 1 FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))"
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute(waiting)
            if cursor.fetchone():
                return
        time.sleep(0.01)
    raise AssertionError("Nobody waited.")
