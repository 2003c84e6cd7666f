"""Previews in a browser: true to each device, light and dark, and never behind what is typed."""

import re
from typing import Any

import pytest
from django.test import Client

from articles.models import PreviewLink
from subscriptions.models import Mailing
from tests.make import make_article, make_image, make_user
from tests.waiting import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _here(settings: Any, live_server: Any) -> None:
    """Letters and feeds name the site by its address."""
    settings.SITE_URL = live_server.url


def seen(tab: Any) -> Any:
    """The document in the frame, once it is there."""
    frame = tab.query_selector("iframe.seen").content_frame()
    frame.wait_for_load_state("load")
    return frame


@pytest.mark.parametrize("window", [1440, 1024, 390])
def test_a_frame_is_as_wide_as_its_device_and_fits_the_window(newsdesk, window):
    article = make_article("Frigates sail at dawn", lead_image=make_image())
    editor = make_user("Editor")
    tab = newsdesk("/admin/", editor)
    tab.set_viewport_size({"width": window, "height": 900})
    for width in (390, 768, 1280):
        newsdesk(f"/admin/articles/article/{article.pk}/preview/?width={width}", editor)
        assert seen(tab).evaluate("innerWidth") == width
        tab.wait_for_selector(".stage.fitted")
        box = tab.locator("iframe.seen").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= window
        assert tab.evaluate("document.documentElement.scrollWidth") <= window


@pytest.mark.parametrize("medium", ["page", "letter", "feed"])
def test_a_frame_is_dark_where_it_is_asked_and_light_where_not(newsdesk, medium):
    article = make_article("Frigates sail at dawn")
    editor = make_user("Editor")
    ground = {}
    for machine in ("light", "dark"):
        tab = newsdesk("/admin/", editor)
        tab.emulate_media(color_scheme=machine)
        for scheme in ("light", "dark"):
            path = f"/admin/articles/article/{article.pk}/preview/"
            newsdesk(f"{path}?as={medium}&scheme={scheme}", editor)
            frame = seen(tab)
            assert "Frigates" in frame.inner_text("h1")
            ground[machine, scheme] = brightness(frame)
    assert ground["light", "light"] == ground["dark", "light"] > 200
    assert ground["light", "dark"] == ground["dark", "dark"] < 60


def brightness(frame):
    colour = frame.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue, *_ = map(int, re.findall(r"\d+", colour))
    # A letter says nothing of its ground in the light: the browser's own is white.
    return 255 if colour == "rgba(0, 0, 0, 0)" else (red + green + blue) // 3


def test_plain_text_is_shown_too(newsdesk):
    article = make_article("Frigates sail at dawn")
    path = f"/admin/articles/article/{article.pk}/preview/?as=text"
    tab = newsdesk(path, make_user("Editor"))
    assert "Subject: Frigates sail at dawn" in seen(tab).inner_text("body")


def test_a_link_in_a_frame_opens_beside_the_newsdesk(newsdesk):
    other = make_article("The other one", published=True)
    related = {"type": "relatedArticles", "attrs": {"title": "", "articles": [other.pk]}}
    article = make_article("This one", related)
    tab = newsdesk(f"/admin/articles/article/{article.pk}/preview/", make_user("Editor"))

    with tab.context.expect_page() as opened:
        seen(tab).get_by_role("link", name="The other one").first.click()

    assert opened.value.url.endswith(other.get_absolute_url())
    assert "This one" in seen(tab).inner_text("h1")


def test_a_secret_link_is_made_copied_opened_and_taken_back(newsdesk, live_server):
    article = make_article("Frigates sail at dawn")
    tab = newsdesk(f"/admin/articles/article/{article.pk}/preview/", make_user("Editor"))
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.get_by_label("For whom").fill("The ministry")
    tab.get_by_role("button", name="Make a link").click()
    tab.get_by_role("button", name="Copy").click()
    tab.get_by_text("Copied.").wait_for()
    address = tab.evaluate("navigator.clipboard.readText()")

    guest = tab.context.browser.new_context().new_page()
    complaints = []
    guest.on("console", lambda message: complaints.append(message.text))
    guest.goto(address)
    assert "Please do not pass it on." in guest.inner_text("main")
    assert guest.context.cookies() == []
    assert complaints == []

    tab.get_by_role("button", name="Take back").click()
    tab.get_by_text("leads nowhere any more").wait_for()
    assert guest.goto(address).status == 404
    guest.context.close()
    assert not PreviewLink.objects.standing().exists()


def test_the_preview_beside_follows_what_is_typed(newsdesk):
    article = make_article("Frigates sail", "At dawn.")
    editor = make_user("Editor")
    tab = newsdesk("/admin/", editor)
    tab.set_viewport_size({"width": 1680, "height": 900})
    newsdesk(f"/admin/articles/article/{article.pk}/change/", editor)
    tab.get_by_role("button", name="Preview beside").click()
    tab.frame_locator("iframe.seen").get_by_role("heading", name="Frigates sail").wait_for()

    tab.locator("#id_headline").fill("Frigates stay")
    tab.frame_locator("iframe.seen").get_by_role("heading", name="Frigates stay").wait_for()
    article.refresh_from_db()
    assert article.draft.headline == "Frigates sail"

    tab.locator("#beside").get_by_text("Tablet").click()
    assert seen(tab).evaluate("innerWidth") == 768
    tab.locator("#beside").get_by_text("Dark").click()
    wait_until(tab, "document.querySelector('iframe.seen').src.includes('scheme=dark')")
    box = tab.locator("iframe.seen").bounding_box()
    assert box["x"] + box["width"] <= tab.locator("#panel").bounding_box()["x"]


def test_the_preview_beside_stays_open_and_is_not_there_on_narrow_windows(newsdesk):
    article = make_article("Frigates sail")
    editor = make_user("Editor")
    tab = newsdesk("/admin/", editor)
    tab.set_viewport_size({"width": 1680, "height": 900})
    newsdesk(f"/admin/articles/article/{article.pk}/change/", editor)
    tab.get_by_role("button", name="Preview beside").click()
    tab.reload()
    tab.locator("#beside iframe").wait_for(state="visible")

    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.locator("#beside iframe").wait_for(state="hidden")
    assert not tab.locator("#beside-toggle").is_visible()


def test_without_scripts_the_switches_and_the_frame_work(newsdesk, page, live_server):
    article = make_article("Frigates sail")
    editor = make_user("Editor", email="mira@newsroom.example")
    context = page.context.browser.new_context(java_script_enabled=False)
    tab = newsdesk(f"/admin/articles/article/{article.pk}/preview/", editor, tab=context.new_page())
    tab.get_by_role("link", name="E-mail", exact=True).click()
    tab.get_by_role("link", name="Phone").click()
    tab.frame_locator("iframe.seen").get_by_role("heading", name="Frigates sail").wait_for()
    tab.get_by_role("button", name="Send a test to yourself").click()
    tab.get_by_text("Sent to mira@newsroom.example.").wait_for()
    tab.get_by_role("button", name="Make a link").click()
    address = tab.get_by_label("Secret link").input_value()
    assert Client().get(address.removeprefix(live_server.url)).status_code == 200
    assert not Mailing.objects.exists()
    context.close()
