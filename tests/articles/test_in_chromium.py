"""What only a browser can tell: that a page asks nobody else, and loses nothing to its CSP."""

import pytest

from tests.make import make_article, make_image

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FILM = {"type": "embed", "attrs": {"url": "https://vimeo.com/123456789", "title": "A film"}}
ROW = {
    "type": "tableRow",
    "content": [{"type": "tableCell", "content": [{"type": "paragraph"}]}] * 12,
}


@pytest.fixture
def asked(page):
    """Every address that the page asks for; other sites answer with a word."""
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    page.route(
        lambda url: "127.0.0.1" not in url and "localhost" not in url,
        lambda route: route.fulfill(body="A player", content_type="text/html"),
    )
    return addresses


def test_a_page_asks_nobody_else_until_the_reader_presses_play(live_server, page, asked):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    article = make_article("", FILM, published=True, lead_image=make_image())
    page.goto(live_server.url + article.get_absolute_url(), wait_until="networkidle")
    assert [address for address in asked if not address.startswith(live_server.url)] == []
    assert complaints == []

    page.get_by_role("link", name="Play it here").click()
    page.frame_locator("iframe").get_by_text("A player").wait_for()
    assert page.url.endswith(article.get_absolute_url())
    assert any(address.startswith("https://player.vimeo.com/") for address in asked)


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_no_page_scrolls_sideways(live_server, page, width):
    table = {"type": "table", "content": [ROW]}
    long = "Donaudampfschifffahrtsgesellschaft" * 3
    article = make_article(long, long, table, FILM, published=True)
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/", article.get_absolute_url(), "/desk/naval/", "/topics/", "/corrections/"):
        page.goto(live_server.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
