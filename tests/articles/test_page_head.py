"""What each page says of itself to search engines, to other sites and to caches."""

import datetime
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.http import http_date

from articles import tasks
from articles.models import Article, Series, SiteSettings
from articles.views.page import PAGE
from tests.articles.test_article_page import data_of
from tests.make import (
    make_article,
    make_author,
    make_content,
    make_desk,
    make_file,
    make_image,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db

META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')


@pytest.fixture
def article() -> Article:
    """One that stands on every kind of page."""
    series = Series.objects.create(name="The seabed", slug="the-seabed", description="In parts.")
    topic = make_topic("NATO", slug="nato", description="An alliance\nof states.")
    author = make_author("Zeynep Aydoğdu", slug="zeynep", role="Naval editor", bio="Writes.")
    made = make_article(
        "Nobody owns the bottom of the Baltic",
        published=True,
        filing={"topics": [topic], "authors": [author]},
    )
    Article.objects.filter(pk=made.pk).update(series=series, part=2)
    made.refresh_from_db()
    return made


def pages(article: Article) -> Iterator[str]:
    """One of each kind that search engines list."""
    yield from ("/", "/topics/", "/corrections/", "/series/", "/archive/", "/about/")
    yield from ("/desk/naval/", "/topic/nato/", "/author/zeynep/", "/series/the-seabed/")
    yield from (article.get_absolute_url(), f"/{article.published_at:%Y/%m}/")


def meta(page: HttpResponse) -> dict[str, str]:
    return {name: unescape(content) for name, content in META.findall(page.text)}


def canonical(page: HttpResponse) -> str:
    (address,) = re.findall(r'<link rel="canonical" href="([^"]*)">', page.text)
    return str(unescape(address))


def types(page: HttpResponse) -> list[str]:
    return [data["@type"] for data in data_of(page.text)]


# Search engines and other sites


def test_every_page_says_what_it_is_where_it_stands_and_how_it_looks_when_shared(
    client: Client, article: Article, settings: Any
) -> None:
    for path in pages(article):
        page = client.get(f"{path}?utm_source=x")
        said = meta(page)

        assert page.status_code == 200, path
        assert canonical(page) == said["og:url"] == settings.SITE_URL + path
        assert said["description"] == said["og:description"] != ""
        assert "\n" not in said["description"]
        assert said["robots"] == "max-image-preview:large"
        assert said["og:locale"] == "en_GB"
        assert said["og:image"].startswith(settings.SITE_URL)
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
        assert said["og:image:alt"]
        assert said["twitter:card"] == "summary_large_image"
        assert page.text.count("og:title") == 1


def test_no_two_pages_have_one_title_or_description(client: Client, article: Article) -> None:
    found = [client.get(path) for path in pages(article)]
    titles = [re.findall("<title>(.*?)</title>", page.text)[0] for page in found]

    assert len(set(titles)) == len(titles)
    assert len({meta(page)["description"] for page in found}) == len(found)


def test_the_kind_of_a_page_is_said(client: Client, article: Article) -> None:
    kinds = {path: meta(client.get(path))["og:type"] for path in pages(article)}

    assert kinds.pop(article.get_absolute_url()) == "article"
    assert kinds.pop("/author/zeynep/") == "profile"
    assert set(kinds.values()) == {"website"}


def test_an_older_page_of_a_list_is_its_own_and_not_listed(
    client: Client, article: Article, settings: Any
) -> None:
    newest, *_ = [make_article(published=True) for _ in range(PAGE)]
    page = client.get(f"/desk/naval/?before={newest.pk}&utm_source=x")

    assert canonical(page) == f"{settings.SITE_URL}/desk/naval/?before={newest.pk}"
    assert meta(page)["robots"] == "noindex, follow"
    assert types(page) == []
    assert meta(client.get(f"/?before={newest.pk}"))["robots"] == "noindex, follow"


def test_what_is_not_to_be_found_says_so(client: Client, article: Article) -> None:
    client.force_login(make_user("Editor"))
    for path in ("/nothing/", f"/preview/{article.pk}/", "/subscribe/sent/"):
        assert meta(client.get(path))["robots"] == "noindex", path


def test_a_description_in_quotation_marks_stays_one(client: Client) -> None:
    article = make_article(published=True, standfirst='He said "no" & <left>.')
    page = client.get(article.get_absolute_url())

    assert meta(page)["og:description"] == 'He said "no" & <left>.'
    assert "<left>" not in page.text


# The picture


def picture_of(client: Client, article: Article) -> tuple[str, str]:
    """Where an address is shared, and its words."""
    said = meta(client.get(article.get_absolute_url()))
    return said["og:image"], said["og:image:alt"]


def test_no_page_names_a_card_before_it_is_drawn(client: Client, article: Article) -> None:
    assert picture_of(client, article)[0].endswith("plate.png")

    tasks.draw_card(article.pk)
    article.refresh_from_db()
    address, alt = picture_of(client, article)

    assert address.endswith(article.card_url)
    assert alt == "Naval: Nobody owns the bottom of the Baltic"
    assert client.get(article.card_url)["Content-Type"] == "image/png"


def test_until_then_the_lead_picture_stands_in(client: Client) -> None:
    image = make_image(make_file(1300, 800), alt="A grey ship")
    article = make_article(published=True, lead_image=image)

    address, alt = picture_of(client, article)

    assert address == image.social.absolute_url
    assert alt == "A grey ship"


# Structured data


def test_each_kind_of_page_has_its_own_data(client: Client, article: Article) -> None:
    site = ["NewsMediaOrganization", "WebSite"]
    kinds = {path: types(client.get(path)) for path in pages(article)}

    assert kinds.pop("/") == site
    assert kinds.pop("/about/") == ["WebPage", "BreadcrumbList"]
    assert kinds.pop("/author/zeynep/") == ["ProfilePage", "BreadcrumbList"]
    assert kinds.pop(article.get_absolute_url()) == ["NewsArticle", "BreadcrumbList"]
    assert set(map(tuple, kinds.values())) == {("CollectionPage", "BreadcrumbList")}


def test_a_trail_leads_from_the_front_to_the_page(
    client: Client, article: Article, settings: Any
) -> None:
    _, trail = data_of(client.get(f"/{article.published_at:%Y/%m}/").text)
    steps = [step["item"].removeprefix(settings.SITE_URL) for step in trail["itemListElement"]]

    assert steps == [
        "/",
        "/archive/",
        f"/{article.published_at:%Y}/",
        f"/{article.published_at:%Y/%m}/",
    ]
    _, trail = data_of(client.get("/topic/nato/").text)
    assert [step["name"] for step in trail["itemListElement"]][1:] == ["Topics", "NATO"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("news", "NewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("explainer", "BackgroundNewsArticle"),
        ("interview", "NewsArticle"),
    ],
)
def test_the_kind_of_an_article_is_told_to_machines(client: Client, kind: str, said: str) -> None:
    assert types(client.get(make_article(published=True, kind=kind).get_absolute_url()))[0] == said


def test_an_article_tells_its_picture_its_series_and_its_corrections(
    client: Client, article: Article
) -> None:
    article.publish(None, change="correction", text="It was 1,173 km.")
    article.publish(None, change="update", text="A map.")
    news, _ = data_of(client.get(article.get_absolute_url()).text)

    assert news["isPartOf"]["@type"] == "CreativeWorkSeries"
    assert news["isPartOf"]["name"] == "The seabed"
    assert news["position"] == 2
    assert (news["image"][0]["width"], news["image"][0]["height"]) == (1200, 630)
    assert [each["text"] for each in news["correction"]] == ["It was 1,173 km."]
    assert news["author"][0]["url"].endswith("/author/zeynep/")
    assert "speakable" not in news


def test_a_search_engine_may_ask_our_search(client: Client, article: Article) -> None:
    _, site = data_of(client.get("/").text)

    assert site["potentialAction"]["target"]["urlTemplate"].endswith("/search/?q={search_term}")


def test_an_author_is_told_with_role_and_life(client: Client, article: Article) -> None:
    profile, _ = data_of(client.get("/author/zeynep/").text)

    assert profile["mainEntity"]["jobTitle"] == "Naval editor"
    assert profile["mainEntity"]["description"] == "Writes."


# Caches


def test_who_has_a_page_as_it_is_gets_no_second_copy(client: Client, article: Article) -> None:
    for path in pages(article):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first["ETag"]})

        assert first["Cache-Control"] == "public, max-age=60"
        assert first["ETag"].startswith('"'), path
        assert "Vary" not in first, path
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Cache-Control"] == first["Cache-Control"]
        assert client.head(path)["ETag"] == first["ETag"]


def test_a_page_that_changed_has_another_tag(client: Client, article: Article) -> None:
    before = {path: client.get(path)["ETag"] for path in pages(article)}
    SiteSettings.objects.update_or_create(pk=1, defaults={"name": "The Ledger"})

    for path, tag in before.items():
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 200, path


def test_an_article_says_when_it_last_changed(client: Client, article: Article) -> None:
    first = client.get(article.get_absolute_url())
    since = {"If-Modified-Since": first["Last-Modified"]}

    assert client.get(article.get_absolute_url(), headers=since).status_code == 304
    article.revise(make_content("Changed"), None, based_on=article.draft_id)
    article.publish(None)
    later = article.changed_at + datetime.timedelta(seconds=2)
    Article.objects.filter(pk=article.pk).update(changed_at=later)

    again = client.get(article.get_absolute_url(), headers=since)
    assert again.status_code == 200
    assert again["Last-Modified"] == http_date(later.timestamp())


def test_the_tag_comes_before_the_date(client: Client, article: Article) -> None:
    first = client.get(article.get_absolute_url())
    make_desk("Policy")

    asked = {"If-None-Match": first["ETag"], "If-Modified-Since": first["Last-Modified"]}
    assert client.get(article.get_absolute_url(), headers=asked).status_code == 200


def test_a_list_has_no_date_for_what_leaves_it_leaves_no_trace(
    client: Client, article: Article
) -> None:
    make_article(published=True)
    seen = client.get("/desk/naval/")
    article.withdraw("Wrong.")
    since = {"If-Modified-Since": http_date()}

    assert "Last-Modified" not in seen
    assert client.get("/desk/naval/", headers=since).status_code == 200


def test_a_notice_is_never_said_to_be_unchanged(client: Client, article: Article) -> None:
    article.withdraw("Wrong.")
    path = article.get_absolute_url()
    tag = client.get(path)["ETag"]

    assert client.get(path, headers={"If-None-Match": tag}).status_code == 410


@pytest.mark.parametrize("tag", ["", "x", '"', "W/", "*x", '"a", "b"', "é", "\x00", '"' * 5000])
def test_strange_conditions_are_answered(client: Client, article: Article, tag: str) -> None:
    for name in ("If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since"):
        answer = client.get(article.get_absolute_url(), headers={name: tag})
        assert answer.status_code in (200, 304, 412)


def test_readers_get_no_cookie(client: Client, article: Article) -> None:
    for path in pages(article):
        assert not client.get(path).cookies
