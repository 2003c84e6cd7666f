"""What readers' pages gain from their one script."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.articles.every_block import make_whole_article
from tests.make import make_article
from tests.waiting import wait_until

LIMIT = 5 * 1024
IS_SAID = "words => document.querySelector('.said').textContent === words"


def test_the_script_is_small():
    assert (Path(settings.BASE_DIR) / "static" / "reader.js").stat().st_size <= LIMIT


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article(live_server, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
    article = make_whole_article()
    page.goto(live_server.url + article.get_absolute_url())
    return article


def copied(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def colours(page) -> list[str]:
    return page.evaluate(
        "[getComputedStyle(document.documentElement).colorScheme,"
        " getComputedStyle(document.body).backgroundColor]"
    )


def test_the_link_can_be_copied(page, article, settings):
    page.get_by_role("button", name="Copy link").click()
    wait_until(page, IS_SAID, "Link copied")
    assert copied(page) == settings.SITE_URL + article.get_absolute_url()


def test_the_link_to_a_place_is_copied_too(page, article):
    page.get_by_role("link", name="Link to table", exact=True).click()
    wait_until(page, IS_SAID, "Link copied")
    assert copied(page).endswith("#table--who-can-mend-what")
    assert page.url.endswith("#table--who-can-mend-what")


def test_what_was_done_is_told_to_screen_readers_and_goes_away(page, article):
    page.clock.install()
    page.get_by_role("button", name="Copy link").click()
    wait_until(page, IS_SAID, "Link copied")
    assert page.get_by_role("status").text_content() == "Link copied"
    page.clock.run_for(5000)
    assert page.get_by_role("status").text_content() == ""


def test_on_a_phone_the_system_shares(browser, live_server):
    article = make_article("Ships and cables", published=True)
    context = browser.new_context(has_touch=True, is_mobile=True)
    page = context.new_page()
    page.add_init_script("navigator.share = async (data) => { window.shared = data; };")
    page.goto(live_server.url + article.get_absolute_url())
    page.get_by_role("button", name="Share").tap()
    shared = page.evaluate("window.shared")
    context.close()
    assert shared["title"] == "Ships and cables"
    assert shared["url"].endswith(article.get_absolute_url())


def test_at_a_desk_nothing_offers_to_share(page, article):
    assert page.get_by_role("button", name="Share").count() == 0


def test_the_readers_colours_are_kept_on_every_page(page, live_server, article):
    page.emulate_media(color_scheme="dark")
    assert colours(page) == ["light dark", "rgb(16, 25, 31)"]
    switch = page.get_by_role("button", name="Colours:")
    switch.click()
    assert colours(page) == ["light", "rgb(255, 255, 255)"]
    assert switch.get_attribute("aria-label") == "Colours: light"
    page.goto(live_server.url)
    assert colours(page) == ["light", "rgb(255, 255, 255)"]
    page.get_by_role("button", name="Colours: light").click()
    assert colours(page) == ["dark", "rgb(16, 25, 31)"]
    page.get_by_role("button", name="Colours: dark").click()
    page.emulate_media(color_scheme="light")
    assert colours(page) == ["light dark", "rgb(255, 255, 255)"]


def test_the_browsers_own_frame_follows_the_readers_colours(page, article):
    shown = (
        "[...document.querySelectorAll('meta[name=theme-color]')]"
        ".find((meta) => matchMedia(meta.media).matches).content"
    )
    page.emulate_media(color_scheme="light")
    assert page.evaluate(shown) == "#ffffff"
    page.get_by_role("button", name="Colours:").click()
    page.get_by_role("button", name="Colours: light").click()
    assert page.evaluate(shown) == "#10191f"


def test_a_chosen_dark_page_is_dark_from_its_first_frame(page, live_server, article):
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.add_init_script(
        "new PerformanceObserver(() => { window.first ??= document.documentElement.dataset.theme })"
        ".observe({ type: 'paint', buffered: true });"
        "document.addEventListener('readystatechange', () => {"
        " window.early ??= document.documentElement.dataset.theme; });"
    )
    page.reload()
    wait_until(page, "window.first !== undefined")
    assert page.evaluate("[window.first, window.early]") == ["dark", "dark"]


def test_nonsense_in_the_browsers_memory_is_no_colour(page, article):
    for theme in ("purple", "constructor", "<b>"):
        page.evaluate("theme => localStorage.setItem('theme', theme)", theme)
        page.reload()
        assert page.evaluate("document.documentElement.dataset.theme") == ""


def test_the_contents_show_where_the_reader_is(page, article):
    page.set_viewport_size({"width": 1440, "height": 800})
    current = "document.querySelector('.toc [aria-current]')?.textContent ?? ''"
    assert page.evaluate(current) == ""
    for title in ("Hours, not days", "The repair queue", "Notes"):
        page.get_by_role("navigation", name="In this article").get_by_text(title).click()
        wait_until(page, f"(title) => ({current}) === title", title)
    page.evaluate("scrollTo(0, 0)")
    wait_until(page, f"({current}) === ''")


def test_nothing_moves_when_the_script_starts(browser, live_server):
    article = make_article("Ships and cables", published=True)
    places = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(live_server.url + article.get_absolute_url())
        names = ("Subscribe", "Latest", "Naval")
        links = [page.get_by_role("link", name=name, exact=True).first for name in names]
        places.append([link.bounding_box() for link in links])
        context.close()
    assert places[0] == places[1]
