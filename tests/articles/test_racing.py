"""Two hands at the same moment, in real transactions."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from articles.models import Article
from tests.articles.test_admin_writing import page_of, typed
from tests.make import make_article, make_user

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
