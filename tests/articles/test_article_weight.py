"""What a reader's line carries for an article, and that nothing on it jumps."""

import gzip

import pytest

from tests.articles.every_block import make_whole_article
from tests.make import heading, make_article, paragraph

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT, ALL, REQUESTS = 25_000, 85_000, 6
SENTENCES = "The Aegean patrol left Gdańsk at dawn, and Ayşe Yılmaz counted its ships twice. "


@pytest.fixture
def carried(page):
    """(kind, address, bytes) of each answer; texts compressed as servers do."""
    found = []

    def weigh(response):
        kind, body = response.request.resource_type, response.body()
        size = len(body) if kind in ("font", "image") else len(gzip.compress(body, 6))
        found.append((kind, response.url, size))

    page.on("requestfinished", lambda request: weigh(request.response()))
    return found


def test_an_article_without_photographs_is_light(live_server, page, carried):
    parts = [part for n in range(5) for part in (heading(f"Part {n}"), paragraph(SENTENCES * 12))]
    article = make_article("Nobody owns the bottom of the Baltic", *parts, published=True)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(live_server.url + article.get_absolute_url(), wait_until="networkidle")
    shown = [each for each in carried if "icon" not in each[1]]
    text = sum(size for kind, _, size in shown if kind in ("document", "stylesheet"))
    assert text <= TEXT, shown
    assert sum(size for *_, size in shown) <= ALL, shown
    assert len(shown) <= REQUESTS, shown


@pytest.mark.parametrize(("width", "height"), [(360, 780), (1440, 900)])
def test_nothing_jumps(live_server, page, width, height):
    article = make_whole_article()
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(
        "window.shifts = []; new PerformanceObserver((list) => { for (const { value, sources } of"
        " list.getEntries()) window.shifts.push([value, ...sources.map(({ node }) =>"
        " node?.outerHTML?.slice(0, 80) ?? node?.textContent)]); })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(live_server.url + article.get_absolute_url(), wait_until="networkidle")
    for _ in range(12):
        page.mouse.wheel(0, height)
        page.wait_for_timeout(80)
    assert page.evaluate("window.shifts") == []
