"""A long article costs a keystroke no more than a short one: only its own block is touched."""

from typing import Any

import pytest

from tests.make import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WATCH = """() => {
  const text = document.querySelector("#editor .ProseMirror");
  const blocks = [...text.children];
  const touched = new Set();
  new MutationObserver((records) => {
    for (const { target } of records) {
      touched.add(blocks.findIndex((block) => block.contains(target)));
    }
  }).observe(text, { subtree: true, childList: true, characterData: true });
  window.touched = () => [...touched].filter((n) => n >= 0);
  window.redrawn = () => blocks.filter((block, n) => text.children[n] !== block).length;
}"""


def test_a_keystroke_redraws_its_own_block_alone(newsdesk: Any) -> None:
    paragraphs = [f"Paragraph {n} of the S-400 and the F-35." for n in range(300)]
    article = make_article("Long", *paragraphs)
    tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user("Editor"))
    tab.locator("#editor .copy p").nth(150).click()
    tab.keyboard.press("End")
    tab.evaluate(WATCH)
    tab.keyboard.type(" T-72")
    tab.wait_for_timeout(600)

    assert tab.evaluate("window.touched()") == [150]
    assert tab.evaluate("window.redrawn()") <= 1
    assert tab.locator("#editor .nb").count() == 601


def test_words_are_counted_once_for_as_long_as_their_block_stays(newsdesk: Any) -> None:
    article = make_article("Long", *["Two words."] * 50)
    tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user("Editor"))
    tab.wait_for_selector("[data-words=total]:has-text('100')")
    tab.evaluate(
        """() => {
          const { match } = String.prototype;
          window.read = [];
          String.prototype.match = function (pattern) {
            window.read.push(String(this));
            return match.call(this, pattern);
          };
        }"""
    )
    tab.locator("#editor .copy p").first.click()
    tab.keyboard.press("End")
    tab.keyboard.type(" More")
    tab.wait_for_selector("[data-words=total]:has-text('101')")

    assert tab.evaluate("window.read.filter(text => text === 'Two words.').length") == 0
