"""Topics in the publishing panel: chips for those there are, a question about the others."""

from typing import Any

import pytest

from articles.models import Article, Topic
from tests.make import make_article, make_topic, make_user
from tests.waiting import wait_until

from .keyboard import press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHIPS = ".topics .chips li"
POSTED = "new FormData(document.getElementById('article_form')).getAll('{}')"


@pytest.fixture
def filing(newsdesk: Any) -> Any:
    """Opens an article of one's own, the cursor in the field of its topics."""

    def opened(role: str = "Editor") -> tuple[Any, Article]:
        user = make_user(role)
        article = make_article("", "The ship sailed.", by=user)
        tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", user)
        tab.wait_for_selector("#found:not([hidden])")
        tab.focus("#id_topics")
        return tab, article

    return opened


def topics_of(article: Article) -> list[str]:
    return sorted(article.topics.values_list("name", flat=True))


def says(tab: Any, words: str) -> None:
    wait_until(tab, "said => document.getElementById('topics-said').textContent === said", words)


def save(tab: Any) -> None:
    with tab.expect_navigation():
        tab.keyboard.press("Control+s")
    tab.wait_for_selector("#editor .copy")


def test_an_editor_chooses_to_create_a_topic_and_the_save_makes_it(filing: Any) -> None:
    make_topic("Steel")
    tab, article = filing()
    tab.keyboard.type("Steel Dome")
    tab.wait_for_selector(".matches .creates")
    assert tab.inner_text(".matches .creates") == "Create “Steel Dome”"
    press(tab, "ArrowDown", "Enter")
    assert tab.inner_text(CHIPS) == "Steel Dome\nnew"

    save(tab)

    assert topics_of(article) == ["Steel Dome"]
    assert tab.inner_text(CHIPS) == "Steel Dome"


def test_what_is_only_typed_is_no_chip_and_is_asked_about_at_once(filing: Any) -> None:
    tab, article = filing()
    tab.keyboard.type("Steel Dome")
    press(tab, "Enter")
    says(tab, "There is no topic “Steel Dome” yet. Create “Steel Dome”")
    assert tab.locator(CHIPS).count() == 0

    press(tab, "Tab", "Enter")
    assert tab.inner_text(CHIPS) == "Steel Dome\nnew"
    assert tab.evaluate("document.activeElement.id") == "id_topics"
    save(tab)
    assert topics_of(article) == ["Steel Dome"]


def test_topics_there_are_become_chips_under_their_own_names(filing: Any) -> None:
    make_topic("S-400", aliases=("Triumf",))
    make_topic("NATO")
    tab, article = filing()
    tab.keyboard.type("triumf, nato")
    press(tab, "Tab")
    wait_until(tab, "document.querySelectorAll('.topics .chips li').length === 2")
    assert tab.locator(CHIPS).all_inner_texts() == ["S-400", "NATO"]
    save(tab)
    assert topics_of(article) == ["NATO", "S-400"]


def test_a_writer_is_told_at_once_and_cannot_add_a_topic(filing: Any) -> None:
    make_topic("NATO")
    tab, article = filing("Writer")
    tab.keyboard.type("Steel Dome")
    says(tab, "There is no topic “Steel Dome”. An editor can add it.")
    assert tab.locator(".creates").count() == 0
    press(tab, "Enter")
    assert tab.locator(CHIPS).count() == 0

    for _ in "Steel Dome":
        press(tab, "Backspace")
    says(tab, "")
    tab.keyboard.type("nato")
    press(tab, "Enter")
    tab.wait_for_selector(CHIPS)
    save(tab)
    assert topics_of(article) == ["NATO"]


def test_what_a_writer_leaves_half_typed_is_refused_and_stands_there_still(filing: Any) -> None:
    tab, article = filing("Writer")
    tab.keyboard.type("Steel Dome")
    tab.evaluate("document.getElementById('id_headline').value = 'Changed'")
    save(tab)

    assert "There is no topic “Steel Dome”. An editor can add it." in tab.inner_text(".to-mend")
    assert tab.input_value("#id_headline") == "Changed"
    tab.wait_for_selector(f"{CHIPS} small")
    assert tab.inner_text(CHIPS) == "Steel Dome\nno topic of ours"
    tab.click(f"{CHIPS} .remove")
    save(tab)
    article.refresh_from_db()
    assert article.headline == "Changed"
    assert not Topic.objects.exists()


def test_a_topic_agreed_to_be_new_is_still_so_when_the_tab_comes_back(filing: Any) -> None:
    tab, article = filing()
    tab.keyboard.type("Steel Dome")
    tab.wait_for_selector(".creates")
    tab.click(".creates")
    wait_until(tab, "Object.values(localStorage).some((text) => text.includes('Steel Dome'))")
    tab.reload()
    tab.wait_for_selector(CHIPS)
    assert tab.inner_text(CHIPS) == "Steel Dome\nnew"
    assert tab.evaluate(POSTED.format("new_topics")) == ["Steel Dome"]
    save(tab)
    assert topics_of(article) == ["Steel Dome"]
