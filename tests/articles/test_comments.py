"""Comments on passages, for the newsroom alone."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import Article, Comment
from tests.make import client_of, make_article, make_user

pytestmark = pytest.mark.django_db

JSON = {"accept": "application/json"}
PASSAGE = {"quote": "sailed at dawn", "before": "The ship ", "after": "."}


def address(article: Article) -> str:
    return reverse("admin:articles_article_comments", args=[article.pk])


@pytest.fixture
def writer() -> User:
    return make_user("Writer", first_name="Mira", last_name="Okafor")


@pytest.fixture
def article(writer: User) -> Article:
    return make_article("", "The ship sailed at dawn.", by=writer)


def test_a_passage_is_asked_about_answered_and_settled(writer: User, article: Article) -> None:
    editor = client_of(make_user("Editor", first_name="Ed", last_name="Rowe"))
    mira = client_of(writer)

    (asked,) = editor.post(
        address(article), {"act": "add", "text": "Who says so?", **PASSAGE}, headers=JSON
    ).json()["comments"]
    assert (asked["quote"], asked["before"]) == ("sailed at dawn", "The ship ")
    mira.post(address(article), {"act": "answer", "comment": asked["id"], "text": "The navy."})
    mira.post(address(article), {"act": "settle", "comment": asked["id"]})

    (told,) = editor.get(address(article), headers=JSON).json()["comments"]
    assert (told["by"], told["text"]) == ("Ed Rowe", "Who says so?")
    assert [(one["by"], one["text"]) for one in told["answers"]] == [("Mira Okafor", "The navy.")]
    assert told["settled"] == "Settled by Mira Okafor"


def test_what_was_settled_can_be_opened_again(writer: User, article: Article) -> None:
    comment = Comment.objects.ask(article, writer, "Which ship?")
    comment.settle(writer)
    assert not article.comments.unsettled()

    client_of(writer).post(address(article), {"act": "reopen", "comment": comment.pk})

    assert list(article.comments.unsettled()) == [comment]


def test_who_settled_it_first_stands_there(writer: User, article: Article) -> None:
    comment = Comment.objects.ask(article, writer, "Which ship?")
    comment.settle(writer)

    comment.settle(make_user("Editor"))

    assert comment.settled_by == writer


def test_an_answer_typed_before_settling_is_kept(writer: User, article: Article) -> None:
    comment = Comment.objects.ask(article, writer, "Which ship?")

    act = {"act": "settle", "comment": comment.pk, "text": "The Anna."}
    client_of(writer).post(address(article), act)

    assert comment.answers.get().text == "The Anna."
    assert not article.comments.unsettled()


def test_a_writer_may_comment_on_what_they_handed_in(writer: User, article: Article) -> None:
    article.submit()

    answer = client_of(writer).post(
        address(article), {"act": "add", "text": "Please look at the figures."}, follow=True
    )

    assert "Please look at the figures." in answer.text
    assert "Your comment stands on the article." in answer.text


def test_without_a_script_there_is_a_page_with_forms(writer: User, article: Article) -> None:
    comment = Comment.objects.ask(article, writer, "Which <ship>?", **PASSAGE)

    page = client_of(writer).get(address(article)).text

    assert "Which &lt;ship&gt;?" in page
    assert "sailed at dawn" in page
    for act in ("add", "answer", "settle"):
        assert f'name="act" value="{act}"' in page
    comment.settle(writer)
    assert 'value="reopen"' in client_of(writer).get(address(article)).text


def test_the_panel_counts_what_waits(writer: User, article: Article) -> None:
    for _ in range(3):
        Comment.objects.ask(article, writer, "Which ship?")
    Comment.objects.ask(article, writer, "Settled").settle(writer)

    page = client_of(writer).get(reverse("admin:articles_article_change", args=[article.pk]))

    assert 'Comments (<span class="open-count">3</span>)' in page.text


@pytest.mark.parametrize(
    "act",
    [
        {},
        {"act": "add"},
        {"act": "add", "text": "  \n"},
        {"act": "add", "text": "x" * 2001},
        {"act": "add", "text": "x", "quote": "x" * 1001},
        {"act": "add", "text": "\x00"},
        {"act": "explode", "text": "x"},
        {"act": "answer", "text": "x"},
        {"act": "settle", "comment": "9" * 40},
        {"act": "settle", "comment": "one"},
        {"act": "settle", "comment": "-1"},
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    writer: User, article: Article, act: dict[str, Any]
) -> None:
    for headers in ({}, JSON):
        answer = client_of(writer).post(address(article), act, headers=headers)

        assert answer.status_code == 400
        assert answer.json()["problem"] if headers else "errornote" in answer.text
    assert not Comment.objects.exists()


def test_a_refused_page_keeps_what_was_typed(writer: User, article: Article) -> None:
    act = {"act": "add", "text": "Kept. " * 400}

    assert "Kept. Kept." in client_of(writer).post(address(article), act).text


@pytest.mark.parametrize("limit", ["MOST_A_DAY", "MOST_ON_AN_ARTICLE"])
def test_a_script_does_not_fill_the_disk_with_comments(
    writer: User, article: Article, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(f"articles.models.comment.{limit}", 2)
    first = Comment.objects.ask(article, writer, "Which ship?")
    first.answer(writer, "This one.")
    client = client_of(writer)

    for act in ({"act": "add"}, {"act": "answer", "comment": first.pk}):
        answer = client.post(address(article), {**act, "text": "More."}, headers=JSON)
        assert answer.status_code == 400
        assert "which is the limit" in answer.json()["problem"]
        assert "More." in client.post(address(article), {**act, "text": "More."}).text
    assert Comment.objects.count() == 2
    settled = client.post(address(article), {"act": "settle", "comment": first.pk}, headers=JSON)
    assert settled.status_code == 200


def test_a_comment_of_another_article_is_not_reached_from_this_one(
    writer: User, article: Article
) -> None:
    other = Comment.objects.ask(make_article(), writer, "Elsewhere")
    answer = other.answer(writer, "An answer is no question")

    for pk in (other.pk, answer.pk, 999_999):
        act = {"act": "settle", "comment": pk}
        assert client_of(writer).post(address(article), act).status_code == 404


def test_who_may_not_see_the_article_may_not_comment(article: Article) -> None:
    for user in (make_user("Writer"), make_user(is_staff=True)):
        client = client_of(user)
        assert client.get(address(article), headers=JSON).status_code in (403, 404)
        refused = client.post(address(article), {"act": "add", "text": "x"}, headers=JSON)
        assert refused.status_code in (403, 404)
    assert not Comment.objects.exists()
