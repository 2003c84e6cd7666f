"""How the entries of a list are joined, parted and left by keyboard."""

from typing import Any

import pytest

from tests.make import make_article, make_user

from .keyboard import POSTED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PUT_CURSOR = """([words, atEnd]) => {
  const { editor } = document.querySelector("#editor .ProseMirror");
  editor.state.doc.descendants((node, pos) => {
    if (node.text === words) editor.commands.setTextSelection(atEnd ? pos + words.length : pos);
  });
  editor.view.focus();
}"""

type Lines = list[Any]
"""A paragraph is its words, a list the list of its entries; an inner list follows its entry."""


def blocks(lines: Lines) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for line in lines:
        if isinstance(line, str):
            text = [{"type": "text", "text": line}] if line else []
            found.append({"type": "paragraph", "content": text})
        else:
            found.append({"type": "bulletList", "content": entries(line)})
    return found


def entries(lines: Lines) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    for block in blocks(lines):
        if block["type"] == "paragraph":
            items.append({"type": "listItem", "content": [block]})
        else:
            items[-1]["content"].append(block)
    return items


def lines_of(content: list[dict[str, Any]]) -> Lines:
    found: Lines = []
    for block in content:
        inner = block.get("content", [])
        if block["type"] == "paragraph":
            found.append("".join(text["text"] for text in inner))
        elif block["type"] == "listItem":
            found.extend(lines_of(inner))
        else:
            found.append(lines_of(inner))
    return found


@pytest.fixture
def writing(newsdesk: Any) -> Any:
    def opened(lines: Lines) -> Any:
        article = make_article("Lists", *blocks(lines))
        tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user("Editor"))
        tab.wait_for_selector("#editor .ProseMirror")
        return tab

    return opened


@pytest.mark.parametrize(
    ("before", "words", "key", "after"),
    [
        ([["one", "two"], "end"], "end", "Backspace", [["one", "twoend"], ""]),
        ([["one", ["inner"]], "end"], "end", "Backspace", [["one", ["innerend"]], ""]),
        ([["one", "two"], "end"], "two", "Backspace", [["one"], "two", "end"]),
        ([["one", ["inner"]], "end"], "inner", "Backspace", [["one", "inner"], "end"]),
        ([["one", "two"], "end"], "one", "Delete", [["onetwo"], "end"]),
        ([["one", ["inner", "last"]], "end"], "one", "Delete", [["oneinner", ["last"]], "end"]),
        ([["one", ["inner"], "two"], "end"], "inner", "Delete", [["one", ["innertwo"]], "end"]),
        ([["one", "two"], "end"], "two", "Delete", [["one", "twoend"], ""]),
        (["before", ["one", "two"], "end"], "before", "Delete", ["beforeone", ["two"], "end"]),
    ],
)
def test_words_at_the_border_of_an_entry_go_where_the_eye_expects_them(
    writing: Any, before: Lines, words: str, key: str, after: Lines
) -> None:
    tab = writing(before)
    tab.evaluate(PUT_CURSOR, [words, key == "Delete"])
    tab.keyboard.press(key)
    assert lines_of(tab.evaluate(POSTED)) == after
    tab.keyboard.press("Control+z")
    assert lines_of(tab.evaluate(POSTED)) == before


def test_a_list_begun_by_mistake_is_left_by_backspace(writing: Any) -> None:
    tab = writing(["before"])
    tab.evaluate(PUT_CURSOR, ["before", True])
    tab.keyboard.press("Enter")
    tab.keyboard.type("7. ")
    assert tab.evaluate(POSTED)[1]["attrs"] == {"start": 7}
    tab.keyboard.press("Backspace")
    tab.keyboard.type("after")
    assert lines_of(tab.evaluate(POSTED))[:2] == ["before", "after"]
