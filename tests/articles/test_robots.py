"""What crawlers are told, the icons that everybody asks for, and the key for search engines."""

from urllib.robotparser import RobotFileParser

import pytest

from articles.models import SiteSettings
from tests.make import client_of, make_user

pytestmark = pytest.mark.django_db
KEY = "a1b2c3d4-e5f6"


def decided(**fields):
    SiteSettings.objects.update_or_create(pk=1, defaults=fields)


def rules(client) -> RobotFileParser:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    parser = RobotFileParser()
    parser.parse(response.text.splitlines())
    return parser


def test_crawlers_may_read_what_readers_read(client):
    found = rules(client)
    for path in ("/", "/2026/11/14/on-ships/", "/topic/nato/", "/feed/", "/media/img/1/x.jpg"):
        assert found.can_fetch("Googlebot", path)
    for path in ("/admin/", "/preview/7/", "/search/?q=ships"):
        assert not found.can_fetch("Googlebot", path)


def test_it_names_the_sitemaps(client, settings):
    assert rules(client).site_maps() == [
        f"{settings.SITE_URL}/sitemap.xml",
        f"{settings.SITE_URL}/sitemap-news.xml",
    ]


@pytest.mark.parametrize("crawler", ["GPTBot", "ClaudeBot", "CCBot", "Google-Extended"])
def test_crawlers_that_train_models_are_refused_until_somebody_allows_them(client, crawler):
    assert not rules(client).can_fetch(crawler, "/")
    decided(allow_ai_crawlers=True)
    assert rules(client).can_fetch(crawler, "/")
    assert not rules(client).can_fetch(crawler, "/admin/")


def test_it_is_kept_by_who_has_it(client):
    first = client.get("/robots.txt")
    known = {"If-None-Match": first["ETag"]}
    assert client.get("/robots.txt", headers=known).status_code == 304
    decided(allow_ai_crawlers=True)
    assert client.get("/robots.txt", headers=known).status_code == 200


@pytest.mark.parametrize("path", ["/.well-known/", "/.well-known/security.txt", "/humans.txt"])
def test_what_we_have_not_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "kind", "start"),
    [
        ("/favicon.ico", "image/x-icon", b"\x00\x00\x01\x00"),
        ("/apple-touch-icon.png", "image/png", b"\x89PNG"),
    ],
)
def test_the_icons_stand_where_they_are_asked_for(client, path, kind, start):
    response = client.get(path)
    assert response["Content-Type"] == kind
    assert response.content.startswith(start)
    assert "max-age=86400" in response["Cache-Control"]


def test_the_key_stands_under_its_own_name_and_no_other(client):
    assert client.get(f"/{KEY}.txt").status_code == 404
    decided(indexnow_key=KEY)
    assert client.get(f"/{KEY}.txt").text == KEY
    assert client.get("/another-key-of-ours.txt").status_code == 404
    assert client.get("/.txt").status_code == 404
    decided(indexnow_key="")
    assert client.get(f"/{KEY}.txt").status_code == 404


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("websub_hub", "http://hub.example/", "begins with https://"),
        ("websub_hub", "javascript:alert(1)", "valid URL"),
        ("indexnow_key", "short", "8 to 128"),
        ("indexnow_key", "with_underscores", "8 to 128"),
        ("indexnow_key", "x" * 129, "128"),
    ],
)
def test_a_hub_or_key_that_cannot_work_is_refused_with_the_reason(client, field, value, word):
    chief = client_of(make_user("Chief"))
    page = chief.post("/admin/articles/sitesettings/1/change/", {"name": "Datum", field: value})
    assert page.status_code == 200
    assert word in page.text
    assert getattr(SiteSettings.load(), field) == ""


def test_a_chief_sets_hub_and_key(client):
    chief = client_of(make_user("Chief"))
    data = {"name": "Datum", "websub_hub": "https://hub.example/", "indexnow_key": KEY}
    assert chief.post("/admin/articles/sitesettings/1/change/", data).status_code == 302
    site = SiteSettings.load()
    assert (site.websub_hub, site.indexnow_key) == ("https://hub.example/", KEY)


def test_an_editor_does_not(client):
    data = {"name": "Datum", "websub_hub": "https://hub.example/"}
    editor = client_of(make_user("Editor"))
    assert editor.post("/admin/articles/sitesettings/1/change/", data).status_code == 403
    assert SiteSettings.load().websub_hub == ""
