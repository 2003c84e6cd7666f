"""Two people saved: both texts are shown, both are kept."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.admin.article.conflict import rows
from articles.models import Article, Content
from tests.articles.test_admin_writing import page_of, typed
from tests.make import heading, make_article, make_body, make_content, make_user, paragraph

pytestmark = pytest.mark.django_db

CONFLICT = "saved while you were writing"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make_user("Editor", first_name="Ed", last_name="Rowe"))
    return client


def source(*parts: str | dict[str, Any]) -> str:
    return json.dumps(make_body(*parts).dump())


def collide(desk: Client, article: Article, theirs: Content, **mine: Any) -> Any:
    """Somebody saves their text while this editor has the page open with another."""
    data = typed(article, **mine)
    mira = make_user("Editor", username="mira", first_name="Mira", last_name="Okafor")
    article.revise(theirs, mira, based_on=article.draft_id)
    answer = desk.post(page_of(article), data)
    assert CONFLICT in answer.text
    return answer


def choices(page: Any) -> dict[str, Any]:
    """The hidden fields of the page, as its form posts them."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.text)
    return {name: unescape(value) for name, value in fields if name != "csrfmiddlewaretoken"}


def resolve(desk: Client, article: Article, page: Any, **picked: str) -> Any:
    url = reverse("admin:articles_article_resolve", args=[article.pk])
    return desk.post(url, choices(page) | picked)


def test_both_texts_are_shown_with_their_differences(desk: Client) -> None:
    article = make_article("Opened", "First.", "Second.")
    theirs = make_content("Theirs is new", "First.", "Second, theirs.")

    page = collide(desk, article, theirs, headline="Mine is new", body=source("First.", "Mine."))

    assert "Mira Okafor saved while you were writing" in page.text
    for text in ("Theirs", "Mine"):
        assert f"<mark>{text}</mark>" in page.text
    assert "They differ in 2 places" in page.text
    article.refresh_from_db()
    assert article.headline == "Theirs is new"


def test_keeping_mine_saves_it_on_top(desk: Client) -> None:
    article = make_article("Opened", "First.")
    page = collide(
        desk, article, make_content("Theirs", "Theirs."), headline="Mine", body=source("Mine.")
    )

    resolve(desk, article, page, choice="mine")

    article.refresh_from_db()
    assert article.draft is not None
    assert (article.headline, article.draft.body.text()) == ("Mine", "Mine.")
    assert {r.headline for r in article.revisions.all()} == {"Opened", "Theirs", "Mine"}


def test_taking_theirs_keeps_mine_as_a_version(desk: Client) -> None:
    article = make_article("Opened", "First.")
    page = collide(
        desk, article, make_content("Theirs", "Theirs."), headline="Mine", body=source("Mine.")
    )

    resolve(desk, article, page, choice="theirs")

    article.refresh_from_db()
    assert article.draft is not None
    assert (article.headline, article.draft.body.text()) == ("Theirs", "Theirs.")
    assert article.revisions.filter(headline="Mine").exists()


def test_each_place_is_chosen_by_itself(desk: Client) -> None:
    article = make_article("Opened", "One.", "Two.", "Three.")
    theirs = make_content("Theirs", "One.", "Two, theirs.", "Three.", "Four, theirs.")
    page = collide(
        desk, article, theirs, headline="Mine", body=source("One, mine.", "Two.", "Three.")
    )
    names = re.findall(r'name="pick-(body-\d+)" value="theirs"', page.text)

    resolve(
        desk,
        article,
        page,
        choice="merged",
        **{"pick-headline": "theirs", f"pick-{names[-1]}": "theirs"},
    )

    article.refresh_from_db()
    assert article.draft is not None
    assert article.headline == "Theirs"
    assert article.draft.body.text().endswith("Three.\n\nFour, theirs.")
    assert "One, mine." in article.draft.body.text()
    assert article.revisions.filter(headline="Mine").exists()


def test_both_blocks_may_be_kept(desk: Client) -> None:
    article = make_article("Same", "One.", "Two.")
    draft = article.draft
    assert draft is not None
    theirs = make_content("Same", "One.", "Theirs.", standfirst=draft.standfirst)
    page = collide(desk, article, theirs, body=source("One.", "Mine."))
    name = re.findall(r'name="(pick-body-\d+)" value="both"', page.text)[0]

    resolve(desk, article, page, choice="merged", **{name: "both"})

    article.refresh_from_db()
    assert article.draft is not None
    assert article.draft.body.text() == "One.\n\nMine.\n\nTheirs."


def test_a_text_may_be_written_anew(desk: Client) -> None:
    article = make_article("Opened", "One.")
    page = collide(desk, article, make_content("Theirs", "One."), headline="Mine")

    resolve(
        desk,
        article,
        page,
        choice="merged",
        **{
            "pick-headline": "hand",
            "hand-headline": "Of both",
            "pick-body": "hand",
            "hand-body": source("By hand."),
        },
    )

    article.refresh_from_db()
    assert article.draft is not None
    assert (article.headline, article.draft.body.text()) == ("Of both", "By hand.")


def test_a_wrong_source_by_hand_keeps_everything(desk: Client) -> None:
    article = make_article("Opened", "One.")
    page = collide(desk, article, make_content("Theirs", "One."), headline="Mine")

    answer = resolve(
        desk, article, page, choice="merged", **{"pick-body": "hand", "hand-body": "{broken"}
    )

    assert answer.status_code == 200
    assert "not valid JSON" in answer.text
    assert "{broken" in answer.text
    assert "Mine" in answer.text


def test_a_third_save_while_choosing_is_a_conflict_again(desk: Client) -> None:
    article = make_article("Opened", "One.")
    page = collide(desk, article, make_content("Theirs", "One."), headline="Mine")
    article.refresh_from_db()
    article.revise(make_content("Third", "One."), make_user(), based_on=article.draft_id)

    for choice in ("mine", "theirs", "merged"):
        again = resolve(desk, article, page, choice=choice)
        assert CONFLICT in again.text
        assert "Third" in again.text
        assert "Mine" in again.text
    resolve(desk, article, again, choice="mine")

    article.refresh_from_db()
    assert article.headline == "Mine"


def test_publishing_into_a_conflict_publishes_nothing(desk: Client) -> None:
    article = make_article("Opened", "One.")
    page = collide(desk, article, make_content("Theirs", "One."), headline="Mine", _verb="publish")

    resolve(desk, article, page, choice="mine")

    article.refresh_from_db()
    assert (article.state, article.headline) == ("draft", "Mine")


def test_filing_that_was_typed_survives_the_choice(desk: Client) -> None:
    article = make_article("Opened", "One.")
    page = collide(
        desk,
        article,
        make_content("Theirs", "One."),
        headline="Mine",
        slug="kept",
        topics="Steel Dome",
        new_topics=["Steel Dome"],
    )

    resolve(desk, article, page, choice="mine")

    article.refresh_from_db()
    assert article.slug == "kept"
    assert [topic.name for topic in article.topics.all()] == ["Steel Dome"]
    assert article.bylines.count() == 1


def test_nobody_else_may_resolve_it(client: Client) -> None:
    article = make_article("Opened", "One.")
    client.force_login(make_user("Writer"))

    url = reverse("admin:articles_article_resolve", args=[article.pk])

    assert client.post(url, {"choice": "theirs"}).status_code == 404


def test_every_difference_of_two_bodies_is_one_row() -> None:
    mine = make_content("A", heading("One"), "Same.", "Mine only.", key_points=("x",))
    theirs = make_content("A", heading("Uno"), "Same.", key_points=("y",), kind="analysis")

    found = {row.name: row for row in rows(mine, theirs)}

    assert list(found) == ["key_points", "kind", "body-0", "body-2"]
    assert found["body-0"].where == "Block 1, heading"
    assert found["body-2"].theirs == []


def test_a_very_long_text_is_compared_without_a_long_wait() -> None:
    words = " ".join(f"word{n}" for n in range(6000))
    mine = Content(body=make_body(paragraph(words)))
    theirs = Content(body=make_body(paragraph(words + " end")))

    (row,) = rows(mine, theirs)

    assert row.mine[0][0]
