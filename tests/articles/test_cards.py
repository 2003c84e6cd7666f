"""Social cards: when they are drawn and go, and that a page names none that is not there."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from articles import tasks
from articles.cards import SIZE
from articles.models import Article
from articles.models.leftovers import clear_leftovers
from tests.make import make_article, make_content, make_desk, make_file, make_image, make_user

pytestmark = pytest.mark.django_db


def jobs(task: str) -> list[Any]:
    found = ProcrastinateJob.objects.filter(task_name=f"articles.tasks.{task}", status="todo")
    return [job.args for job in found.order_by("pk")]


def drawn(article: Article) -> Article:
    tasks.draw_card(article.pk)
    article.refresh_from_db()
    return article


def test_a_publication_has_its_card_drawn_in_the_same_transaction() -> None:
    article = make_article("First out", published=True)

    assert jobs("draw_card") == [{"article_id": article.pk}]
    assert article.card == ""
    assert drawn(article).card.startswith(f"card/{article.pk}/")
    with Image.open(default_storage.open(article.card)) as card:
        assert card.size == SIZE


def test_a_card_with_its_lead_picture_is_another() -> None:
    image = make_image(make_file(960, 600))
    with_picture = make_article("The same words", published=True, lead_image=image)
    without = make_article("The same words", published=True)

    sizes = [default_storage.size(drawn(each).card) for each in (with_picture, without)]

    assert sizes[0] > sizes[1]


def test_a_draft_has_no_card() -> None:
    assert drawn(make_article("Not yet")).card == ""


def test_an_article_whose_letters_we_lack_has_none() -> None:
    assert drawn(make_article("Россия", published=True)).card == ""


def test_a_new_headline_has_a_new_card_and_the_old_file_goes_later() -> None:
    editor, article = make_user("Editor"), drawn(make_article("Old", published=True))
    old = article.card
    article.revise(make_content("New"), editor, based_on=article.draft_id)
    article.publish(editor)

    assert drawn(article).card != old
    assert default_storage.exists(old)
    assert jobs("discard_files") == [{"names": [old]}]
    tasks.discard_files([old, article.card])
    assert [default_storage.exists(name) for name in (old, article.card)] == [False, True]


def test_drawing_again_what_has_not_changed_changes_nothing() -> None:
    article = drawn(make_article("Same", published=True))
    before = article.card

    assert drawn(article).card == before
    assert jobs("discard_files") == []


def test_a_withdrawn_article_loses_its_card_at_once() -> None:
    article = drawn(make_article("The claim", published=True))
    name = article.card

    article.withdraw("We could not stand it up.")

    assert drawn(article).card == ""
    assert jobs("discard_files") == [{"names": [name]}]
    tasks.discard_files([name])
    assert not default_storage.exists(name)


def test_another_desk_draws_the_card_again(desk: Client) -> None:
    from tests.articles.test_admin_writing import page_of, typed

    article = make_article("Moved", published=True)
    other = make_desk("Policy", tint="policy")

    desk.post(page_of(article), typed(article, desk=other.pk))

    assert jobs("draw_card") == [{"article_id": article.pk}] * 2


def test_a_renamed_desk_and_a_renamed_site_draw_theirs_again() -> None:
    naval = make_article("At sea", published=True)
    land = make_article("Ashore", published=True, filing={"desk": make_desk("Land")})
    chief = Client()
    chief.force_login(make_user("Chief"))
    fields = {"name": "Sea", "slug": "naval", "tint": "naval", "position": 0}
    chief.post(reverse("admin:articles_desk_change", args=[naval.desk.pk]), fields)
    chief.post(reverse("admin:articles_desk_change", args=[naval.desk.pk]), fields)
    (job,) = jobs("draw_cards")

    tasks.draw_cards(**job)

    assert [bool(card) for card in cards(naval, land)] == [True, False]
    before = cards(naval)
    chief.post(reverse("admin:articles_sitesettings_change", args=[1]), {"name": "The Ledger"})
    tasks.draw_cards(**jobs("draw_cards")[-1])
    assert all(cards(naval, land))
    assert cards(naval) != before


def cards(*articles: Article) -> list[str]:
    for article in articles:
        article.refresh_from_db()
    return [article.card for article in articles]


def test_very_many_are_drawn_in_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.models.card.AT_ONCE", 2)
    articles = [make_article(published=True) for _ in range(5)]

    tasks.draw_cards(None, None)
    while (rest := jobs("draw_cards")) and not all(cards(*articles)):
        tasks.draw_cards(**rest[-1])

    assert all(cards(*articles))
    assert len(rest) == 2


def test_the_command_draws_all(capsys: pytest.CaptureFixture[str]) -> None:
    article, foreign = make_article(published=True), make_article("Россия", published=True)

    call_command("draw_cards")

    assert [bool(card) for card in cards(article, foreign)] == [True, False]
    assert "our faces lack some" in capsys.readouterr().out


# What is cleared away


def test_only_cards_that_nothing_names_or_awaits_are_cleared_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    editor, article = make_user("Editor"), drawn(make_article("Old", published=True))
    old = article.card
    article.revise(make_content("New"), editor, based_on=article.draft_id)
    article.publish(editor)
    drawn(article)
    stray = default_storage.save(f"card/{article.pk}/stray.png", make_file())
    monkeypatch.setattr("articles.models.leftovers.GRACE", timedelta(days=-1))

    clear_leftovers()

    kept = [default_storage.exists(name) for name in (old, article.card, stray)]
    assert kept == [True, True, False]


# The newsdesk


def test_the_writing_page_shows_the_card_or_says_when_it_is_drawn(desk: Client) -> None:
    article = make_article("Out soon")
    page = reverse("admin:articles_article_change", args=[article.pk])

    assert "is drawn when it is published" in desk.get(page).text
    article.publish(None)
    drawn(article)
    assert article.card_url in desk.get(page).text
