"""The gate looks at what is being typed; nothing of it is saved."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.articles.test_admin_writing import page_of, typed
from tests.make import (
    client_of,
    make_article,
    make_author,
    make_body,
    make_image,
    make_topic,
    make_user,
    paragraph,
)

pytestmark = pytest.mark.django_db


def look(client: Client, article: Article | None = None, **changed: Any) -> dict[str, Any]:
    url = reverse("admin:articles_article_check_new")
    if article:
        url = reverse("admin:articles_article_check", args=[article.pk])
    answer = client.post(url, typed(article, **changed))
    assert answer.status_code == 200
    return dict(answer.json())


def source(*parts: Any) -> str:
    return json.dumps(make_body(*parts).dump())


def anchors(told: dict[str, Any], level: str = "stops") -> list[str]:
    return [found["anchor"] for found in told["findings"] if found["level"] == level]


def test_what_is_typed_is_looked_at_and_not_saved(desk: Client) -> None:
    article = make_article("Saved", "Text.")

    told = look(desk, article, headline="TK", body=source("Text.", "Also TK."), desk="")

    assert anchors(told) == ["id_desk", "id_headline", "block-2"]
    assert [found["block"] for found in told["findings"]][-1] == 2
    assert told["blocked"] == "3 things to fix first"
    assert "“TK” stands in block 2" in told["html"]
    article.refresh_from_db()
    assert article.headline == "Saved"
    assert article.desk is not None
    assert article.revisions.count() == 1


def test_mended_it_is_free_to_go(desk: Client) -> None:
    article = make_article("TK", "Text.", filing={"authors": []})
    assert look(desk, article)["blocked"] == "2 things to fix first"

    signed = {"bylines-0-author": make_author().pk}
    told = look(desk, article, headline="Known", **signed)

    assert told["blocked"] == ""
    assert "checks passed" in told["html"]


def test_a_byline_that_is_to_be_removed_does_not_count(desk: Client) -> None:
    article = make_article()

    assert "bylines" in anchors(look(desk, article, **{"bylines-0-DELETE": "on"}))


def test_what_cannot_be_saved_is_told_at_its_block(desk: Client) -> None:
    article = make_article("Fine", "Text.")
    film = {"type": "embed", "attrs": {"url": "ftp://x", "title": ""}}
    body = {"type": "doc", "content": [paragraph("Text."), film]}

    told = look(desk, article, body=json.dumps(body), slug="no spaces please")

    assert {"block-2", "id_slug"} <= set(anchors(told))
    assert "Block 2, embed" in told["html"]
    assert "no text" not in told["html"]


def test_topics_that_the_text_names_are_suggested_by_any_of_their_names(desk: Client) -> None:
    s400, nato = make_topic("S-400", aliases=("Triumf",)), make_topic("NATO")
    make_topic("Baltic Sea")
    article = make_article("", "Old text.", filing={"topics": [nato]})

    told = look(desk, article, body=source("The triumf worries NATO. A Triumf again."))
    assert told["topics"] == [s400.name]

    assert look(desk, article, topics="S400", body=source("The Triumf."))["topics"] == []


def test_a_topic_not_known_yet_only_waits_for_a_yes(desk: Client) -> None:
    told = look(desk, make_article(), topics="Steel Dome")

    assert "There is no topic “Steel Dome” yet." in told["html"]
    assert told["unknown"] == ["Steel Dome"]
    assert told["blocked"] == ""


def test_a_writer_reads_in_the_gate_that_a_topic_cannot_be_saved() -> None:
    writer = make_user("Writer")

    told = look(client_of(writer), make_article(by=writer), topics="Steel Dome")

    assert "There is no topic “Steel Dome”. An editor can add it." in told["html"]
    assert "id_topics" in anchors(told)


def test_a_search_and_a_shared_link_are_shown_as_typed(desk: Client) -> None:
    article = make_article("Saved", lead_image=make_image())
    long = "Turkey holds to its S-400 as talks on the F-35 resume, and neither side will move"

    told = look(desk, article, headline=long, lead_image=article.shown.lead_image_id)

    assert "the F-35 resume, and …" in told["found"]
    assert "turkey-holds-to-its-s-400" in told["found"]
    assert ".jpg" in told["found"] or ".jpeg" in told["found"]


def test_the_letters_reach_is_told(desk: Client) -> None:
    assert "Nobody follows the site" in look(desk, make_article())["letter"]


def test_a_writer_is_told_what_is_missing_and_is_not_stopped(client: Client) -> None:
    writer = make_user("Writer")
    client.force_login(writer)

    told = look(client, make_article(by=writer), headline="")

    assert anchors(told) == ["id_headline"]
    assert told["blocked"] == ""
    assert told["letter"] == ""


def test_a_new_article_is_looked_at_before_it_is_one(desk: Client) -> None:
    told = look(desk, headline="New", standfirst="Why.")

    assert anchors(told) == ["id_desk", "bylines"]
    assert not Article.objects.exists()
    page = desk.get(reverse("admin:articles_article_add")).text
    assert "There is no headline." in page


@pytest.mark.parametrize(
    "changed",
    [
        {"body": "{"},
        {"body": "[" * 5000},
        {"body": '{"type":"doc","content":"\\u0000"}'},
        {"headline": "\x00"},
        {"headline": "x" * 301},
        {"desk": "9" * 40},
        {"lead_image": "\x00"},
        {"topics": "\x00, ---, " + "x" * 101},
        {"kind": "poem"},
        {"slug": "x" * 200},
        {"bylines-99999999999-author": "1"},
        {"bylines-TOTAL_FORMS": "many"},
        {"based_on": "many"},
        {"_verb": "publish", "when": "later"},
    ],
)
def test_whatever_is_sent_is_answered(desk: Client, changed: dict[str, str]) -> None:
    article = make_article("Before", published=True)

    look(desk, article, **changed)

    article.refresh_from_db()
    assert (article.state, article.headline, article.changes.count()) == ("published", "Before", 1)


def test_a_look_is_never_had_by_following_a_link(desk: Client) -> None:
    article = make_article()

    assert desk.get(reverse("admin:articles_article_check", args=[article.pk])).status_code == 405
    assert desk.get(reverse("admin:articles_article_check_new")).status_code == 405


def test_who_may_not_write_has_no_new_article_looked_at(client: Client) -> None:
    client.force_login(make_user(is_staff=True))

    assert client.post(reverse("admin:articles_article_check_new")).status_code == 403


def test_without_a_script_the_page_tells_it_of_the_saved_draft(desk: Client) -> None:
    page = desk.get(page_of(make_article("TK", filing={"desk": None}))).text

    assert "“TK” stands in the headline." in page
    assert 'href="#id_desk"' in page
    assert "2 things to fix first" in page
    assert "checks passed" in page
