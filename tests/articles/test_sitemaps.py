"""Sitemaps: every page that may be found stands in one, with the moment of its last change."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from lxml import etree

from articles.models import Article, Page, Series
from articles.sitemaps import writing
from tests.make import make_article, make_author, make_desk, make_image, make_topic

pytestmark = pytest.mark.django_db
MAP = f"{{{writing.SITEMAP}}}"
IMAGE = f"{{{writing.IMAGE}}}"
NEWS = f"{{{writing.NEWS}}}"
MARCH = datetime.datetime(2026, 3, 10, 12, tzinfo=datetime.UTC)


def root_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    content = b"".join(response) if response.streaming else response.content
    return etree.fromstring(content)


def named(client, settings, path):
    """Path on this site -> its lastmod, or None."""
    entries = root_of(client, path)
    found = {}
    for entry in entries:
        address = entry.findtext(f"{MAP}loc")
        assert address.startswith(settings.SITE_URL + "/")
        changed = entry.findtext(f"{MAP}lastmod")
        moment = datetime.datetime.fromisoformat(changed) if changed else None
        found[address.removeprefix(settings.SITE_URL)] = moment
    assert len(found) == len(entries)
    return found


def seconds(moment):
    return moment.replace(microsecond=0)


def test_the_index_names_a_file_for_each_month_with_something_in_it(client, settings):
    make_article(publish={"at": MARCH})
    make_article(publish={"at": MARCH + datetime.timedelta(days=1)})
    make_article(publish={"at": datetime.datetime(2024, 12, 31, 12, tzinfo=datetime.UTC)})
    make_article("Only a draft")
    files = named(client, settings, "/sitemap.xml")
    assert list(files) == ["/sitemap-pages.xml", "/sitemap-2026-03.xml", "/sitemap-2024-12.xml"]
    assert files["/sitemap-2026-03.xml"] == MARCH + datetime.timedelta(days=1)


def test_the_index_of_a_site_without_articles_leads_to_its_pages(client, settings):
    assert list(named(client, settings, "/sitemap.xml")) == ["/sitemap-pages.xml"]
    assert "/" in named(client, settings, "/sitemap-pages.xml")


def test_the_files_of_the_index_name_every_published_article_once(client, settings):
    articles = [
        make_article(publish={"at": MARCH - datetime.timedelta(days=25 * number)})
        for number in range(8)
    ]
    months = [path for path in named(client, settings, "/sitemap.xml") if "-20" in path]
    assert len(months) > 5
    paths = [path for month in months for path in named(client, settings, month)]
    assert sorted(paths) == sorted(article.get_absolute_url() for article in articles)


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/St_Johns", "Europe/Istanbul", "UTC"])
def test_a_month_begins_when_it_does_in_the_sites_zone(client, settings, zone):
    settings.TIME_ZONE = zone
    first = datetime.datetime(2026, 3, 1, tzinfo=ZoneInfo(zone))
    february = make_article(publish={"at": first - datetime.timedelta(seconds=1)})
    march = make_article(publish={"at": first})
    assert list(named(client, settings, "/sitemap.xml"))[1:] == [
        "/sitemap-2026-03.xml",
        "/sitemap-2026-02.xml",
    ]
    assert march.get_absolute_url().startswith("/2026/03/01/")
    for month, article, moment in (("03", march, 0), ("02", february, -1)):
        found = named(client, settings, f"/sitemap-2026-{month}.xml")
        assert found == {article.get_absolute_url(): first + datetime.timedelta(seconds=moment)}


def test_the_last_change_is_that_of_the_text_that_readers_see(client, settings):
    article = make_article(publish={"at": MARCH})
    path = "/sitemap-2026-03.xml"
    assert named(client, settings, path)[article.get_absolute_url()] == MARCH
    article.publish(None, change="correction", text="It was longer.")
    changed = seconds(article.changed_at)
    assert changed > MARCH
    assert named(client, settings, path)[article.get_absolute_url()] == changed
    assert named(client, settings, "/sitemap.xml")[path] == changed


def test_a_withdrawn_article_is_gone_and_the_month_has_changed(client, settings):
    gone = make_article(publish={"at": MARCH})
    stays = make_article(publish={"at": MARCH})
    gone.withdraw("It was wrong.")
    assert list(named(client, settings, "/sitemap-2026-03.xml")) == [stays.get_absolute_url()]
    changed = named(client, settings, "/sitemap.xml")["/sitemap-2026-03.xml"]
    assert changed == seconds(gone.changed_at)
    stays.withdraw("So was this.")
    assert client.get("/sitemap-2026-03.xml").status_code == 404
    assert "/sitemap-2026-03.xml" not in named(client, settings, "/sitemap.xml")


def test_what_is_due_later_is_not_named(client, settings):
    due = make_article("Embargoed")
    due.schedule(timezone.now() + datetime.timedelta(hours=1))
    assert list(named(client, settings, "/sitemap.xml")) == ["/sitemap-pages.xml"]
    assert named(client, settings, "/sitemap-pages.xml")["/"] is None
    assert len(root_of(client, "/sitemap-news.xml")) == 0


def test_an_article_names_its_pictures_once(client, settings):
    lead, second = make_image(), make_image()
    figures = [{"type": "figure", "attrs": {"image": each.pk}} for each in (second, lead)]
    make_article("", *figures, publish={"at": MARCH}, lead_image=lead)
    (url,) = root_of(client, "/sitemap-2026-03.xml")
    pictures = [loc.text for loc in url.findall(f"{IMAGE}image/{IMAGE}loc")]
    assert pictures == [each.largest_jpeg.absolute_url for each in (lead, second)]


def test_an_address_that_was_changed_stands_there_anew(client, settings):
    article = make_article("Old words", publish={"at": MARCH})
    first = client.get("/sitemap-2026-03.xml")
    article.set_slug("new-words")
    known = {"If-None-Match": first["ETag"]}
    assert client.get("/sitemap-2026-03.xml", headers=known).status_code == 200
    assert list(named(client, settings, "/sitemap-2026-03.xml")) == ["/2026/03/10/new-words/"]


def test_a_month_of_very_many_articles_takes_several_files(client, settings, monkeypatch):
    monkeypatch.setattr("articles.sitemaps.months.LIMIT", 2)
    monkeypatch.setattr("articles.sitemaps.articles.LIMIT", 2)
    articles = [
        make_article(publish={"at": MARCH - datetime.timedelta(hours=number)})
        for number in range(5)
    ]
    files = [path for path in named(client, settings, "/sitemap.xml") if "-20" in path]
    assert files == [
        "/sitemap-2026-03.xml",
        "/sitemap-2026-03-2.xml",
        "/sitemap-2026-03-3.xml",
    ]
    found = [path for file in files for path in named(client, settings, file)]
    assert found == [article.get_absolute_url() for article in articles]
    assert client.get("/sitemap-2026-03-4.xml").status_code == 404
    assert client.get("/sitemap-2026-03-0.xml").status_code == 404


@pytest.mark.parametrize(
    "month", ["2026-13", "2026-00", "0000-01", "0001-01", "9999-12", "2026-04", "1969-07"]
)
def test_a_month_without_articles_is_not_found(client, month):
    make_article(publish={"at": MARCH})
    assert client.get(f"/sitemap-{month}.xml").status_code == 404


def test_the_other_pages_stand_with_their_newest_article(client, settings):
    desk, author, topic = make_desk("Air"), make_author("Ada"), make_topic("NATO")
    make_topic("Empty"), make_author("Nobody"), make_desk("Quiet")
    series = Series.objects.create(name="The Baltic", slug="baltic")
    filing = {"desk": desk, "authors": [author], "topics": [topic]}
    for age in (5, 0, 9):
        at = MARCH - datetime.timedelta(days=age)
        article = make_article(publish={"at": at}, filing=filing)
        Article.objects.filter(pk=article.pk).update(series=series)
    found = named(client, settings, "/sitemap-pages.xml")
    for path in ("/", "/desk/air/", author.get_absolute_url(), "/series/baltic/"):
        assert found[path] == MARCH
    assert {"/topics/", "/corrections/", "/archive/", "/series/"} < set(found)
    assert not {"/desk/quiet/", "/search/"} & set(found)
    assert named(client, settings, "/sitemap-topics.xml") == {"/topic/nato/": MARCH}
    assert "/sitemap-topics.xml" in named(client, settings, "/sitemap.xml")


def test_a_page_stands_with_its_own_change(client, settings):
    Page.objects.all().delete()
    page = Page.objects.create(title="About", slug="about")
    found = named(client, settings, "/sitemap-pages.xml")
    assert found["/about/"] == seconds(page.changed_at)


def test_the_news_are_those_of_two_days(client, settings):
    hours = {"New": 1, "Nearly old": 47, "Old": 49}
    for headline, age in hours.items():
        make_article(headline, publish={"at": timezone.now() - datetime.timedelta(hours=age)})
    found = root_of(client, "/sitemap-news.xml")
    titles = [each.text for each in found.iter(f"{NEWS}title")]
    assert titles == ["New", "Nearly old"]
    news = found[0].find(f"{NEWS}news")
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "en"
    assert news.findtext(f"{NEWS}publication/{NEWS}name")
    published = datetime.datetime.fromisoformat(news.findtext(f"{NEWS}publication_date"))
    assert timezone.now() - published < datetime.timedelta(hours=2)


def test_news_are_a_thousand_at_most(client, monkeypatch):
    monkeypatch.setattr("articles.sitemaps.articles.NEWS_LIMIT", 3)
    for _ in range(5):
        make_article(published=True)
    assert len(root_of(client, "/sitemap-news.xml")) == 3
    assert writing.NEWS_LIMIT == 1000


def test_signs_that_mean_something_to_xml_stay_signs(client):
    make_article("<Big> & \x07loud", published=True)
    (title,) = root_of(client, "/sitemap-news.xml").iter(f"{NEWS}title")
    assert title.text == "<Big> & loud"


@pytest.mark.parametrize(
    "path", ["/sitemap.xml", "/sitemap-pages.xml", "/sitemap-2026-03.xml", "/sitemap-news.xml"]
)
def test_a_sitemap_that_has_not_changed_is_not_sent_again(client, path):
    make_article(publish={"at": MARCH})
    first = client.get(path + "?utm_source=%00")
    again = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    head = client.head(path)
    assert (head.status_code, head["ETag"]) == (200, first["ETag"])
    make_article(publish={"at": MARCH + datetime.timedelta(days=1)})
    make_article(published=True)
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("count", [20, 200])
def test_they_cost_the_same_with_few_and_with_many_articles(
    client, django_assert_max_num_queries, count
):
    model = make_article(
        publish={"at": MARCH}, lead_image=make_image(), filing={"topics": [make_topic("NATO")]}
    )
    Article.objects.bulk_create(
        Article(
            desk=model.desk,
            live=model.live,
            draft=model.draft,
            slug=f"copy-{number}",
            state=Article.State.PUBLISHED,
            published_at=MARCH - datetime.timedelta(minutes=number),
        )
        for number in range(count)
    )
    costs = {
        "/sitemap.xml": 2,
        "/sitemap-2026-03.xml": 2,
        "/sitemap-pages.xml": 7,
        "/sitemap-topics.xml": 3,
        "/sitemap-news.xml": 2,
    }
    for path, queries in costs.items():
        with django_assert_max_num_queries(queries):
            root_of(client, path)
