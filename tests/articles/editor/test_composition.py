"""Text that an input method composes (Japanese, Korean, an accent typed in two strokes) arrives
as it was meant, and no key that belongs to the input method does anything else."""

from typing import Any

import pytest

from articles.body import Body
from tests.make import make_article, make_topic, make_user
from tests.waiting import wait_until

from .keyboard import cursor_to_end, posted, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Method:
    """An input method in a tab: what is composed is seen at once and final with commit()."""

    def __init__(self, tab: Any) -> None:
        self.session = tab.context.new_cdp_session(tab)

    def compose(self, *steps: str) -> None:
        for text in steps:
            self.key("Process")
            place = {"selectionStart": len(text), "selectionEnd": len(text)}
            self.session.send("Input.imeSetComposition", {"text": text, **place})

    def commit(self, text: str) -> None:
        self.session.send("Input.insertText", {"text": text})

    def key(self, name: str) -> None:
        """As browsers tell of a key that the input method takes for itself."""
        for kind in ("rawKeyDown", "keyUp"):
            self.session.send(
                "Input.dispatchKeyEvent",
                {"type": kind, "key": name, "code": name, "windowsVirtualKeyCode": 229},
            )


@pytest.fixture
def writing(newsdesk: Any) -> Any:
    """Opens an article with these parts, the cursor at its end, and an input method."""

    def opened(*parts: Any) -> tuple[Any, Method]:
        body: dict[str, Any] = {} if parts else {"body": Body.empty()}
        article = make_article("", *parts, **body)
        tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user("Editor"))
        cursor_to_end(tab)
        return tab, Method(tab)

    return opened


def text_of(tab: Any) -> list[str]:
    return ["".join(t["text"] for t in block.get("content", [])) for block in posted(tab)]


def save(tab: Any) -> None:
    with tab.expect_navigation():
        tab.keyboard.press("Control+s")
    tab.wait_for_selector("#editor .copy")


def test_words_are_composed_in_a_paragraph_and_saved(writing: Any) -> None:
    tab, method = writing("The word is ")
    tab.keyboard.type(" ")
    method.compose("と", "とう", "とうk", "とうきょう", "東京")
    method.commit("東京")
    tab.keyboard.type(" here")
    assert text_of(tab) == ["The word is  東京 here"]
    save(tab)
    assert text_of(tab) == ["The word is  東京 here"]


def test_a_syllable_is_composed_next_to_a_designation(writing: Any) -> None:
    tab, method = writing("The S-400")
    method.compose("ㅎ", "하", "한")
    method.commit("한")
    method.compose("ㄱ", "그", "글")
    method.commit("글")
    assert text_of(tab) == ["The S-400한글"]


def test_a_designation_comes_into_being_while_it_is_composed(writing: Any) -> None:
    tab, method = writing("The ")
    tab.keyboard.type(" ")
    method.compose("F", "F-", "F-3", "F-35", "F-35の")
    method.commit("F-35の")
    tab.keyboard.type("!")
    assert text_of(tab) == ["The  F-35の!"]


def test_what_is_given_up_leaves_nothing_behind(writing: Any) -> None:
    tab, method = writing("Before")
    method.compose("か", "かn")
    method.compose("")
    tab.keyboard.type(".")
    assert text_of(tab) == ["Before."]


def test_a_composed_word_is_one_step_of_undo(writing: Any) -> None:
    tab, method = writing("Before ")
    method.compose("に", "にほ", "日本")
    method.commit("日本")
    press(tab, "Control+z")
    assert text_of(tab) == ["Before "]


@pytest.mark.parametrize("key", ["Enter", "Tab", "ArrowDown", "Escape", "Backspace"])
def test_a_key_of_the_input_method_is_not_the_texts(writing: Any, key: str) -> None:
    tab, method = writing("Before")
    method.compose("ㅎ", "하")
    method.key(key)
    method.compose("한")
    method.commit("한")
    assert text_of(tab) == ["Before한"]
    assert tab.evaluate("document.activeElement.classList.contains('ProseMirror')")


def test_a_selection_is_replaced_by_what_is_composed(writing: Any) -> None:
    tab, method = writing("One two")
    press(tab, "Control+Shift+ArrowLeft")
    method.compose("に", "二")
    method.commit("二")
    assert text_of(tab) == ["One 二"]


def test_the_sign_of_a_list_that_was_composed_begins_a_list(writing: Any) -> None:
    tab, method = writing()
    method.compose("-", "- ")
    method.commit("- ")
    tab.keyboard.type("point")
    wait_until(tab, "document.querySelector('#editor ul li')?.textContent === 'point'")
    assert posted(tab)[0]["type"] == "bulletList"


def test_a_headline_is_composed_and_its_enter_stays_the_methods(writing: Any) -> None:
    tab, method = writing("Text.")
    tab.fill("#id_headline", "")
    tab.focus("#id_headline")
    method.compose("と", "東京")
    method.key("Enter")
    assert tab.evaluate("document.activeElement.id") == "id_headline"
    method.commit("東京")
    assert tab.input_value("#id_headline") == "東京"


def test_a_field_of_a_block_is_composed(writing: Any) -> None:
    tab, method = writing("> ")
    press(tab, "Enter")
    tab.keyboard.type("> Words")
    press(tab, "Tab")
    method.compose("や", "山", "山田")
    method.key("Enter")
    method.commit("山田")
    quote = posted(tab)[-1]
    assert quote["attrs"]["speaker"] == "山田"
    press(tab, "Control+z")
    assert posted(tab)[-1]["attrs"]["speaker"] == ""


def test_a_topic_is_composed_and_found(writing: Any) -> None:
    make_topic("日本")
    tab, method = writing("Text.")
    tab.focus("#id_topics")
    method.compose("に", "日本")
    tab.wait_for_selector(".topics .matches [role=option]")
    method.key("Enter")
    assert tab.locator(".topics .chips li").count() == 0
    method.commit("日本")
    press(tab, "Enter")
    tab.wait_for_selector(".topics .chips li")
    assert tab.inner_text(".topics .chips li") == "日本"


def test_a_footnote_and_a_comment_stay_open_when_the_method_takes_escape(writing: Any) -> None:
    tab, method = writing("Words.")
    press(tab, "Control+Alt+f")
    tab.wait_for_selector(".box input")
    method.compose("ち", "注")
    method.key("Escape")
    method.commit("注")
    assert posted(tab)[0]["content"][-1]["attrs"]["text"] == "注"
    press(tab, "Escape")

    tab.click("text=Comment on the article")
    method.compose("も", "文")
    method.key("Escape")
    method.commit("文")
    assert tab.input_value(".compose textarea") == "文"


@pytest.mark.parametrize(
    "block",
    [
        {"type": "embed", "attrs": {"url": "https://vimeo.com/123456789", "title": "A film"}},
        {"type": "pullQuote", "content": [{"type": "text", "text": "Words"}]},
    ],
    ids=lambda block: block["type"],
)
def test_a_block_selected_whole_is_not_overwritten_by_what_is_composed(
    writing: Any, block: Any
) -> None:
    tab, method = writing("Before", block, "After")
    tab.evaluate(
        """() => {
          const { editor } = document.querySelector("#editor .ProseMirror");
          editor.commands.setNodeSelection(editor.state.doc.child(0).nodeSize);
          editor.view.focus();
        }"""
    )
    method.compose("に", "にほ", "日本")
    method.commit("日本")
    tab.keyboard.type("!")
    types = [each["type"] for each in posted(tab)]
    assert types == ["paragraph", block["type"], "paragraph", "paragraph"]
    assert posted(tab)[2]["content"] == [{"type": "text", "text": "日本!"}]


def test_a_cell_of_a_table_is_composed(writing: Any) -> None:
    tab, method = writing()
    tab.keyboard.type("/table")
    tab.wait_for_selector("#slash [aria-selected=true]")
    press(tab, "Enter")
    tab.wait_for_selector("#editor th")
    method.compose("く", "国")
    method.commit("国")
    press(tab, "Tab")
    method.compose("ね", "値")
    method.commit("値")
    assert tab.locator("#editor th").all_inner_texts()[:2] == ["国", "値"]


def test_the_block_menu_leaves_the_keys_of_the_method_alone(writing: Any) -> None:
    tab, method = writing()
    tab.keyboard.type("/")
    tab.wait_for_selector("#slash [aria-selected=true]")
    method.compose("h", "he")
    method.key("Enter")
    assert [block["type"] for block in posted(tab)] == ["paragraph"]
    method.commit("heading")
    press(tab, "Enter")
    wait_until(tab, "document.querySelector('#editor h2') !== null")
