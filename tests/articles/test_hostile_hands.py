"""What an erring or a hostile hand sends: each is answered, none breaks a page."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.forms import ArticleForm
from articles.models import Article, Topic, TopicAlias
from tests.articles.test_admin_writing import page_of, typed
from tests.make import make_article, make_author, make_content, make_desk, make_topic, make_user

pytestmark = pytest.mark.django_db

LONG_WHEN_TAKEN_APART = "ﷺ" * 60
"""Sixty characters on the page, more than a thousand as a key."""


@pytest.fixture
def chief(client: Client) -> Client:
    client.force_login(make_user("Chief"))
    return client


@pytest.mark.parametrize("name", ["Россия", "Erdoğan", "日本", "Élan", "ß" * 100, "ﬁ" * 50])
def test_a_topic_in_any_script_has_a_page_that_links_lead_to(client: Client, name: str) -> None:
    topic = make_topic(name)
    article = make_article(published=True, filing={"topics": [topic]})

    for url in (topic.get_absolute_url(), article.get_absolute_url(), reverse("articles:topics")):
        assert client.get(url).status_code == 200


def test_topics_whose_letters_are_not_latin_have_different_addresses() -> None:
    topics = [make_topic(name) for name in ("Россия", "Україна", "日本")]

    assert len({topic.slug for topic in topics}) == 3
    assert all(topic.slug.isascii() for topic in topics)


def test_an_address_that_no_link_can_lead_to_is_refused_for_a_topic(chief: Client) -> None:
    url = reverse("admin:articles_topic_add")
    inline = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}

    answer = chief.post(url, {"name": "Россия", "slug": "россия", "kind": "country", **inline})

    assert answer.status_code == 200
    assert not Topic.objects.exists()


@pytest.mark.parametrize("made", [Topic, TopicAlias])
def test_a_topics_name_too_long_to_be_compared_is_refused(made: Any) -> None:
    with pytest.raises(ValidationError, match="too long"):
        made(name=LONG_WHEN_TAKEN_APART).clean()


def test_a_topic_made_by_somebody_else_meanwhile_is_taken_up() -> None:
    article = make_article()
    data = typed(article, topics="Baltic Sea", new_topics=["Baltic Sea"])
    form = ArticleForm.posted_by(make_user("Editor"), data, article)
    assert form.is_valid(), form.errors
    theirs = make_topic("Baltic sea")

    form.save()

    assert list(article.topics.all()) == [theirs]


def test_a_byline_without_a_number_stands_where_it_stood_before_numbers(chief: Client) -> None:
    article = make_article()

    chief.post(page_of(article), typed(article, **{"bylines-0-position": ""}))

    assert article.bylines.count() == 1


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 30, "0", "-1", "²", ""])
def test_a_version_that_cannot_be_is_not_found(chief: Client, number: str) -> None:
    url = reverse("admin:articles_article_restore", args=[make_article().pk])

    assert chief.post(url, {"number": number}).status_code == 404


def test_an_address_of_full_length_is_numbered_like_any_other() -> None:
    first, second = (make_article(published=True, filing={"slug": "s" * 120}) for _ in range(2))

    assert first.slug == "s" * 120
    assert second.slug != first.slug
    assert len(second.slug) <= 120


def test_publishing_twice_is_one_publication_and_one_letter(chief: Client) -> None:
    article = make_article()
    url = reverse("admin:articles_article_publish", args=[article.pk])

    chief.post(url, {"announce": "on"})
    page = chief.post(url, {"announce": "on"}, follow=True)

    assert "Readers have this version already" in page.text
    assert [change.kind for change in article.changes.all()] == ["first"]


def test_the_same_correction_sent_twice_is_one_correction() -> None:
    editor, article = make_user("Editor"), make_article("Old", published=True)
    article.revise(make_content("New"), editor, based_on=article.draft_id)
    article.publish(editor, change="correction", text="It was Tuesday.")

    with pytest.raises(ValidationError, match="already"):
        article.publish(editor, change="correction", text="It was Tuesday. ")

    assert article.changes.count() == 2


def test_readers_may_be_told_something_new_of_a_text_that_stands() -> None:
    editor, article = make_user("Editor"), make_article(published=True)

    article.publish(editor, change="clarification", text="The ship was at anchor.")
    article.publish(editor, change="clarification", text="So was the other.")

    assert article.changes.count() == 3


def test_a_scheduled_article_with_very_many_faults_goes_back_and_holds_up_nobody() -> None:
    editor = make_user("Editor")
    faulty, sound = make_article(), make_article()
    for article in (faulty, sound):
        article.schedule(timezone.now() + timedelta(hours=1))
    faulty.revise(make_content("TK", *["TK"] * 60), editor, based_on=faulty.draft_id)
    Article.objects.update(publish_at=timezone.now() - timedelta(minutes=1))

    assert Article.objects.publish_due() == 1

    faulty.refresh_from_db()
    assert faulty.state == "draft"
    assert "could not go out" in faulty.note


IMPOSSIBLE = [
    ("articles_article", {"state__exact": "\x00"}),
    ("articles_article", {"slug__regex": "["}),
    ("articles_article", {"created_at__year": "9" * 30}),
    ("articles_author", {"name__icontains": "\x00"}),
    ("articles_desk", {"name__regex": "((("}),
    ("articles_image", {"filename__exact": "\x00"}),
    ("articles_topic", {"key": "\x00"}),
    ("auth_user", {"username__exact": "\x00"}),
    ("subscriptions_mailing", {"subject__exact": "\x00"}),
    ("subscriptions_subscriber", {"consent_at__year": "99999999999"}),
    ("subscriptions_subscriber", {"consent_at__year": "9999", "consent_at__month": "12"}),
]


@pytest.mark.django_db(transaction=True)
def test_a_list_asked_for_the_impossible_says_so(chief: Client) -> None:
    for page, query in IMPOSSIBLE:
        answer = chief.get(reverse(f"admin:{page}_changelist", query=query), follow=True)

        assert answer.status_code == 200, query
        assert answer.redirect_chain, query


@pytest.mark.parametrize("ticked", ["abc", "\x00", "9" * 30])
def test_a_ticked_row_that_is_none_deletes_nothing(chief: Client, ticked: str) -> None:
    make_topic("Baltic")
    data = {"action": "delete_selected", "_selected_action": ticked, "post": "yes"}

    answer = chief.post(reverse("admin:articles_topic_changelist"), data)

    assert answer.status_code in (200, 302, 400)
    assert Topic.objects.count() == 1


@pytest.mark.parametrize("field", ["topic", "author"])
def test_a_half_typed_name_may_hold_a_nul(chief: Client, field: str) -> None:
    asked = {"app_label": "subscriptions", "model_name": "subscription", "field_name": field}
    make_topic("Baltic")
    make_author("Baltic")

    answer = chief.get(reverse("admin:autocomplete", query={**asked, "term": "Bal\x00tic"}))

    assert len(answer.json()["results"]) == 1


def test_a_desk_in_use_is_kept_and_the_page_says_by_what(chief: Client) -> None:
    desk = make_desk("Naval")
    article = make_article("Still at sea", filing={"desk": desk})

    page = chief.post(reverse("admin:articles_desk_delete", args=[desk.pk]), {"post": "yes"})

    assert "Still at sea" in page.text
    article.refresh_from_db()
    assert article.desk == desk
