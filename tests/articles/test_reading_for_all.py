"""An article by keyboard, by ear, enlarged, printed, in system colours and without a script."""

import re
from itertools import pairwise

import pytest

from tests.articles.every_block import make_whole_article
from tests.make import make_article, make_author, make_image, make_topic

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "Donaudampfschifffahrtsgesellschaftskapitän"


@pytest.fixture
def article(live_server, page):
    article = make_whole_article("Nobody owns the Baltic")
    page.goto(live_server.url + article.get_absolute_url())
    return article


def focused(page, what: str = "textContent") -> str:
    return page.evaluate(f"document.activeElement.{what}")


def press_until(page, key: str, name: str, most: int = 120) -> None:
    for _ in range(most):
        page.keyboard.press(key)
        if focused(page, "ariaLabel") == name or focused(page).strip() == name:
            return
    raise AssertionError(f"{key} does not lead to {name}")


def test_the_first_key_offers_to_skip_to_the_text(page, article):
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    assert page.get_by_role("link", name="Skip to content").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_contents_lead_to_a_part_and_on_from_there(page, article):
    press_until(page, "Tab", "The repair queue")
    page.keyboard.press("Enter")
    page.wait_for_url("**#the-repair-queue")
    page.keyboard.press("Tab")
    assert focused(page, "ariaLabel") == "Link to “The repair queue”"


def test_a_note_is_a_way_there_and_back(page, article):
    press_until(page, "Tab", "Note 2")
    page.keyboard.press("Enter")
    page.wait_for_url("**#note--2")
    press_until(page, "Tab", "Back to reference 2", most=3)
    page.keyboard.press("Enter")
    page.wait_for_url("**#ref--2")
    page.keyboard.press("Tab")
    assert focused(page, "ariaLabel") == "Note 2"


def test_a_wide_table_is_scrolled_with_the_arrow_keys(page, article):
    page.set_viewport_size({"width": 360, "height": 640})
    press_until(page, "Tab", "Table: Who can mend what")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement.scrollLeft") > 0
    assert page.evaluate("document.documentElement.scrollLeft") == 0


def test_how_to_cite_opens_with_a_key(page, article):
    press_until(page, "Tab", "Cite")
    page.keyboard.press("Enter")
    assert page.get_by_text("‘Nobody owns the Baltic’").is_visible()
    page.keyboard.press("Tab")
    assert focused(page) == "For BibTeX and Zotero"


def test_the_focus_is_always_seen(page, article):
    for _ in range(40):
        page.keyboard.press("Tab")
        style = "(({outlineStyle, opacity}) => [outlineStyle, opacity])"
        seen = page.evaluate(f"{style}(getComputedStyle(document.activeElement))")
        around = page.evaluate(
            "document.activeElement.closest('.story, .screen') !== null"
            " || document.activeElement === document.body"
        )
        assert around or seen == ["solid", "1"], focused(page, "outerHTML")


def test_headings_stand_in_order(page, article):
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map((h) => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    body = levels[levels.index(1) :]
    assert all(below - above <= 1 for above, below in pairwise(body))


def landmarks(page) -> list[tuple[str, str]]:
    """(role, name) of each, as the browser tells a screen reader."""
    told = page.locator("body").aria_snapshot()
    roles = "banner|navigation|main|region|complementary|contentinfo|article"
    found = re.findall(rf"^\s*- '?({roles})(?: \"([^\"]*)\")?", told, re.MULTILINE)
    return [(role, name) for role, name in found if role != "article"]


def test_each_landmark_is_named_once(page, article):
    found = landmarks(page)
    assert len(set(found)) == len(found)
    assert ("region", "Table: Who can mend what") in found
    assert ("navigation", "In this article") in found
    assert [role for role, _ in found].count("main") == 1


def test_links_that_sound_alike_lead_to_the_same_place(page, article):
    links = page.evaluate(
        "[...document.querySelectorAll('a[href]')].map((a) =>"
        " [a.getAttribute('aria-label') ?? a.textContent.trim(), a.href])"
    )
    places: dict[str, set[str]] = {}
    for name, address in links:
        places.setdefault(name, set()).add(address)
    assert [name for name, found in places.items() if not name] == []
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


@pytest.mark.parametrize("width", [320, 2560])
def test_no_kind_of_page_scrolls_sideways(live_server, page, width):
    article = make_whole_article(f"{LONG} {LONG}{LONG}")
    page.set_viewport_size({"width": width, "height": 256 if width == 320 else 1440})
    address = article.get_absolute_url()
    desk, author = article.desk.get_absolute_url(), article.authors.get().get_absolute_url()
    lists = ("/", desk, author, "/topics/", "/topic/cables/", "/corrections/", "/subscribe/")
    for path in (address, f"{address}changes/", "/nothing/at/all/", *lists):
        page.goto(live_server.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_text_of_twice_the_size_fits(page, article):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    cut = (
        "[...document.querySelectorAll('h1,h2,h3,p,a,button')].filter((e) => e.scrollWidth >"
        " e.clientWidth + 1 && getComputedStyle(e).overflow === 'hidden' && !e.closest('.vh'))"
    )
    assert page.evaluate(f"{cut}.length") == 0


def test_print_is_the_text_and_where_it_comes_from(page, article):
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (".desks", ".mast-links", ".toc", ".discover", ".acts", ".here", ".theme"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.get_by_role("heading", name="The repair queue").is_visible()
    assert page.locator(".from").is_visible()
    assert page.locator(".from").text_content().endswith(article.get_absolute_url())
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")


def test_a_reader_who_chose_dark_prints_on_white(page, article):
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.reload()
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(18, 33, 43)"


def test_in_system_colours_what_colour_said_is_said_by_lines(page, article):
    page.emulate_media(forced_colors="active")
    for framed in (".facts", ".note", ".btn", ".discover"):
        width = "e => getComputedStyle(e).borderTopWidth"
        assert page.locator(framed).first.evaluate(width) != "0px", framed
    assert page.get_by_role("button", name="Colours:").is_visible()


def test_without_a_script_everything_is_read_and_nothing_dead_is_shown(browser, live_server):
    article = make_whole_article("Nobody owns the Baltic")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + article.get_absolute_url())
    assert page.get_by_role("button").all_text_contents() == ["Subscribe"]
    page.get_by_text("Cite", exact=True).click()
    assert page.get_by_text("‘Nobody owns the Baltic’").is_visible()
    page.get_by_role("link", name="Link to table", exact=True).click()
    page.wait_for_url("**#table--who-can-mend-what")
    with page.expect_download() as download:
        page.get_by_role("link", name="For BibTeX and Zotero").click()
    assert download.value.suggested_filename == "nobody-owns-the-baltic.bib"
    context.close()


def test_whoever_wants_no_motion_gets_none(page, article):
    page.emulate_media(reduced_motion="reduce")
    scroll = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(scroll) == "auto"
    link = page.get_by_role("link", name="Corrections").first
    assert link.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"


def test_a_headline_of_ten_lines_leaves_room_for_the_rest(live_server, page):
    article = make_article("Ten lines of it " * 18, published=True)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(live_server.url + article.get_absolute_url())
    title, byline = page.locator("h1").bounding_box(), page.locator(".byline").bounding_box()
    assert title["y"] + title["height"] <= byline["y"]


@pytest.mark.parametrize("width", [320, 1280])
def test_long_names_of_people_and_topics_break(live_server, page, width):
    name = LONG + LONG
    author, topics = make_author(name, role=name), [make_topic(name), make_topic("Sonar")]
    filing = {"authors": [author], "topics": topics}
    article = make_article("A short headline", published=True, filing=filing)
    page.set_viewport_size({"width": width, "height": 640})
    found = (author, *topics, article)
    for path in ("/", *(each.get_absolute_url() for each in found)):
        page.goto(live_server.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_name_from_right_to_left_leaves_the_words_beside_it_alone(live_server, page):
    filing = {"authors": [make_author("محمد الفارسي")]}
    article = make_article("The dawn", published=True, filing=filing)
    page.goto(live_server.url + article.desk.get_absolute_url())
    told = page.locator(".row .meta").last
    name = told.locator("b").bounding_box()
    minutes = told.evaluate(
        "e => { const range = document.createRange(); range.selectNodeContents(e.lastChild);"
        " return range.getBoundingClientRect().left; }"
    )
    assert minutes >= name["x"] + name["width"] - 1


def test_on_a_phone_a_picture_in_a_list_stands_beside_the_headline_alone(live_server, page):
    article = make_article("The dawn", published=True, lead_image=make_image())
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(live_server.url + article.desk.get_absolute_url())
    summary, thumb = (page.locator(f".row {part}").bounding_box() for part in (".sum", ".thumb"))
    assert summary["y"] >= thumb["y"] + thumb["height"]
    row = page.locator(".row")
    page.get_by_role("link", name="The dawn").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert row.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_on_a_phone_the_colours_button_stands_beside_the_name_of_the_site(live_server, page):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(live_server.url)
    button = page.get_by_role("button", name="Colours:").bounding_box()
    name = page.locator(".wordmark").bounding_box()
    assert button["y"] < name["y"] + name["height"]
    assert button["x"] >= name["x"] + name["width"]


def test_print_leaves_out_what_only_a_screen_can_do(live_server, page):
    topics = [make_topic("Sonar"), make_topic("Cables")]
    make_article("The dawn", published=True, filing={"topics": topics})
    page.goto(live_server.url + topics[0].get_absolute_url())
    page.emulate_media(media="print")
    assert not page.get_by_role("heading", name="Follow").first.is_visible()
    assert not page.get_by_role("heading", name="Often together with").is_visible()
    assert page.get_by_role("link", name="The dawn").is_visible()
