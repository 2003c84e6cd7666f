"""Blocks dragged by their grip, within a window and from one window of the newsdesk to another."""

from typing import Any

import pytest

from tests.make import make_article, make_image, make_user

from .keyboard import cursor_to_end, posted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def windows(newsdesk: Any, page: Any) -> Any:
    """Opens an article with these blocks in the first window, one with a line in the second."""

    def opened(*parts: Any) -> tuple[Any, Any]:
        user = make_user("Editor")
        first, second = make_article("", *parts), make_article("", "There.", "End.")
        other = page.context.new_page()
        for article, tab in ((second, other), (first, page)):
            newsdesk(f"/admin/articles/article/{article.pk}/change/", user, tab)
            cursor_to_end(tab)
        return page, other

    return opened


def middle(tab: Any, selector: str) -> dict[str, float]:
    box = tab.locator(selector).first.bounding_box()
    return {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}


def drag_out(tab: Any, block: str) -> Any:
    """Takes a block by its grip; what the browser would carry to wherever it is let go."""
    session = tab.context.new_cdp_session(tab)
    carried: list[Any] = []
    session.on("Input.dragIntercepted", lambda event: carried.append(event["data"]))
    session.send("Input.setInterceptDrags", {"enabled": True})
    tab.bring_to_front()
    tab.hover(block)
    tab.wait_for_selector(".editor.on-block .grip")
    tab.wait_for_timeout(100)
    start = middle(tab, ".grip")
    held = {"button": "left", "buttons": 1, "clickCount": 1}
    # Playwright's own mouse would let it go in this window.
    session.send("Input.dispatchMouseEvent", {"type": "mouseMoved", **start})
    session.send("Input.dispatchMouseEvent", {"type": "mousePressed", **start, **held})
    for step in (4, 12, 24):
        place = {"x": start["x"] + step, "y": start["y"] + step}
        session.send("Input.dispatchMouseEvent", {"type": "mouseMoved", **place, **held})
    for _ in range(100):
        if carried:
            break
        tab.wait_for_timeout(20)
    session.send("Input.setInterceptDrags", {"enabled": False})
    return carried[0]


def let_go(tab: Any, data: Any, block: str) -> None:
    tab.bring_to_front()
    session = tab.context.new_cdp_session(tab)
    place = middle(tab, block)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})


def give_up(tab: Any) -> None:
    """The end of a drag as its own window hears of it, wherever the block was let go."""
    tab.bring_to_front()
    tab.evaluate(
        "document.querySelector('.grip').dispatchEvent(new DragEvent('dragend', {bubbles: true}))"
    )


def texts(tab: Any) -> list[str]:
    return ["".join(t.get("text", "") for t in each.get("content", [])) for each in posted(tab)]


QUOTE = {
    "type": "pullQuote",
    "attrs": {"speaker": "Tom Barrack", "role": "ambassador", "date": "2026-11", "source": ""},
    "content": [{"type": "text", "text": "It is ours", "marks": [{"type": "bold"}]}],
}


def test_a_block_let_go_in_another_window_arrives_whole_and_stays_where_it_was(
    windows: Any,
) -> None:
    here, there = windows("First.", QUOTE, "Last.")
    before = posted(here)
    let_go(there, drag_out(here, ".pull"), "#editor .copy > p >> nth=0")
    give_up(here)

    assert QUOTE in posted(there)
    assert [text for text in texts(there) if text != "It is ours"] == ["There.", "End."]
    assert posted(here) == before


def test_a_picture_is_let_go_in_another_window(windows: Any) -> None:
    image = make_image()
    figure = {
        "type": "figure",
        "attrs": {"image": image.pk, "alt": "", "credit": ""},
        "content": [{"type": "text", "text": "The pipe"}],
    }
    here, there = windows("First.", figure, "Last.")
    let_go(there, drag_out(here, ".block-figure"), "#editor .copy > p >> nth=0")

    assert figure in posted(there)
    give_up(here)
    assert figure in posted(here)


def test_after_a_drag_that_was_given_up_other_things_are_dropped_as_they_are(windows: Any) -> None:
    here, there = windows("First.", "Last.")
    drag_out(here, "#editor .copy > p >> nth=0")
    give_up(here)
    data = drag_out(there, "#editor .copy > p >> nth=0")
    let_go(here, data, "#editor .copy > p >> nth=1")
    give_up(there)

    assert sorted(texts(here)) == ["First.", "Last.", "There."]
    assert texts(there) == ["There.", "End."]
