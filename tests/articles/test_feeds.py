"""Feeds: the same entries in three formats, for the site, a desk, a topic, an author, a series."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from django.utils import timezone

from articles.models import Article, Series, SiteSettings
from tests.articles.feed_formats import FORMATS, Feed, Rss
from tests.make import (
    make_article,
    make_author,
    make_desk,
    make_image,
    make_topic,
    paragraph,
)

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture(params=FORMATS)
def form(request: Any) -> type[Feed]:
    return request.param


@pytest.fixture(params=["", "atom/", "json/"])
def address(request: Any) -> str:
    return f"/feed/{request.param}"


def hours_ago(hours: float) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(hours=hours)


# What an entry holds


def test_an_entry_holds_the_whole_text_and_who_wrote_it(client, form, settings):
    authors = [make_author("Ada"), make_author("Ben")]
    filing = {"authors": authors, "desk": make_desk("Air"), "topics": [make_topic("NATO")]}
    article = make_article("Whole", "First.", "Last.", publish={"at": NOON}, filing=filing)
    (entry,) = form.of(client).entries
    assert entry["url"] == settings.SITE_URL + article.get_absolute_url()
    assert entry["id"] == f"{settings.SITE_URL}/?p={article.pk}"
    assert "<p>First.</p>" in entry["html"]
    assert "<p>Last.</p>" in entry["html"]
    assert entry["summary"] == "What happened, and why it matters."
    assert entry["authors"] == ["Ada", "Ben"]
    assert entry["categories"] == ["Air", "NATO"]
    assert entry["published"] == entry["updated"] == NOON


def test_addresses_in_it_are_whole(client, form, settings):
    link = {"type": "link", "attrs": {"href": "/topics/"}}
    words = {
        "type": "paragraph",
        "content": [{"type": "text", "text": "topics", "marks": [link]}],
    }
    image = make_image()
    figure = {"type": "figure", "attrs": {"image": image.pk}}
    make_article("", words, figure, published=True, lead_image=image)
    (entry,) = form.of(client).entries
    assert f'href="{settings.SITE_URL}/topics/"' in entry["html"]
    assert entry["html"].count(f'src="{settings.SITE_URL}/media/') == 2
    assert entry.get("image", image.largest_jpeg.absolute_url) == image.largest_jpeg.absolute_url


def test_a_correction_is_told_and_dated(client, form):
    article = make_article(publish={"at": NOON})
    article.publish(None, change="correction", text="It was longer.")
    (entry,) = form.of(client).entries
    assert "It was longer." in entry["html"]
    assert entry["published"] == NOON
    assert entry["updated"] == article.updated_at


def test_a_spelling_mended_is_no_update(client, form):
    article = make_article(publish={"at": NOON})
    rewrite(article, "Spelt right")
    article.publish(None)
    (entry,) = form.of(client).entries
    assert entry["title"] == "Spelt right"
    assert entry["updated"] == NOON


def rewrite(article: Article, headline: str) -> None:
    assert article.draft
    article.revise(replace(article.draft.content, headline=headline), None, article.draft_id)


def test_characters_that_xml_cannot_write_are_left_out(client, form):
    SiteSettings.objects.update_or_create(pk=1, defaults={"name": "Da\x0btum"})
    author, desk = make_author("Ad\x07a"), make_desk("Air", description="Wings.\x1f")
    filing = {"authors": [author], "desk": desk}
    make_article("A bell\x07 rings", "In\x0b the text.\x1f", published=True, filing=filing)
    for place in ("/", "/desk/air/"):
        (entry,) = form.of(client, place).entries
        assert entry["title"] == "A bell rings"
        assert entry["authors"] == ["Ada"]
        assert "the text." in entry["html"]


def test_markup_in_a_headline_stays_text(client, form):
    make_article("<b>Bold</b> & loud", published=True, standfirst="1 < 2 & 3")
    (entry,) = form.of(client).entries
    assert entry["title"] == "<b>Bold</b> & loud"
    assert entry["summary"] == "1 < 2 & 3"


# Whose articles stand in it


def test_a_desk_a_topic_an_author_and_a_series_have_their_own(client, form):
    author, topic = make_author("Ada"), make_topic("NATO")
    series = Series.objects.create(name="The Baltic", slug="baltic")
    filing = {"desk": make_desk("Air"), "authors": [author], "topics": [topic]}
    article = make_article("Of all four", published=True, filing=filing)
    Article.objects.filter(pk=article.pk).update(series=series)
    make_article("Of none", published=True)
    places = {
        "/desk/air/": "Air",
        "/topic/nato/": "NATO",
        author.get_absolute_url(): "Ada",
        "/series/baltic/": "The Baltic",
    }
    for place, name in places.items():
        found = form.of(client, place)
        assert found.titles == ["Of all four"]
        assert found.title == f"{name} | {SiteSettings.load().name}"


def test_only_what_is_published_stands_in_it(client, form):
    make_article("Only a draft")
    make_article("Due tomorrow").schedule(timezone.now() + datetime.timedelta(days=1))
    gone = make_article("Withdrawn", published=True)
    make_article("Out", published=True)
    assert form.of(client).titles == ["Out", "Withdrawn"]
    gone.withdraw("It was wrong.")
    assert form.of(client).titles == ["Out"]


def test_what_is_being_rewritten_is_not_shown(client, form):
    article = make_article("As published", published=True)
    rewrite(article, "Not yet out")
    assert form.of(client).titles == ["As published"]


@pytest.mark.parametrize("place", ["desk/cavalry", "topic/none", "author/none", "series/none"])
@pytest.mark.parametrize("suffix", ["", "atom/", "json/"])
def test_an_unknown_feed_is_not_found(client, place, suffix):
    assert client.get(f"/{place}/feed/{suffix}").status_code == 404


def test_a_feed_of_nothing_is_still_a_feed_and_does_not_change(client, form):
    assert form.of(client).entries == []
    first = client.get(f"/feed/{form.suffix}")
    later = first["ETag"]
    assert client.get(f"/feed/{form.suffix}", headers={"If-None-Match": later}).status_code == 304


# Pages of a long feed


def test_a_long_feed_goes_on_where_a_page_ends(client, form, settings):
    for number in range(45):
        make_article(f"Number {number}", publish={"at": NOON - datetime.timedelta(hours=number)})
    page = form.of(client)
    pages = [page]
    while "next" in page.links:
        query = "?" + page.links["next"].partition("?")[2]
        assert page.links["next"].startswith(f"{settings.SITE_URL}/feed/{form.suffix}?before=")
        page = form.of(client, query=query)
        assert page.links["self"].endswith(query)
        pages.append(page)
    seen = [title for page in pages for title in page.titles]
    assert seen == [f"Number {number}" for number in range(45)]
    assert [len(page.titles) for page in pages] == [20, 20, 5]


@pytest.mark.parametrize("form", FORMATS[:2])
def test_it_names_the_first_page_and_the_one_before(client, form, settings):
    for number in range(45):
        make_article(f"Number {number}", publish={"at": NOON - datetime.timedelta(hours=number)})
    first = form.of(client)
    second = form.of(client, query=query_of(first.links["next"]))
    third = form.of(client, query=query_of(second.links["next"]))
    whole = f"{settings.SITE_URL}/feed/{form.suffix}"
    assert "previous" not in first.links
    assert second.links["previous"] == whole
    assert third.links["previous"] == second.links["self"]
    assert first.links["first"] == third.links["first"] == whole


def query_of(address: str) -> str:
    return "?" + address.partition("?")[2]


def test_a_short_feed_is_one_page(client, form):
    make_article(published=True)
    assert not {"first", "next", "previous"} & set(form.of(client).links)


@pytest.mark.parametrize(
    "before", ["", "0", "abc", "-1", "9" * 30, "%00", "1%00", "٣", "999999999"]
)
def test_a_page_that_nobody_named_is_not_found(client, address, before):
    assert client.get(f"{address}?before={before}").status_code == 404


@pytest.mark.parametrize("query", ["?utm_source=x", "?%00", "?a=%00&b=%ff", "?" + "x" * 5000])
def test_what_else_stands_in_the_query_changes_nothing(client, form, query, settings):
    make_article("Same", published=True)
    found = form.of(client, query=query)
    assert found.titles == ["Same"]
    assert found.links["self"] == f"{settings.SITE_URL}/feed/{form.suffix}"


# The hub


def test_a_hub_is_named_where_one_is_set(client, form):
    assert "hub" not in form.of(client).links
    hub = "https://hub.example/"
    SiteSettings.objects.update_or_create(pk=1, defaults={"websub_hub": hub})
    assert form.of(client).links["hub"] == hub
    header = client.get(f"/feed/{form.suffix}")["Link"]
    assert header.startswith(f'<{hub}>; rel="hub", <')
    assert header.endswith(f'/feed/{form.suffix}>; rel="self"')


# Sent again only when it changed


def test_a_feed_that_has_not_changed_is_not_sent_again(client, address):
    make_article(published=True)
    first = client.get(address)
    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = client.get(address, headers=header)
        assert again.status_code == 304
        assert again.content == b""
        assert again["ETag"] == first["ETag"]
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.head(address)["ETag"] == first["ETag"]


@pytest.mark.parametrize("what", ["published", "corrected", "withdrawn"])
def test_a_feed_that_has_changed_is_sent_again(client, address, what):
    article = make_article(publish={"at": hours_ago(3)})
    other = make_article(publish={"at": hours_ago(2)})
    first = client.get(address)
    match what:
        case "published":
            make_article(published=True)
        case "corrected":
            article.publish(None, change="correction", text="It was longer.")
        case "withdrawn":
            other.withdraw("It was wrong.")
    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        assert client.get(address, headers=header).status_code == 200


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/St_Johns", "UTC"])
def test_times_are_the_same_moment_in_every_zone(client, form, zone, settings):
    settings.TIME_ZONE = zone
    make_article(publish={"at": NOON})
    assert form.of(client).entries[0]["published"] == NOON


def test_caches_may_keep_it_for_minutes_and_nobody_gets_a_cookie(client, address):
    response = client.get(address)
    assert response["Cache-Control"] == "public, max-age=300"
    assert not response.cookies
    assert client.post(address).status_code == 405


# What it costs


@pytest.mark.parametrize("count", [20, 200])
@pytest.mark.parametrize("query", ["", "?before={}"])
def test_it_costs_the_same_with_few_and_with_many_articles(
    client, form, django_assert_num_queries, count, query
):
    image, topic = make_image(), make_topic("NATO")
    figure = {"type": "figure", "attrs": {"image": image.pk}}
    related = {"type": "relatedArticles", "attrs": {"articles": [make_article(published=True).pk]}}
    model = make_article(
        "", paragraph("Words."), figure, related, published=True, filing={"topics": [topic]}
    )
    copies(model, count)
    last = Article.objects.published().first()
    with django_assert_num_queries(11 if query else 9):
        form.of(client, query=query.format(last.pk))


def copies(article: Article, count: int) -> None:
    """Rows like that one, without the detour over drafts."""
    rows = Article.objects.bulk_create(
        Article(
            desk=article.desk,
            live=article.live,
            draft=article.draft,
            slug=f"copy-{number}",
            state=Article.State.PUBLISHED,
            published_at=timezone.now() - datetime.timedelta(minutes=number),
        )
        for number in range(count)
    )
    for row in rows[:20]:
        row.topics.set(article.topics.all())
        row.set_bylines([byline.author for byline in article.bylines.all()])


def test_pages_lead_to_their_feeds(client):
    make_article(published=True)
    author = make_author("Ada")
    make_topic("NATO")
    make_desk("Air")
    Series.objects.create(name="The Baltic", slug="baltic")
    for place in ("/", "/desk/air/", "/topic/nato/", author.get_absolute_url(), "/series/baltic/"):
        page = client.get(place).text
        for form in FORMATS:
            assert f'type="{form.content_type}"' in page
            assert f'href="{place}feed/{form.suffix}"' in page


def test_rss_stands_where_it_always_stood(client):
    make_article("Here", published=True)
    assert Rss.of(client).titles == ["Here"]
