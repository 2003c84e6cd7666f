"""One article, as readers get it."""

import datetime
import json
import re

import pytest
from django.utils import timezone

from articles.models import Article
from articles.views.article import contents
from tests.make import (
    heading,
    make_article,
    make_author,
    make_content,
    make_desk,
    make_image,
    make_topic,
    paragraph,
)

pytestmark = pytest.mark.django_db
NOTE = {"type": "footnote", "attrs": {"text": "From the log.", "url": "https://example.org/log"}}


def page(client, article: Article) -> str:
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    return response.text


def data_of(text: str) -> list[dict]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return [json.loads(block) for block in found]


def test_it_shows_what_is_live_and_not_the_draft(client):
    article = make_article("What readers see", published=True)
    article.revise(make_content("Work in progress"), None, based_on=article.draft_id)
    text = page(client, article)
    assert "What readers see" in text
    assert "Work in progress" not in text


def test_a_byline_gives_the_role_or_what_is_noted_instead(client):
    authors = [make_author("Ada", role="Air editor"), make_author("Ben", role="Reporter")]
    article = make_article(published=True, filing={"authors": authors})
    article.bylines.filter(author=authors[1]).update(note="Reporting from Gdynia")
    text = page(client, article)
    assert "Air editor" in text
    assert "Reporting from Gdynia" in text
    assert "Reporter" not in text


def test_times_stand_with_their_zone(client):
    moment = datetime.datetime(2026, 7, 14, 8, 20, tzinfo=datetime.UTC)
    article = make_article(publish={"at": moment})
    assert "14 July 2026, 09:20 BST" in page(client, article)


def test_a_note_leads_to_its_text_and_back(client):
    words = {"type": "paragraph", "content": [{"type": "text", "text": "Said."}, NOTE]}
    text = page(client, make_article("", words, published=True))
    assert 'href="#note--1"' in text
    assert 'id="note--1"' in text
    assert 'href="#ref--1"' in text
    assert "From the log." in text


def test_a_correction_is_told_at_the_top_and_in_full_below(client):
    article = make_article(published=True)
    change = article.publish(None, change="correction", text="It was 25 December.")
    text = page(client, article)
    assert text.index(f'href="#change{change.pk}"') < text.index('class="prose"')
    assert text.index('class="prose"') < text.index("It was 25 December.", text.index("<main"))


def test_a_minor_change_is_not_announced(client):
    article = make_article(published=True)
    article.revise(make_content(), None, based_on=article.draft_id)
    article.publish(None, change="minor", text="A comma.")
    assert "A comma." not in page(client, article)


@pytest.mark.parametrize(
    ("sections", "words", "listed"), [(1, 10, 0), (2, 10, 0), (2, 500, 2), (3, 10, 3)]
)
def test_a_long_article_lists_its_contents(sections, words, listed):
    parts = []
    for n in range(sections):
        parts += [heading(f"Part {n}"), paragraph("word " * words)]
    article = make_article("", *parts)
    assert len(contents(article.shown)) == listed


def test_read_next_says_why(client):
    topic = make_topic("S-400")
    near = make_article("Same system", published=True, filing={"topics": [topic]})
    make_article("Same desk", published=True)
    make_article(
        "Other desk", published=True, filing={"desk": make_desk("Space"), "topics": [topic]}
    )
    article = make_article(published=True, filing={"topics": [topic]})
    text = page(client, article)
    following = text[text.index("Read next") :]
    assert near.get_absolute_url() in following
    assert "Also on <span" in following
    assert "More from the Naval desk" in following
    assert following.index("Other desk") < following.index("Same desk")


def test_machines_read_the_article_and_its_corrections(client):
    article = make_article("A headline", published=True, filing={"topics": [make_topic("NATO")]})
    article.publish(None, change="correction", text="It was longer.")
    news, trail = data_of(page(client, article))
    assert news["@type"] == "NewsArticle"
    assert news["headline"] == "A headline"
    assert news["keywords"] == ["NATO"]
    assert news["correction"][0]["text"] == "It was longer."
    assert news["image"][0]["url"].endswith("plate.png")
    assert [step["name"] for step in trail["itemListElement"]][1:] == ["Naval", "A headline"]


def test_a_headline_cannot_end_the_script_that_holds_it(client):
    article = make_article("</script><img src=x onerror=alert(1)>", published=True)
    text = page(client, article)
    assert "<img src=x" not in text
    assert data_of(text)[0]["headline"] == "</script><img src=x onerror=alert(1)>"


def test_the_lead_picture_is_asked_for_first(client):
    text = page(client, make_article(published=True, lead_image=make_image()))
    assert text.count('fetchpriority="high"') == 1
    assert 'property="og:image"' in text


def test_accented_names_bring_their_letters_along(client):
    make = {"authors": [make_author("John Smith")]}
    plain = make_article("Plain", published=True, filing=make)
    assert "Link" not in client.get(plain.get_absolute_url())
    named = make_article("Erdoğan speaks", published=True, filing=make)
    assert "newsreader-roman-ext" in client.get(named.get_absolute_url())["Link"]


def test_an_old_address_leads_to_the_new_one(client):
    article = make_article(published=True)
    old = article.get_absolute_url()
    article.set_slug("a-better-name")
    response = client.get(old)
    assert response.status_code == 301
    assert response["Location"] == article.get_absolute_url()


def test_a_withdrawn_article_says_why_and_nothing_else(client):
    article = make_article("The claim", "The claim in full.", published=True)
    article.withdraw("We could not stand it up.")
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assert "We could not stand it up." in response.text
    assert "The claim" not in response.text


def test_the_wrong_day_or_slug_is_not_found(client):
    article = make_article(publish={"at": timezone.now()})
    address = article.get_absolute_url()
    for wrong in (
        address.replace(article.slug, "another"),
        "/1999/01/01/" + article.slug + "/",
        "/2026/02/31/" + article.slug + "/",
        "/0000/00/00/" + article.slug + "/",
        "/9999/12/31/" + article.slug + "/",
        "/2026/1/1/" + article.slug + "/",
    ):
        assert client.get(wrong).status_code == 404, wrong


def test_a_draft_has_no_page(client):
    article = make_article("Not yet")
    day = timezone.localdate()
    assert client.get(f"/{day:%Y/%m/%d}/not-yet/").status_code == 404
    assert article.published_at is None


@pytest.mark.parametrize("count", [3, 30])
def test_it_costs_the_same_among_three_and_among_thirty(client, django_assert_num_queries, count):
    topic, image = make_topic("NATO"), make_image()
    for _ in range(count):
        article = make_article(published=True, lead_image=image, filing={"topics": [topic]})
    with django_assert_num_queries(10):
        page(client, article)
