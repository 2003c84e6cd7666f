"""What the newsdesk asks of the database: the same, whatever stands in an article."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Comment, Image
from tests.articles.test_admin_writing import page_of, typed
from tests.make import (
    make_article,
    make_author,
    make_image,
    make_topic,
    make_user,
    words,
)

pytestmark = pytest.mark.django_db


def full_article(size: int) -> Article:
    """With so many pictures, comments, versions, topics, bylines and links."""
    pictures = [make_image(ready=False) for _ in range(size)]
    others = [make_article(published=True) for _ in range(size)]
    links = [
        {
            "type": "paragraph",
            "content": [
                words("See", {"type": "link", "attrs": {"href": other.get_absolute_url()}})
            ],
        }
        for other in others
    ]
    article = make_article(
        "Full",
        *[{"type": "figure", "attrs": {"image": picture.pk}} for picture in pictures],
        *links,
        {"type": "relatedArticles", "attrs": {"articles": [other.pk for other in others]}},
        lead_image=make_image(ready=False),
        filing={
            "topics": [make_topic(f"Topic {n} of {size}") for n in range(size)],
            "authors": [make_author(f"Author {n}") for n in range(size)],
        },
    )
    editor = make_user("Editor")
    for n in range(size):
        asked = Comment.objects.ask(article, editor, f"Question {n}", quote="See")
        asked.answer(editor, "Answer")
        article.add_revision(article.shown.content, editor, "")
    return article


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make_user("Editor", email="editor@newsroom.example"))
    return client


@pytest.mark.parametrize("size", [1, 7])
def test_the_writing_page_asks_twelve_times_at_most(
    desk: Client, size: int, django_assert_max_num_queries: Any
) -> None:
    article = full_article(size)
    desk.get(page_of(article))

    with django_assert_max_num_queries(12):
        assert desk.get(page_of(article)).status_code == 200


def test_a_published_article_asks_no_more(desk: Client, django_assert_max_num_queries: Any) -> None:
    article = full_article(3)
    Image.objects.update(state="ready")
    article.publish(None)
    desk.get(page_of(article))

    with django_assert_max_num_queries(12):
        assert desk.get(page_of(article)).status_code == 200


def test_a_look_of_the_gate_asks_the_same_whatever_is_typed(
    desk: Client,
) -> None:
    costs = []
    for size in (1, 5):
        article = full_article(size)
        url = reverse("admin:articles_article_check", args=[article.pk])
        with CaptureQueriesContext(connection) as asked:
            assert desk.post(url, typed(article)).status_code == 200
        costs.append(len(asked))

    assert costs[0] == costs[1] <= 25


@pytest.mark.parametrize("number", [3, 40])
def test_the_list_of_articles_asks_ten_times_at_most(
    desk: Client, number: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(number):
        make_article(filing={"topics": []})

    with django_assert_max_num_queries(10):
        desk.get(reverse("admin:articles_article_changelist"))


def test_a_list_of_comments_asks_the_same_however_many_there_are(
    desk: Client, django_assert_max_num_queries: Any
) -> None:
    article = full_article(5)

    with django_assert_max_num_queries(9):
        desk.get(reverse("admin:articles_article_comments", args=[article.pk]))
