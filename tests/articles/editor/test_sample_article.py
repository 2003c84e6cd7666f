"""A whole article, from the empty page to its readers, without touching a mouse."""

from typing import Any

import pytest

from articles.body.blocks import BLOCKS
from articles.models import Article
from tests.make import make_article, make_author, make_desk, make_image, make_user

from .keyboard import choose, fill, posted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = (
    *("Four pipes cross the strait", "Nobody watches them at night", "They are old."),
    *("What is known", "Two are empty", "one is rusting", "Ask the owner", "Ask the navy"),
    *("We count ships, not pipes", "Ingrid Moe", "harbour master"),
    *("A longer statement", "The ministry", "The pipe at low water", "Coast guard"),
    *("Pipe", "Built", "1974", "In brief", "Depth", "38", "November 2026", "The first was laid"),
    *("How a cable is mended", "A film of the pipe"),
)
"""What readers must find on the page."""


def tab_to(tab: Any, selector: str) -> None:
    for _ in range(120):
        if tab.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {selector}")


def write(tab: Any, *parts: str) -> None:
    """Types; a part in angle brackets is a key."""
    for part in parts:
        if part.startswith("<"):
            tab.keyboard.press(part.strip("<>"))
        else:
            tab.keyboard.type(part)


def write_body(tab: Any) -> None:
    write(tab, "They are ", "<Control+b>", "old", "<Control+b>", ".", "<Control+Alt+f>")
    write(tab, "Port register, 1974", "<Tab>", "example.org/register", "<Enter>", "<Enter>")
    write(tab, "## What is known", "<Enter>", "- Two are empty", "<Enter>", "one is rusting")
    write(tab, "<Control+]>", "<Enter>", "<Enter>", "<Enter>")
    write(tab, "1. Ask the owner", "<Enter>", "Ask the navy", "<Enter>", "<Enter>")
    choose(tab, "pull")
    write(tab, "We count ships, not pipes", "<Tab>")
    fill(tab, "Ingrid Moe", "harbour master", "2026-11", "example.org/interview")
    choose(tab, "quotation")
    write(tab, "A longer statement", "<Tab>")
    fill(tab, "The ministry", "")
    choose(tab, "picture")
    tab.wait_for_selector(".picture-grid li")
    write(tab, "<ArrowDown>", "<Enter>")
    tab.wait_for_selector(".block-figure figcaption")
    write(tab, "The pipe at low water", "<Enter>")
    choose(tab, "table")
    write(tab, "Pipe", "<Tab>", "Built", "<Tab>", "Built by", "<Tab>", "North", "<Tab>", "1974")
    tab_to(tab, ".block-fields input")
    write(tab, "<Tab>")
    choose(tab, "fact")
    fill(tab, "In brief", "Depth", "38", "metres", "2026", "Chart 12")
    write(tab, "example.org/chart", "<Tab>", "<Escape>", "<Control+End>")
    choose(tab, "timeline")
    write(tab, "<Tab>", "1974", "<Enter>", "<Enter>", "The first was laid", "<Enter>", "<Enter>")
    choose(tab, "related")
    write(tab, "cable is mended")
    tab.wait_for_selector(".matches [aria-selected=true]")
    write(tab, "<Enter>")
    tab.wait_for_selector(".related-list li")
    write(tab, "<Escape>", "<Control+End>")
    choose(tab, "embed")
    fill(tab, "https://vimeo.com/123456789", "A film of the pipe")


def test_the_sample_article_is_written_and_published_by_keyboard_alone(newsdesk: Any) -> None:
    editor = make_user("Editor")
    make_author("Zeynep Aydın", user=editor)
    make_desk("Naval")
    make_image(credit="Coast guard")
    make_article("How a cable is mended", published=True)
    tab = newsdesk("/admin/articles/article/add/", editor)
    tab.wait_for_selector("#editor .copy")

    tab_to(tab, "#id_headline")
    write(tab, "Four pipes cross the strait", "<Tab>", "Nobody watches them at night")
    tab_to(tab, "#editor .copy")
    write_body(tab)
    written = posted(tab)
    assert {block["type"] for block in written} == {block.json_type() for block in BLOCKS}

    with tab.expect_navigation():
        write(tab, "<Control+s>")
    article = Article.objects.latest("pk")
    assert article.draft is not None
    assert article.draft.body.dump()["content"] == written
    tab.reload()
    tab.wait_for_selector("#editor .copy")
    assert posted(tab) == written

    write(tab, "<Control+Alt+p>")
    tab_to(tab, "#id_desk")
    write(tab, "Nav")
    tab_to(tab, "#primary")
    with tab.expect_navigation():
        write(tab, "<Enter>")
    article.refresh_from_db()
    assert article.is_public, tab.inner_text(".panel")
    assert article.shown.body.dump()["content"] == written

    tab.goto(tab.url.split("/admin/")[0] + article.get_absolute_url())
    text = tab.inner_text("main")
    assert [words for words in SAID if words not in text] == []
