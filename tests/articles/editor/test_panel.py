"""The publishing panel in a browser: it answers while one types."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Comment
from tests.make import make_article, make_author, make_content, make_topic, make_user
from tests.waiting import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PRIMARY = "document.getElementById('primary')"


def page_of(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


@pytest.fixture
def opened(newsdesk):
    """Opens an article's page as an editor and waits for the first look of the gate."""

    def open_page(article, user=None, tab=None):
        arguments = [page_of(article), user or make_user("Editor"), *([tab] if tab else [])]
        tab = newsdesk(*arguments)
        tab.wait_for_selector("#editor .copy")
        tab.wait_for_selector("#found:not([hidden])")
        return tab

    return open_page


def type_at_end(tab, text):
    tab.click("#editor .copy > p:last-of-type")
    tab.keyboard.press("Control+End")
    tab.keyboard.type(text)


def select_words(tab, words):
    """As a person would, with the mouse: from the first letter to the last."""
    tab.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(
            document.querySelector("#editor .copy"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            document.querySelector("#editor .copy").focus();
            getSelection().setBaseAndExtent(
              walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
        }""",
        words,
    )
    tab.wait_for_selector(".tools:not([hidden])")


def test_the_gate_looks_again_while_one_types(opened):
    tab = opened(make_article("A headline", "The ship sailed."))
    assert tab.get_attribute("#primary", "aria-disabled") is None
    told = "window.told = []; addEventListener('findings', (e) => told.push(e.detail), true)"
    tab.evaluate(told)

    type_at_end(tab, " At TK knots.")
    tab.wait_for_selector("#gate .stop")

    assert "“TK” stands in block 1" in tab.text_content("#gate .stop")
    assert tab.text_content("#why-not") == "1 thing to fix first"
    assert tab.get_attribute("#primary", "aria-disabled") == "true"
    assert tab.evaluate("told.at(-1).filter((found) => found.block === 1).length") == 1
    for _ in range(len("TK knots.")):
        tab.keyboard.press("Backspace")
    tab.wait_for_selector("#gate .stop", state="detached")
    assert tab.get_attribute("#primary", "aria-disabled") is None
    assert tab.is_hidden("#why-not")


def test_what_was_mended_a_moment_ago_goes_out_at_one_press(opened):
    article = make_article("TK", "The ship sailed.")
    tab = opened(article)
    assert tab.get_attribute("#primary", "aria-disabled") == "true"

    tab.fill("#id_headline", "Known now")
    tab.evaluate(f"{PRIMARY}.click()")
    tab.wait_for_selector(".state-published")

    article.refresh_from_db()
    assert article.live.headline == "Known now"


def test_topics_of_the_text_are_taken_by_one_press_and_by_the_keyboard(opened):
    for name in ("F-35", "NATO"):
        make_topic(name, aliases=("Lightning II",) if name == "F-35" else ())
    tab = opened(make_article("", "The Lightning II worries NATO."))
    tab.wait_for_selector(".suggest:not([hidden]) .chip-add")
    chips = tab.locator(".chip-add")
    assert chips.all_text_contents() == ["F-35", "NATO"]

    chips.first.focus()
    tab.keyboard.press("Enter")
    assert tab.locator(".topics .chips li").all_text_contents() == ["F-35"]
    assert tab.evaluate("document.activeElement.textContent") == "NATO"
    tab.keyboard.press("Enter")
    assert tab.locator(".topics .chips li").all_text_contents() == ["F-35", "NATO"]
    assert tab.is_hidden(".suggest")
    assert tab.evaluate("document.activeElement.id") == "id_topics"
    posted = "new FormData(document.getElementById('article_form')).get('topics')"
    assert tab.evaluate(posted) == "F-35, NATO"


def test_bylines_are_moved_removed_and_added_by_buttons(opened):
    article = make_article(filing={"authors": [make_author("First"), make_author("Second")]})
    third = make_author("Third")
    tab = opened(article)

    rows = tab.locator(".byline-row:visible")
    rows.nth(1).get_by_role("button", name="Move up").click()
    rows.nth(1).get_by_role("button", name="Remove").click()
    tab.click("#bylines .add")
    rows.nth(1).locator("select").select_option(str(third.pk))
    tab.keyboard.press("Control+s")
    tab.wait_for_selector(".messagelist")

    assert [str(byline) for byline in article.bylines.all()] == ["Second", "Third"]


def test_a_live_article_gets_an_update_at_a_set_time(opened):
    article = make_article("Out", "The range is 40 km.", published=True)
    tab = opened(article)
    assert tab.text_content("#primary") == "Update the published article"
    type_at_end(tab, " It is 400 km.")

    day = timezone.localdate() + timedelta(days=2)
    tab.click("text=At a set time")
    tab.fill("#id_publish_at_0", f"{day}")
    tab.fill("#id_publish_at_1", "07:00")
    assert re.fullmatch(
        r"Schedule the update for \w+ \d+ \w+( \d{4})?, 07:00", tab.text_content("#primary")
    )
    assert "07:00 in London" in tab.text_content("#echo")
    tab.check("[name=change][value=correction]")
    tab.fill("#id_change_text", "It is 400 km.")
    tab.evaluate(f"{PRIMARY}.click()")
    tab.wait_for_selector(".p-state .plan")

    assert re.match(r"An update goes out \w+ \d+ \w+, 07:00: correction", tab.text_content(".plan"))
    article.refresh_from_db()
    assert (article.state, article.planned_change) == ("published", "correction")
    tab.click("text=Take the update off the schedule")
    tab.wait_for_selector(".p-state .plan", state="detached")
    article.refresh_from_db()
    assert article.publish_at is None


def test_a_passage_is_commented_on_found_again_and_settled(opened):
    article = make_article("", "First words.", "The ship sailed at dawn, they say.")
    tab = opened(article)

    select_words(tab, "sailed at dawn")
    tab.locator(".tools button", has_text="Comment").evaluate("(button) => button.click()")
    tab.fill(".compose textarea", "Who says so?")
    tab.click(".compose button:text-is('Comment')")
    tab.wait_for_selector(".thread")
    assert tab.text_content("#editor .passage") == "sailed at dawn"
    assert tab.text_content(".open-count") == "1"
    comment = Comment.objects.get()
    assert (comment.quote, comment.after) == ("sailed at dawn", ", they say.")

    # Words before it and inside it change; it is found again after a new load.
    text = make_content("New", "New.", "The ship left at noon, they say.")
    article.revise(text, None, based_on=article.draft_id)
    tab.reload()
    tab.wait_for_selector(".thread")
    assert tab.text_content("#editor .passage") == "left at noon"
    tab.click(".thread .quote")
    wait_until(tab, "getSelection().toString() === 'left at noon'")

    tab.fill(".answering textarea", "The navy.")
    tab.click(".answering button:text-is('Settle')")
    tab.wait_for_selector(".comments details summary")
    assert tab.text_content(".open-count") == "0"
    assert tab.locator("#editor .passage").count() == 0
    assert comment.answers.get().text == "The navy."


def test_a_passage_that_is_gone_is_told_with_its_words(opened):
    article = make_article("", "Nothing of it stands here.")
    editor = make_user("Editor")
    Comment.objects.ask(article, editor, "Why?", quote="an older text", before="x", after="y")

    tab = opened(article, editor)
    tab.wait_for_selector(".thread")

    assert "The passage has changed" in tab.text_content(".thread")
    assert tab.text_content(".thread .quote") == "an older text"


def test_a_writer_answers_and_takes_the_article_back_while_it_is_in_review(newsdesk):
    writer = make_user("Writer")
    article = make_article("", "The ship sailed at dawn.", by=writer)
    article.submit()
    Comment.objects.ask(article, make_user("Editor"), "Who?", quote="sailed at dawn")

    tab = newsdesk(page_of(article), writer)
    tab.wait_for_selector(".thread")
    tab.click(".thread .quote")
    assert tab.evaluate("document.activeElement.className") == "piece"
    tab.fill(".answering textarea", "The navy.")
    tab.click(".answering button:text-is('Answer')")
    tab.wait_for_selector(".remark + .remark")
    tab.click("text=Take it back")

    tab.wait_for_selector("#id_headline")
    article.refresh_from_db()
    assert article.state == "draft"


def test_what_is_typed_in_a_comment_is_no_change_of_the_article(opened):
    tab = opened(make_article("", "The ship sailed."))
    tab.evaluate(
        "window.changes = 0; document.getElementById('article_form')"
        ".addEventListener('input', () => (changes += 1))"
    )

    tab.click("text=Comment on the article")
    tab.keyboard.type("Is this all?")

    assert tab.evaluate("changes") == 0


@pytest.mark.parametrize("width", [1440, 1024])
def test_the_panel_fits_the_window_whatever_is_said_over_the_page(opened, width):
    tab = opened(make_article("", "The ship sailed."))
    tab.set_viewport_size({"width": width, "height": 700})
    tab.fill("#id_slug", "no spaces please")
    tab.evaluate("document.getElementById('article_form').requestSubmit()")
    tab.wait_for_selector(".to-mend")
    foot = "document.querySelector('.panel-foot').getBoundingClientRect().bottom"
    top = "document.querySelector('.panel').getBoundingClientRect().top"
    for scrolled in (0, 40, 2000):
        tab.evaluate("y => scrollTo(0, y)", scrolled)
        assert (tab.evaluate(top), tab.evaluate(foot)) == (48, 700)
    said, panel = (tab.locator(each).bounding_box() for each in (".to-mend", ".panel"))
    assert said["x"] + said["width"] <= panel["x"]


def test_the_source_is_not_seen_before_the_editor_starts_and_is_when_it_never_does(newsdesk, page):
    article = make_article("", "The ship sailed.")
    page.route("**/write*.js", lambda route: route.abort())
    tab = newsdesk(page_of(article), make_user("Editor"))
    newsdesk.complaints.clear()
    seen = "getComputedStyle(document.querySelector('.source')).visibility"
    assert tab.evaluate(seen) == "hidden"
    wait_until(tab, f"{seen} === 'visible'")


def test_a_set_time_names_its_year_and_one_that_has_passed_is_told_while_choosing(opened):
    tab = opened(make_article())
    year = timezone.localdate().year
    tab.click("text=At a set time")
    tab.fill("#id_publish_at_1", "09:00")

    tab.fill("#id_publish_at_0", f"{year + 1}-03-02")
    assert f"2 March {year + 1}: 09:00 in London" in tab.text_content("#echo")
    assert f"2 Mar {year + 1}, 09:00" in tab.text_content("#primary")

    tab.fill("#id_publish_at_0", f"{year - 1}-03-02")
    assert tab.text_content("#echo").startswith("That time has passed. Choose a later one, or Now.")
    assert "err" in tab.get_attribute("#echo", "class")

    tomorrow = timezone.localdate() + timedelta(days=1)
    tab.fill("#id_publish_at_0", f"{tomorrow}")
    assert "passed" not in tab.text_content("#echo")
    assert (str(year) in tab.text_content("#echo")) == (tomorrow.year != year)
