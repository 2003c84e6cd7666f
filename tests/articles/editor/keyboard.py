"""What fingers do on the writing page, and what the page would post then."""

from typing import Any

POSTED = "JSON.parse(new FormData(document.getElementById('article_form')).get('body')).content"
# ProseMirror undoes a jump to the beginning within 200 ms of the focus: it would be the browser's.
TO_THE_END = """() => {
  const { editor } = document.querySelector("#editor .ProseMirror");
  editor.commands.setTextSelection(editor.state.doc.content.size);
  editor.view.focus();
  return new Promise((done) => setTimeout(done, 250));
}"""


def cursor_to_end(tab: Any) -> None:
    tab.wait_for_selector("#editor .ProseMirror")
    tab.evaluate(TO_THE_END)


def posted(tab: Any) -> list[Any]:
    """The blocks, without the empty line that the editor leaves to type in."""
    content: list[Any] = tab.evaluate(POSTED)
    while content and content[-1] == {"type": "paragraph"}:
        content.pop()
    return content


def press(tab: Any, *keys: str) -> None:
    for key in keys:
        tab.keyboard.press(key)


def fill(tab: Any, *values: str, key: str = "Tab") -> None:
    for value in values:
        tab.keyboard.type(value)
        tab.keyboard.press(key)


def choose(tab: Any, words: str) -> None:
    """From the block menu, on an empty line."""
    tab.keyboard.type("/" + words)
    tab.wait_for_selector("#slash [aria-selected=true]")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#slash", state="hidden")
    # The text takes the focus in the next frame, and the block's first field after it.
    settle(tab)


def click(tab: Any, place: str) -> None:
    """The editor hears of a new place of the cursor after the press: no finger is faster."""
    tab.locator(place).click()
    settle(tab)


def settle(tab: Any) -> None:
    tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
