"""Two people saved: both texts are shown, both are kept."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article, Content, Scratch
from tests.articles.test_admin_writing import page_of, typed
from tests.make import make_article, make_body, make_content, make_user

pytestmark = pytest.mark.django_db

CONFLICT = "saved while you were writing"


def source(*parts: str | dict[str, Any]) -> str:
    return json.dumps(make_body(*parts).dump())


def collide(desk: Client, article: Article, theirs: Content, **mine: Any) -> Any:
    """Somebody saves their text while this editor has the page open with another."""
    data = typed(article, **mine)
    mira = make_user("Editor", username="mira", first_name="Mira", last_name="Okafor")
    article.revise(theirs, mira, based_on=article.draft_id)
    answer = desk.post(page_of(article), data)
    assert answer.status_code == 409
    assert CONFLICT in answer.text
    return answer


def choices(page: Any) -> dict[str, Any]:
    """What the form of the page posts as it stands: hidden fields, and what is decided already."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.text)
    ticked = re.findall(r'name="(pick-[^"]+)" value="(\w+)" checked', page.text)
    shown = [*fields, *ticked]
    return {name: unescape(value) for name, value in shown if name != "csrfmiddlewaretoken"}


def place(page: Any, where: str) -> str:
    """The name of a choice, by what stands over it."""
    found = re.search(f'id="row-([^"]+)" data-where="{re.escape(where)}"', page.text)
    assert found, where
    return found[1]


def pick(page: Any, where: str, way: str, text: str = "") -> dict[str, str]:
    name = place(page, where)
    return {f"pick-{name}": way, f"hand-{name}": text}


def decided(page: Any) -> str:
    found = re.search(r"<b>(\d+ of \d+)</b>\s+decided", page.text)
    assert found
    return found[1]


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
    theirs = make_content("Theirs", "One.", "Two.", "Three.", "Four, theirs.")
    page = collide(
        desk, article, theirs, headline="Mine", body=source("One.", "Two, mine.", "Three.")
    )

    resolve(desk, article, page, choice="merged", **pick(page, "Headline", "theirs"))

    article.refresh_from_db()
    assert article.draft is not None
    assert article.headline == "Theirs"
    assert article.draft.body.text().split("\n\n") == [
        "One.",
        "Two, mine.",
        "Three.",
        "Four, theirs.",
    ]
    assert article.revisions.filter(headline="Mine").exists()
    assert article.revisions.filter(headline="Theirs").count() == 2


def test_what_only_one_of_them_changed_is_decided_already(desk: Client) -> None:
    article = make_article("Opened", "The first says this.", "The second says that.")
    theirs = make_content("Theirs", "The first says this.", "The second says nothing.")

    page = collide(
        desk,
        article,
        theirs,
        headline="Mine",
        body=source("The first says more.", "The second says that."),
    )

    assert decided(page) == "2 of 3"
    assert choices(page)["pick-" + place(page, "Paragraph 1")] == "mine"
    assert choices(page)["pick-" + place(page, "Paragraph 2")] == "theirs"
    assert "pick-" + place(page, "Headline") not in choices(page)


def test_an_undecided_place_is_named_and_nothing_is_lost(desk: Client) -> None:
    article = make_article("Opened", "The ship sailed at dawn.")
    page = collide(
        desk,
        article,
        make_content("Theirs", "The ship sailed at noon."),
        headline="Mine",
        body=source("The ship sailed at night."),
    )
    written = pick(page, "Paragraph", "hand", "The ship stayed in port.")

    again = resolve(desk, article, page, choice="merged", **written)

    assert again.status_code == 409
    assert "Still to decide: Headline." in again.text
    assert CONFLICT in again.text
    assert "The ship stayed in port." in again.text
    assert decided(again) == "1 of 2"
    assert article.revisions.count() == 2
    final = written | pick(again, "Headline", "mine")
    resolve(desk, article, again, choice="merged", **final)
    article.refresh_from_db()
    assert article.draft is not None
    assert (article.headline, article.draft.body.text()) == ("Mine", "The ship stayed in port.")


def test_both_blocks_may_be_kept(desk: Client) -> None:
    article = make_article("Same", "One.", "The ship sailed at dawn.")
    draft = article.draft
    assert draft is not None
    theirs = make_content("Same", "One.", "The ship sailed at noon.", standfirst=draft.standfirst)
    page = collide(desk, article, theirs, body=source("One.", "The ship sailed at night."))

    resolve(desk, article, page, choice="merged", **pick(page, "Paragraph 2", "both"))

    article.refresh_from_db()
    assert article.draft is not None
    assert article.draft.body.text().split("\n\n")[1:] == [
        "The ship sailed at night.",
        "The ship sailed at noon.",
    ]


def test_a_text_may_be_written_anew(desk: Client) -> None:
    article = make_article("Opened", "One.")
    page = collide(desk, article, make_content("Theirs", "One."), headline="Mine")

    resolve(desk, article, page, choice="merged", **pick(page, "Headline", "hand", "Of both"))

    article.refresh_from_db()
    assert article.headline == "Of both"
    assert {r.headline for r in article.revisions.all()} == {"Opened", "Theirs", "Mine", "Of both"}


def test_fields_of_a_block_are_chosen_by_themselves(desk: Client) -> None:
    def quote(**attrs: str) -> dict[str, Any]:
        text = [{"type": "text", "text": "We will not go back."}]
        return {"type": "pullQuote", "attrs": attrs, "content": text}

    article = make_article("Same", quote(role="Ambassador"))
    page = collide(
        desk,
        article,
        make_content("Same", quote(role="U.S. Ambassador", speaker="Tom")),
        body=source(quote(role="The Ambassador")),
    )

    resolve(desk, article, page, choice="merged", **pick(page, "Pull quote: role", "theirs"))

    article.refresh_from_db()
    assert article.draft is not None
    (block,) = article.draft.body.dump()["content"]
    assert (block["attrs"]["speaker"], block["attrs"]["role"]) == ("Tom", "U.S. Ambassador")


def test_a_merged_text_that_cannot_be_saved_says_why_and_keeps_everything(desk: Client) -> None:
    article = make_article("Opened", "One.")
    page = collide(desk, article, make_content("Theirs", "One."), headline="Mine")

    too_long = pick(page, "Headline", "hand", "Much too long " * 30)
    answer = resolve(desk, article, page, choice="merged", **too_long)

    assert answer.status_code == 409
    assert "at most 300 characters" in answer.text
    assert "Much too long Much too long" in answer.text
    article.refresh_from_db()
    assert article.headline == "Theirs"
    assert article.revisions.count() == 2


def test_a_third_save_while_choosing_is_a_conflict_again(desk: Client) -> None:
    article = make_article("Opened", "The ship sailed at dawn.")
    page = collide(
        desk,
        article,
        make_content("Theirs", "The ship sailed at noon."),
        headline="Mine",
        body=source("The ship sailed at night."),
    )
    article.refresh_from_db()
    third = make_content("Third", "The ship sailed at noon.")
    article.revise(third, make_user(), based_on=article.draft_id)
    picked = pick(page, "Paragraph", "theirs") | pick(page, "Headline", "theirs")

    for choice in ("mine", "theirs", "merged"):
        again = resolve(desk, article, page, choice=choice, **picked)
        assert again.status_code == 409
        assert "saved while you were deciding" in again.text
        assert "Third" in again.text
        assert "Mine" in again.text
    # The paragraph is the same question as before, the headline is not.
    assert choices(again)["pick-" + place(again, "Paragraph")] == "theirs"
    assert "pick-" + place(again, "Headline") not in choices(again)
    resolve(desk, article, again, choice="mine")

    article.refresh_from_db()
    assert article.headline == "Mine"


def test_taking_theirs_forgets_what_was_kept_of_mine(desk: Client) -> None:
    article = make_article("Opened", "One.")
    page = collide(desk, article, make_content("Theirs", "One."), headline="Mine")
    editor = User.objects.get(first_name="Ed")
    Scratch.objects.keep(editor, article, [["headline", "Mine"]])

    resolve(desk, article, page, choice="theirs")

    assert not Scratch.objects.for_page(editor, article).exists()


@pytest.mark.parametrize("forged", ["", "999999999", "x", "9" * 40])
def test_a_forged_version_asks_again_or_saves_nothing_of_theirs_away(
    desk: Client, forged: str
) -> None:
    article = make_article("Opened", "One.")
    page = collide(desk, article, make_content("Theirs", "One."), headline="Mine")

    answer = resolve(desk, article, page, choice="mine", theirs=forged)

    assert answer.status_code == 409
    article.refresh_from_db()
    assert article.headline == "Theirs"


def test_without_a_common_version_everything_is_left_to_a_person(desk: Client) -> None:
    article = make_article("Opened", "One.")
    page = collide(
        desk, article, make_content("Theirs", "One."), headline="Mine", based_on="123456789"
    )

    assert decided(page) == "0 of 1"


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


def two_tabs(desk: Client, article: Article, theirs: Content, **mine: Any) -> Any:
    """The same person saves in one tab, and then in another that was open before."""
    data = typed(article, **mine)
    article.revise(theirs, User.objects.get(first_name="Ed"), based_on=article.draft_id)
    return desk.post(page_of(article), data)


def test_two_tabs_of_one_person_are_called_so(desk: Client) -> None:
    article = make_article("Opened", "First.")

    page = two_tabs(desk, article, make_content("Theirs", "First."), headline="Mine")

    assert page.status_code == 409
    assert "Your other tab saved while you were writing" in page.text
    assert "Take your other tab’s" in page.text
    assert "Keep this tab’s" in page.text
    assert "Ed Rowe saved" not in page.text
    said = desk.post(
        reverse("admin:articles_article_resolve", args=[article.pk]),
        choices(page) | {"choice": "theirs"},
        follow=True,
    ).text
    assert "You took the text of your other tab. This tab’s is version 3." in said


def test_a_merged_version_says_of_which(desk: Client) -> None:
    article = make_article("Opened", "First.")
    page = collide(desk, article, make_content("Theirs", "First."), headline="Mine")

    resolve(desk, article, page, choice="merged", **pick(page, "Headline", "hand", "Both"))

    article.refresh_from_db()
    assert article.draft is not None
    assert article.draft.reason == "Merged with version 2 by Mira Okafor"
    desk.post(page_of(article), typed(article, headline="Later"))
    article.refresh_from_db()
    assert article.draft.reason == ""


@pytest.mark.parametrize("forged", ["x", "999999999", "9" * 40, "\0"])
def test_a_forged_merger_is_told_nowhere(desk: Client, forged: str) -> None:
    article = make_article("Opened", "First.")

    desk.post(page_of(article), typed(article, headline="New", merged_with=forged))

    article.refresh_from_db()
    assert article.draft is not None
    assert (article.headline, article.draft.reason) == ("New", "")


def test_choices_survive_the_end_of_a_session(desk: Client) -> None:
    article = make_article("Opened", "The ship sailed at dawn.")
    theirs = make_content("Theirs", "The ship sailed at noon.")
    page = collide(desk, article, theirs, headline="Mine", body=source("It sailed at night."))
    make_user("Editor", username="ayse", password="a long word")
    url = reverse("admin:articles_article_resolve", args=[article.pk])
    data = choices(page) | pick(page, "Headline", "mine")
    data |= pick(page, "Paragraph", "hand", "The ship stayed.") | {"choice": "merged"}
    out = Client()

    asked = out.post(url, data)
    assert asked.status_code == 401
    assert "You were signed out" in asked.text
    out.post(url, choices(asked) | {"username": "ayse", "password": "a long word"})

    article.refresh_from_db()
    assert article.draft is not None
    assert (article.headline, article.draft.body.text()) == ("Mine", "The ship stayed.")
