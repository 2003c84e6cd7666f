"""Where an article leads: its own places, its series, whoever can mend it."""

import re

import pytest

from articles.models import Page, Series
from tests.articles.every_block import make_whole_article, timeline
from tests.make import heading, make_article, paragraph

pytestmark = pytest.mark.django_db


def page(client, article) -> str:
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    return response.text


def make_series(count: int, **fields) -> list:
    series = Series.objects.create(name="The seabed", slug="the-seabed")
    parts = [make_article(f"Part number {n}", published=True) for n in range(1, count + 1)]
    for n, article in enumerate(parts, 1):
        article.series, article.part = series, n
        article.save()
    return parts


def test_headings_and_blocks_can_be_linked_to(client):
    text = page(client, make_whole_article())
    places = re.findall(r'<a class="here" href="#([^"]+)" aria-label="Link to ([^"]+)"', text)
    anchors, names = zip(*places, strict=True)
    assert len(set(anchors)) == len(anchors) == 9
    assert len(set(names)) == len(names)
    assert all(text.count(f'id="{anchor}"') == 1 for anchor in anchors)
    assert "table--who-can-mend-what" in anchors
    assert "pull quote" in names
    assert "“The repair queue”" in names


def test_a_blocks_address_holds_when_another_is_put_in_above(client):
    quote = {"type": "pullQuote", "content": [{"type": "text", "text": "The hour, the ship."}]}
    other = {"type": "pullQuote", "content": [{"type": "text", "text": "Before it."}]}
    one = page(client, make_article("", quote, published=True))
    two = page(client, make_article("", other, quote, published=True))
    assert 'id="pull-quote--the-hour-the-ship"' in one
    assert 'id="pull-quote--the-hour-the-ship"' in two
    assert 'aria-label="Link to pull quote 2"' in two


def test_equal_blocks_and_headings_named_like_them_have_addresses_of_their_own(client):
    untitled = timeline() | {"attrs": {"title": ""}}
    parts = heading("Timeline"), untitled, untitled, heading("Email")
    text = page(client, make_article("", *parts, published=True))
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert {"timeline", "timeline--1", "timeline--2"} <= set(ids)


def test_a_part_of_a_series_says_which_and_leads_to_its_neighbours(client):
    first, second, third = make_series(3)
    text = page(client, second)
    top = text[: text.index("<h1")]
    assert 'Part 2 of 3 in <a href="/series/the-seabed/">The seabed</a>' in top
    assert f'href="{first.get_absolute_url()}" rel="prev"' in text
    assert f'href="{third.get_absolute_url()}" rel="next"' in text


def test_a_series_never_has_fewer_parts_than_the_number_of_one(client):
    first, second, third = make_series(3)
    second.withdraw("It was about another sea.")
    assert "Part 3 of 3 in" in page(client, third)
    assert 'rel="next"' not in page(client, third)
    assert f'href="{first.get_absolute_url()}" rel="prev"' in page(client, third)


def test_parts_without_numbers_still_say_their_series(client):
    (article,) = make_series(1)
    article.part = None
    article.save()
    assert "In the series <a" in page(client, article)


def test_an_article_of_no_series_says_nothing_of_one(client):
    text = page(client, make_article("", paragraph("Words."), published=True))
    assert 'class="beside"' not in text
    assert "In the series" not in text


def test_errors_are_reported_where_the_site_can_be_reached(client):
    article = make_article(published=True)
    Page.objects.filter(slug="contact").delete()
    assert "Report an error" not in page(client, article)
    contact = Page.objects.create(title="Contact", slug="contact")
    assert f'<a href="{contact.get_absolute_url()}">Report an error</a>' in page(client, article)


def test_an_article_can_be_cited_and_sent_on_without_a_script(client):
    article = make_article("Ships & cables", published=True)
    text = page(client, article)
    assert f'href="{article.get_absolute_url()}cite.bib"' in text
    assert "mailto:?subject=Ships%20%26%20cables" in text
    assert '<button class="copy" type="button" hidden>' in text


def test_the_box_for_subscribers_says_what_it_always_says(client):
    text = page(client, make_article(published=True))
    assert re.search(r"Discover more from [^<]+</h2>", text)
    assert "<p>Subscribe to get the latest posts sent to your email.</p>" in text
