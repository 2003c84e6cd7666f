"""Finding an article to link to: what is found, for whom, and what odd questions get."""

from typing import Any

import pytest
from django.test import Client

from tests.make import make_article, make_topic, make_user

pytestmark = pytest.mark.django_db
LOOKUP = "/admin/articles/article/lookup/"


def ask(user: Any, **query: Any) -> Any:
    client = Client()
    client.force_login(user)
    return client.get(LOOKUP, query)


def found(user: Any, **query: Any) -> list[dict[str, Any]]:
    articles: list[dict[str, Any]] = ask(user, **query).json()["articles"]
    return articles


def headlines(user: Any, **query: Any) -> list[str]:
    return [article["headline"] for article in found(user, **query)]


def test_an_article_is_found_by_any_words_of_its_headline():
    make_article("Two corvettes for the Black Sea", published=True)
    make_article("Tanks in the snow", published=True)
    editor = make_user("Editor")
    assert headlines(editor, q="sea corvettes") == ["Two corvettes for the Black Sea"]
    assert headlines(editor, q="sea tanks") == []


def test_an_answer_says_what_a_choice_needs():
    article = make_article("Two corvettes", published=True)
    (shown,) = found(make_user("Editor"), q="corvettes")
    assert shown == {
        "id": article.pk,
        "headline": "Two corvettes",
        "url": article.get_absolute_url(),
        "desk": "Naval",
        "when": shown["when"],
        "state": "published",
        "state_name": "Published",
        "change": f"/admin/articles/article/{article.pk}/change/",
    }
    assert shown["when"].endswith(str(article.published_at.year))


def test_an_article_is_found_by_its_topic_under_any_name():
    topic = make_topic("S-400", aliases=("Triumf",))
    article = make_article("The stand-off", published=True)
    article.topics.add(topic)
    editor = make_user("Editor")
    assert headlines(editor, q="s400") == headlines(editor, q="triumf") == ["The stand-off"]


def test_an_article_is_found_by_its_address():
    article = make_article("Two corvettes", published=True)
    address = f"https://news.example{article.get_absolute_url()}"
    assert headlines(make_user("Editor"), q=address) == ["Two corvettes"]


def test_articles_asked_for_by_number_come_in_that_order_and_each_once():
    first, second = make_article("First"), make_article("Second")
    ids = f"{second.pk},{first.pk},{second.pk}"
    assert headlines(make_user("Editor"), ids=ids) == ["Second", "First"]


def test_what_is_not_out_has_no_address_for_readers():
    article = make_article("Two corvettes")
    (shown,) = found(make_user("Editor"), ids=article.pk)
    assert (shown["url"], shown["state"], shown["state_name"]) == ("", "draft", "Draft")


def test_a_published_article_goes_by_the_headline_that_readers_see():
    article = make_article("As published", published=True)
    content = article.draft.content.__class__(headline="As redrafted", body=article.draft.body)
    article.revise(content, None, article.draft.pk)
    editor = make_user("Editor")
    assert headlines(editor, ids=article.pk) == ["As published"]
    assert headlines(editor, q="redrafted") == []


def test_a_writer_finds_what_is_theirs_and_what_readers_have():
    writer = make_user("Writer")
    make_article("Mine about ships", by=writer)
    make_article("Secret about ships", by=make_user("Writer"))
    public = make_article("Public about ships", published=True)
    assert set(headlines(writer, q="ships")) == {"Mine about ships", "Public about ships"}
    (shown,) = found(writer, ids=public.pk)
    assert shown["change"] == ""


def test_a_writer_does_not_learn_of_a_draft_by_its_number():
    secret = make_article("Secret about ships", by=make_user("Writer"))
    assert found(make_user("Writer"), ids=secret.pk) == []


def test_strangers_are_turned_away():
    assert ask(make_user(), q="ships").status_code == 302
    assert ask(make_user(is_staff=True), q="ships").status_code == 403
    assert Client().get(LOOKUP, {"q": "ships"}).status_code == 302


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"q": ""},
        {"q": "   "},
        {"q": "\0"},
        {"q": "%"},
        {"q": "/"},
        {"q": "ships " * 5000},
        {"ids": ""},
        {"ids": "x,,-1,0,1.5,²"},
        {"ids": "99999999999999999999999999999,9223372036854775808"},
        {"ids": ",".join(str(n) for n in range(1, 5000))},
        {"ids": "1\0"},
    ],
)
def test_odd_questions_get_an_empty_answer(query):
    answer = ask(make_user("Editor"), **query)
    assert (answer.status_code, answer.json()) == (200, {"articles": []})


def test_at_most_ten_are_offered_the_newest_first():
    for n in range(12):
        make_article(f"Ships {n}")
    assert headlines(make_user("Editor"), q="ships") == [f"Ships {n}" for n in range(11, 1, -1)]


def test_the_number_of_queries_stays(django_assert_max_num_queries):
    for n in range(9):
        make_article(f"Ships {n}", published=True)
    client = Client()
    client.force_login(make_user("Writer"))
    with django_assert_max_num_queries(5):
        client.get(LOOKUP, {"q": "ships"})
