"""An article written by keyboard alone, in a browser."""

import json
from typing import Any

import pytest

from articles.body import Body
from articles.models import Article
from tests.make import make_article, make_content, make_user

from .keyboard import choose, cursor_to_end, posted, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def writing(newsdesk: Any) -> Any:
    """Opens an article for writing, the cursor at the end of its text."""

    def opened(article: Article) -> Any:
        path = f"/admin/articles/article/{article.pk}/change/"
        tab = newsdesk(path, make_user("Editor"))
        cursor_to_end(tab)
        return tab

    return opened


def words(text: str, *marks: str) -> dict[str, Any]:
    node: dict[str, Any] = {"type": "text", "text": text}
    return node | {"marks": [{"type": mark} for mark in marks]} if marks else node


def paragraph(*content: Any) -> dict[str, Any]:
    return {"type": "paragraph", "content": list(content)} if content else {"type": "paragraph"}


def empty(headline: str = "Working title") -> Article:
    return make_article(headline, body=Body.empty())


def test_every_kind_of_text_block_is_written_by_keyboard_and_comes_back(writing: Any) -> None:
    article = empty()
    tab = writing(article)
    tab.keyboard.type("The S-400 stays")
    press(tab, "Control+b")
    tab.keyboard.type(" here")
    press(tab, "Control+b", "Enter")
    tab.keyboard.type("## Why")
    press(tab, "Enter")
    tab.keyboard.type("- one")
    press(tab, "Enter")
    tab.keyboard.type("two")
    press(tab, "Control+]", "Enter", "Enter", "Enter")
    choose(tab, "numbered")
    tab.keyboard.type("first")
    press(tab, "Enter", "Enter")
    choose(tab, "small")
    tab.keyboard.type("Operationally")
    press(tab, "Enter")
    choose(tab, "pull")
    tab.keyboard.type("It is ours")
    press(tab, "Tab")
    tab.keyboard.type("Tom Barrack")
    press(tab, "Enter")
    tab.keyboard.type("ambassador")
    press(tab, "Tab")
    tab.keyboard.type("2026-11")
    press(tab, "Tab")
    tab.keyboard.type("example.org/said")
    press(tab, "Tab")
    choose(tab, "quotation")
    tab.keyboard.type("A longer one")
    press(tab, "Tab")
    tab.keyboard.type("The law")
    press(tab, "Escape", "Enter")
    tab.keyboard.type("of two lines")

    written = posted(tab)
    press(tab, "Control+s")
    tab.wait_for_selector(".messagelist")

    assert written == [
        paragraph(words("The S-400 stays"), words(" here", "bold")),
        {"type": "heading", "attrs": {"level": 2}, "content": [words("Why")]},
        {
            "type": "bulletList",
            "content": [
                {
                    "type": "listItem",
                    "content": [
                        paragraph(words("one")),
                        {
                            "type": "bulletList",
                            "content": [{"type": "listItem", "content": [paragraph(words("two"))]}],
                        },
                    ],
                }
            ],
        },
        {
            "type": "orderedList",
            "attrs": {"start": 1},
            "content": [{"type": "listItem", "content": [paragraph(words("first"))]}],
        },
        {"type": "heading", "attrs": {"level": 3}, "content": [words("Operationally")]},
        {
            "type": "pullQuote",
            "attrs": {
                "speaker": "Tom Barrack",
                "role": "ambassador",
                "date": "2026-11",
                "source": "https://example.org/said",
            },
            "content": [words("It is ours")],
        },
        {
            "type": "blockQuote",
            "attrs": {"speaker": "The law", "source": ""},
            "content": [paragraph(words("A longer one")), paragraph(words("of two lines"))],
        },
    ]
    article.refresh_from_db()
    assert article.draft is not None
    assert article.draft.body.dump()["content"] == written
    assert posted(tab) == written


def test_enter_in_a_field_never_submits(writing: Any) -> None:
    article = empty()
    tab = writing(article)
    choose(tab, "pull")
    tab.keyboard.type("Words")
    press(tab, "Tab", "Enter", "Enter", "Enter", "Enter")
    tab.keyboard.type("After it")
    tab.locator("#id_headline").focus()
    press(tab, "Enter")
    tab.locator("#id_slug").focus()
    press(tab, "Enter")

    assert [block["type"] for block in posted(tab)] == ["pullQuote", "paragraph"]
    assert article.revisions.count() == 1


def test_enter_in_a_pull_quote_goes_on_below_and_leaves_the_quote_and_its_speaker(
    writing: Any,
) -> None:
    tab = writing(empty())
    choose(tab, "pull")
    tab.keyboard.type("We fly")
    press(tab, "Tab")
    tab.keyboard.type("Ada")
    press(tab, "Escape", "Enter")
    tab.keyboard.type("she said.")

    quote, after = posted(tab)
    assert quote["attrs"]["speaker"] == "Ada"
    assert quote["content"] == [words("We fly")]
    assert after == paragraph(words("she said."))


def test_enter_in_the_headline_leads_over_the_standfirst_to_the_text(newsdesk: Any) -> None:
    tab = newsdesk("/admin/articles/article/add/", make_user("Editor"))
    tab.wait_for_selector("#id_headline:focus")
    tab.keyboard.type("Carrier sails")
    press(tab, "Enter")
    tab.keyboard.type("To the north")
    press(tab, "Enter")
    tab.keyboard.type("It left at dawn.")

    assert tab.locator("#id_headline").input_value() == "Carrier sails"
    assert tab.locator("#id_standfirst").input_value() == "To the north"
    assert posted(tab) == [paragraph(words("It left at dawn."))]


def test_after_a_save_the_cursor_is_where_it_was(writing: Any) -> None:
    tab = writing(empty())
    tab.keyboard.type("Last")
    press(tab, "ArrowLeft", "ArrowLeft")
    with tab.expect_navigation():
        press(tab, "Control+s")
    tab.wait_for_selector("#editor .ProseMirror:focus")
    tab.keyboard.type("-")

    assert "La-st" in json.dumps(posted(tab))


def test_one_field_is_one_step_of_undo(writing: Any) -> None:
    tab = writing(empty())
    choose(tab, "pull")
    tab.keyboard.type("Words")
    press(tab, "Tab")
    for letter in ("To", "m ", "Barr", "ack"):
        tab.keyboard.type(letter)
        tab.wait_for_timeout(300)
    press(tab, "Tab")
    tab.keyboard.type("ambassador")
    speaker = "document.querySelector('.pull input').value"

    press(tab, "Control+z")
    assert posted(tab)[0]["attrs"]["role"] == ""
    assert tab.evaluate(speaker) == "Tom Barrack"
    press(tab, "Control+z")
    assert posted(tab)[0]["attrs"]["speaker"] == ""
    assert tab.evaluate(speaker) == ""
    press(tab, "Control+Shift+z")
    assert posted(tab)[0]["attrs"]["speaker"] == "Tom Barrack"


def test_what_a_field_cannot_hold_is_said_beside_it(writing: Any) -> None:
    tab = writing(empty())
    choose(tab, "pull")
    press(tab, "Tab", "Tab", "Tab")
    tab.keyboard.type("2026-02-30")
    press(tab, "Tab")
    tab.keyboard.type("javascript:alert(1)")
    press(tab, "Tab")

    said = tab.locator(".pull .block-said").all_inner_texts()
    assert said == [
        "",
        "",
        "There is no such date.",
        "The address must begin with https:// or http://",
    ]
    assert tab.locator(".pull [aria-invalid=true]").count() == 2


def test_a_block_is_moved_turned_and_deleted_by_keyboard(writing: Any) -> None:
    tab = writing(make_article("", "First.", "Second."))
    press(tab, "Alt+ArrowUp")
    tab.keyboard.type("!")
    assert [block["content"][0]["text"] for block in posted(tab)] == ["Second.!", "First."]

    press(tab, "Shift+Tab", "Enter", "s", "Enter")
    assert posted(tab)[0]["type"] == "heading"
    press(tab, "Control+z", "Control+z", "Control+z")
    assert [block["content"][0]["text"] for block in posted(tab)] == ["First.", "Second."]

    press(tab, "Shift+Tab", "Enter", "d", "Enter")
    assert [block["content"][0]["text"] for block in posted(tab)] == ["First."]


def test_the_toolbar_is_reached_and_left_by_keyboard(writing: Any) -> None:
    tab = writing(make_article("", "Words to set."))
    press(tab, "Home")
    press(tab, *["Shift+ArrowRight"] * 5)
    tab.wait_for_selector(".tools:not([hidden])")
    press(tab, "Alt+F10", "ArrowRight", "Enter", "Alt+F10", "Escape", "End")
    tab.keyboard.type(" On.")

    assert posted(tab)[0]["content"] == [words("Words", "italic"), words(" to set. On.")]


def test_a_link_is_checked_set_found_again_and_removed(writing: Any) -> None:
    tab = writing(make_article("", "Words"))
    press(tab, "Control+a", "Control+k")
    tab.keyboard.type("ftp://example.org")
    press(tab, "Enter")
    assert tab.locator("#link-said").inner_text() == (
        "The address must begin with https:// or http://"
    )
    press(tab, "Control+a")
    tab.keyboard.type("example.org")
    press(tab, "Enter")
    link = {"type": "link", "attrs": {"href": "https://example.org"}}
    assert posted(tab) == [paragraph(words("Words") | {"marks": [link]})]

    press(tab, "ArrowLeft", "Control+k")
    assert tab.locator("#link-address").input_value() == "https://example.org"
    tab.get_by_role("button", name="Remove the link").press("Enter")
    assert posted(tab) == [paragraph(words("Words"))]


def test_an_article_of_ours_is_linked_by_its_headline(writing: Any) -> None:
    ours = make_article("A road without bends", published=True)
    tab = writing(empty())
    press(tab, "Control+k")
    tab.keyboard.type("road without")
    tab.wait_for_selector("#link-address-matches li")
    press(tab, "ArrowDown", "Enter")

    link = {"type": "link", "attrs": {"href": ours.get_absolute_url()}}
    assert posted(tab) == [paragraph(words("A road without bends") | {"marks": [link]})]


def test_footnotes_are_written_numbered_and_listed(writing: Any) -> None:
    tab = writing(make_article("", "First."))
    press(tab, "Control+Alt+f")
    tab.keyboard.type("Where it stands")
    press(tab, "Enter")
    tab.keyboard.type("https://example.org/note")
    press(tab, "Escape")
    tab.keyboard.type(" More.")

    assert posted(tab)[0]["content"] == [
        words("First."),
        {
            "type": "footnote",
            "attrs": {"text": "Where it stands", "url": "https://example.org/note"},
        },
        words(" More."),
    ]
    tab.wait_for_selector(".notes li:has-text('Where it stands')")
    press(tab, "Control+z", "Control+z", "Control+z", "Control+z")
    assert posted(tab)[0]["content"] == [words("First.")]


def test_a_footnote_is_removed_in_its_box(writing: Any) -> None:
    tab = writing(make_article("", "First."))
    press(tab, "Control+Alt+f")
    tab.keyboard.type("Where it stands")
    tab.get_by_role("button", name="Remove the footnote").press("Enter")
    tab.keyboard.type(" More.")
    assert posted(tab) == [paragraph(words("First. More."))]


def test_outline_and_counts_follow_the_writing(writing: Any) -> None:
    tab = writing(make_article("", "One two three."))
    press(tab, "Enter")
    tab.keyboard.type("## What the law says")
    press(tab, "Enter")
    tab.keyboard.type("Four.")
    tab.wait_for_selector("#outline a[aria-current]:has-text('What the law says')")
    tab.wait_for_selector("[data-words=total]:has-text('8')")
    press(tab, "Shift+Home")
    tab.wait_for_selector("[data-words=selected]:has-text('1 in the selection')")

    press(tab, "Control+Alt+o", "Home")
    tab.locator("#outline a").first.press("Enter")
    tab.keyboard.type("Zero ")
    assert posted(tab)[0]["content"] == [words("Zero One two three.")]


def test_all_keys_are_listed(writing: Any) -> None:
    tab = writing(empty())
    press(tab, "Control+/")
    dialog = tab.get_by_role("dialog", name="All keys")
    assert "Pull quote, or type > and a space" in dialog.inner_text()
    press(tab, "Escape")
    tab.keyboard.type("On")
    assert posted(tab) == [paragraph(words("On"))]


def test_an_error_of_the_server_leads_to_its_block(writing: Any) -> None:
    tab = writing(make_article("", "Before it."))
    press(tab, "Enter")
    choose(tab, "pull")
    tab.keyboard.type("Words")
    press(tab, "Tab", "Tab", "Tab", "Tab")
    tab.keyboard.type("nowhere")
    press(tab, "Control+s")
    tab.wait_for_selector(".to-mend")

    assert tab.locator("#editor .pull.faulty").count() == 1
    assert tab.locator(".pull input").last.input_value() == "nowhere"
    tab.locator(".to-mend a").press("Enter")
    tab.keyboard.type("New ")
    assert posted(tab)[1]["content"] == [words("New Words")]


@pytest.mark.parametrize(
    "odd",
    [
        {"type": "marquee"},
        {"type": "paragraph", "content": [words("x", "blink")]},
        {"type": "paragraph", "attrs": {"align": "left"}},
        {"type": "heading", "attrs": {"level": 4}, "content": [words("x")]},
        {"type": "paragraph", "content": [paragraph(words("inside"))]},
    ],
)
def test_what_the_editor_does_not_know_stays_as_it_is(newsdesk: Any, odd: Any) -> None:
    article = make_article("Old", "Known.")
    user = make_user("Editor")
    tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", user)
    document = {"type": "doc", "content": [paragraph(words("Known.")), odd]}
    tab.evaluate(
        """text => {
          const form = document.getElementById("article_form");
          form.addEventListener("formdata", ({ formData }) => formData.set("body", text));
        }""",
        json.dumps(document),
    )
    tab.locator("#id_headline").focus()
    press(tab, "Control+s")
    tab.wait_for_selector(".refused")

    assert tab.locator("#editor .copy").count() == 0
    assert json.loads(tab.locator("#id_body").input_value()) == document
    assert "Block 2" in tab.locator(".to-mend").inner_text()
    assert article.revisions.count() == 1


def test_opening_a_text_changes_nothing(newsdesk: Any) -> None:
    article = make_article("Old", "Known.")
    article.revise(make_content("Old", "Known.", "Twice."), make_user(), article.draft_id)
    tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user("Editor"))
    tab.wait_for_timeout(500)

    assert tab.evaluate("document.getElementById('saved').dataset.state ?? ''") != "dirty"


def test_tab_goes_from_the_key_points_to_the_text_and_shift_tab_over_the_grip_back(
    writing: Any,
) -> None:
    tab = writing(make_article("", "First."))
    focused = "document.activeElement.id || document.activeElement.className"
    tab.focus("#id_headline")
    for place in ("id_standfirst", "id_key_points"):
        press(tab, "Tab")
        assert tab.evaluate(focused) == place
    press(tab, "Tab")
    assert "ProseMirror" in tab.evaluate(focused)
    press(tab, "Tab")
    assert "manuscript" in tab.evaluate("document.activeElement.textContent")
    tab.evaluate("document.querySelector('#editor .ProseMirror').focus()")
    press(tab, "Shift+Tab")
    assert tab.evaluate(focused) == "grip"
    press(tab, "Shift+Tab")
    assert tab.evaluate(focused) == "id_key_points"


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("image", "Picture"),
        ("photo", "Picture"),
        ("picture", "Picture"),
        ("bullet", "List"),
        ("number", "Numbered list"),
        ("quote", "Pull quote"),
        ("video", "Embed"),
        ("footnote", "Footnote"),
        ("note", "Footnote"),
        ("chronology", "Timeline"),
        ("data", "Table"),
        ("subheading", "Section heading"),
        ("readers", None),
    ],
)
def test_a_block_is_found_by_what_people_call_it(
    writing: Any, typed: str, label: str | None
) -> None:
    tab = writing(empty())
    tab.keyboard.type("/" + typed)
    if label is None:
        assert tab.is_hidden("#slash")
        return
    tab.wait_for_selector("#slash [aria-selected=true]")
    assert tab.inner_text("#slash [aria-selected=true] b") == label


@pytest.mark.parametrize("height", [900, 500])
def test_menus_open_within_the_window_and_never_lengthen_the_page(
    writing: Any, height: int
) -> None:
    tab = writing(make_article("", "First."))
    tab.set_viewport_size({"width": 1280, "height": height})
    for _ in range(6):
        press(tab, "Enter")
    tall = tab.evaluate("document.documentElement.scrollHeight")
    tab.keyboard.type("/")
    tab.wait_for_selector("#slash [aria-selected=true]")
    stands_within(tab, "#slash", height, tall)
    press(tab, "Backspace", "Shift+Tab", "Enter")
    tab.wait_for_selector(".editor .menu")
    stands_within(tab, ".editor .menu", height, tall)


def stands_within(tab: Any, menu: str, height: int, page: int) -> None:
    box = tab.locator(menu).bounding_box()
    assert box["y"] >= 48
    assert box["y"] + box["height"] <= height
    assert tab.evaluate("document.documentElement.scrollHeight") == page
