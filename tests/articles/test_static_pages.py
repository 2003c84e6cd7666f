"""About, contact, privacy: pages that a chief writes, and where they may stand."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Page
from tests.make import client_of, heading, make_article, make_body, make_image, make_user, paragraph

pytestmark = pytest.mark.django_db

FROM_THE_BEGINNING = ["about", "contact", "corrections-policy", "privacy"]


@pytest.fixture
def chief() -> Client:
    return client_of(make_user("Chief"))


def typed(page: Page | None = None, **changed: Any) -> dict[str, Any]:
    data = {"title": "Staff", "slug": "staff", "standfirst": "Who we are.", "position": 9}
    if page:
        data = {name: getattr(page, name) for name in data}
    body = page.body if page else make_body("We are five.")
    return {**data, "body": json.dumps(body.dump()), **changed}


def said(client: Client, **changed: Any) -> str:
    """What is said of a new page that cannot be."""
    before = Page.objects.count()
    answer = client.post(reverse("admin:articles_page_add"), typed(**changed))
    assert answer.status_code == 200
    assert Page.objects.count() == before
    return answer.text


@pytest.mark.parametrize("slug", FROM_THE_BEGINNING)
def test_a_new_site_has_its_pages_with_something_true_to_read(client: Client, slug: str) -> None:
    page = client.get(f"/{slug}/")
    assert page.status_code == 200
    assert "<h1" in page.text
    assert not page.cookies


def test_the_foot_of_each_page_leads_to_them_in_their_order(client: Client) -> None:
    Page.objects.filter(slug="privacy").update(position=0)
    page = client.get("/topics/").text
    foot = page[page.index("<footer") :]
    assert foot.index('"/privacy/"') < foot.index('"/about/"') < foot.index('"/contact/"')


def test_what_came_with_the_software_is_to_be_read_by_the_chief(chief: Client) -> None:
    page = Page.objects.get(slug="about")
    assert "Words that came with the software" in chief.get(reverse("admin:index")).text
    assert "Read and mend" in chief.get(reverse("admin:articles_page_changelist")).text
    change = reverse("admin:articles_page_change", args=[page.pk])
    assert "These words came with the software" in chief.get(change).text
    assert chief.post(change, typed(page)).status_code == 302
    page.refresh_from_db()
    assert not page.to_read


def test_saving_a_page_unchanged_loses_nothing(chief: Client) -> None:
    page = Page.objects.get(slug="privacy")
    before = page.body
    chief.post(reverse("admin:articles_page_change", args=[page.pk]), typed(page))
    page.refresh_from_db()
    assert page.body == before


def test_a_page_is_shown_with_all_that_a_body_may_hold(client: Client, chief: Client) -> None:
    picture, article = make_image(), make_article("Read this", published=True)
    body = make_body(
        heading("Our ship"),
        {"type": "figure", "attrs": {"image": picture.pk}, "content": []},
        {"type": "relatedArticles", "attrs": {"title": "See", "articles": [article.pk]}},
    )
    answer = chief.post(reverse("admin:articles_page_add"), typed(body=json.dumps(body.dump())))
    assert answer.status_code == 302
    page = client.get("/staff/").text
    assert "A grey ship at sea" in page
    assert "Read this" in page
    assert 'id="our-ship"' in page


@pytest.mark.parametrize(
    "slug",
    [
        *("admin", "feed", "search", "desk", "Topic", "series", "archive", "subscribe", "media"),
        *("static", "healthz", "author", "preview", "corrections", "unsubscribe"),
    ],
)
def test_an_address_that_the_site_needs_itself_is_refused(chief: Client, slug: str) -> None:
    assert f"/{slug.lower()}/ is needed by the site itself" in said(chief, slug=slug)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"slug": "2026"}, "is the archive of that year"),
        ({"slug": "about"}, "There is a page at /about/ already"),
        ({"slug": "two words"}, "Use letters, digits and hyphens only"),
        ({"slug": "a/b"}, "Use letters, digits and hyphens only"),
        ({"slug": ""}, "This field is required"),
        ({"title": "\x00"}, "Null characters are not allowed"),
        ({"body": "{"}, "not valid JSON"),
        ({"body": json.dumps({"type": "doc", "content": [{"type": "x"}]})}, "Block 1"),
        (
            {"body": json.dumps({"type": "doc", "content": [{**heading(" "), "content": []}]})},
            "Block 1, heading: it",
        ),
        (
            {
                "body": json.dumps(
                    {"type": "doc", "content": [{"type": "figure", "attrs": {"image": 987654}}]}
                )
            },
            "There is no picture 987654",
        ),
    ],
)
def test_what_cannot_be_a_page_is_told_in_words(
    chief: Client, changed: dict[str, Any], words: str
) -> None:
    assert words in said(chief, **changed)


def test_only_a_chief_writes_pages() -> None:
    for role in ("Writer", "Editor"):
        client = client_of(make_user(role))
        assert client.get(reverse("admin:articles_page_changelist")).status_code == 403
        assert client.post(reverse("admin:articles_page_add"), typed()).status_code == 403
    assert not Page.objects.filter(slug="staff").exists()


@pytest.mark.parametrize("address", ["/no-such-page/", "/%00/", "/ABOUT%20/", "/about/x/", "/é/"])
def test_an_unknown_address_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_page_takes_no_post(client: Client) -> None:
    assert client.post("/about/").status_code == 405


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_chief_writes_a_page_in_the_editor(newsdesk: Any) -> None:
    tab = newsdesk(reverse("admin:articles_page_add"), make_user("Chief"))
    tab.fill("#id_slug", "staff")
    tab.fill("#id_title", "Staff")
    tab.fill("#id_position", "7")
    tab.locator("#editor .copy").first.click()
    tab.keyboard.type("We are five.")
    tab.locator("[name=_save]").evaluate("button => button.click()")
    tab.wait_for_url("**/page/")
    page = Page.objects.get(slug="staff")
    assert page.body == make_body(paragraph("We are five."))
