from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from articles.models import Article
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/plain", "The harbour is closed. What next");
  data.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
  document.getElementById("id_text").dispatchEvent(event);
}"""
BOLD = '<p style="margin:0">The harbour <b style="font-weight:700">is</b> closed.</p><h2>Next</h2>'


def open_as_writer(page: Any, live_server: Any) -> None:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page.goto(live_server.url + "/admin/articles/article/from-manuscript/")


def test_a_paste_keeps_its_formatting_and_a_changed_kind_shows_at_once(
    page: Any, live_server: Any
) -> None:
    open_as_writer(page, live_server)
    page.evaluate(PASTE, BOLD)
    page.wait_for_selector(".pasted:not([hidden])")
    page.click("button.default")

    assert page.text_content("#row-0 strong") == "is"
    page.select_option("#kind-1", "paragraph")
    page.wait_for_selector("#row-1 .out-paragraph")
    assert page.evaluate("document.activeElement.id") == "kind-1"
    page.click("button.default")

    page.wait_for_url("**/change/**")
    types = [block["type"] for block in Article.objects.get().shown.body.dump()["content"]]
    assert types == ["paragraph", "paragraph"]


def test_text_edited_after_a_paste_counts_as_plain(page: Any, live_server: Any) -> None:
    open_as_writer(page, live_server)
    page.evaluate(PASTE, BOLD)
    page.wait_for_selector(".pasted:not([hidden])")
    page.fill("#id_text", "The harbour is open.")
    page.wait_for_selector(".pasted", state="hidden")
    page.click("button.default")

    assert "The harbour is open." in page.text_content("#row-0 .out")
