"""Two people in conflict, in a browser: nothing is saved before all is decided."""

from typing import Any

import pytest

from articles.models import Article
from tests.make import make_article, make_content, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVE = "document.getElementById('save-merged')"


def in_conflict(newsdesk: Any, tab: Any, other_tab: Any, article: Article) -> None:
    """Both open the article; Mira saves her headline first, Ed his headline and standfirst."""
    ed = make_user("Editor", first_name="Ed", last_name="Rowe")
    mira = make_user("Editor", first_name="Mira", last_name="Okafor")
    address = f"/admin/articles/article/{article.pk}/change/"
    newsdesk(address, ed, tab)
    newsdesk(address, mira, other_tab)
    save(other_tab, headline="Mira’s headline")
    other_tab.wait_for_selector(".messagelist .success")
    save(tab, headline="Ed’s headline", standfirst="Ed’s standfirst.")
    tab.wait_for_selector("form.conflict")
    # The browser calls the answer 409 an error.
    newsdesk.complaints.clear()


def save(tab: Any, **typed: str) -> None:
    for name, text in typed.items():
        tab.fill(f"#id_{name}", text)
    tab.evaluate("document.getElementById('article_form').requestSubmit()")


def test_two_people_in_conflict_make_one_text(newsdesk: Any, page: Any) -> None:
    article = make_article("The headline", "The ship sailed at dawn.")
    other = page.context.browser.new_context()
    in_conflict(newsdesk, page, other.new_page(), article)

    assert page.inner_text("h1") == "Mira Okafor saved while you were writing"
    assert "1 of 2 decided" in page.inner_text("#decided")
    assert page.evaluate(f"{SAVE}.getAttribute('aria-disabled')") == "true"

    page.evaluate(f"{SAVE}.click()")

    assert page.evaluate("document.activeElement.closest('.pair-row').dataset.where") == "Headline"
    headline = page.locator(".pair-row", has_text="Headline")
    headline.get_by_label("Write it anew").check()
    page.keyboard.press("Control+A")
    page.keyboard.type("The headline of both")
    assert "2 of 2 decided" in page.inner_text("#decided")
    assert page.evaluate(f"{SAVE}.getAttribute('aria-disabled')") == "false"
    page.evaluate(f"{SAVE}.click()")
    page.wait_for_selector(".messagelist .success")

    article.refresh_from_db()
    assert article.draft is not None
    assert article.headline == "The headline of both"
    assert article.draft.standfirst == "Ed’s standfirst."
    kept = {revision.headline for revision in article.revisions.all()}
    assert kept >= {"Mira’s headline", "Ed’s headline"}
    other.close()


def test_versions_are_chosen_and_compared_by_keyboard(newsdesk: Any, page: Any) -> None:
    article = make_article("First headline", "The ship sailed at dawn.", "It stays.")
    for headline in ("Second headline", "Third headline"):
        content = make_content(headline, "The ship sailed at noon.", "It stays.")
        article.revise(content, make_user(), article.draft_id)
    tab = newsdesk(f"/admin/articles/article/{article.pk}/versions/", make_user("Editor"))

    tab.get_by_label("From version 2").focus()
    tab.keyboard.press("ArrowDown")
    tab.get_by_role("button", name="Compare the two").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".diff")

    assert tab.inner_text("h1") == "From version 1 to version 3"
    tab.get_by_text("is the same").click()
    assert tab.get_by_text("It stays.").is_visible()
