"""What changed in an article, when: the old words beside the new."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.make import make_article, make_content, paragraph

pytestmark = pytest.mark.django_db
SAID = "The cable was cut on {} December off the Finnish coast."


def address(article) -> str:
    return f"{article.get_absolute_url()}changes/"


def page(client, article) -> str:
    response = client.get(address(article))
    assert response.status_code == 200
    return re.sub(r'<span class="vh">.*?</span>', "", response.text)


def changed(article, *parts, kind="correction", text="It was 25 December.", **content):
    content = make_content(article.headline, *parts, **content)
    article.revise(content, None, based_on=article.draft_id)
    return article.publish(None, change=kind, text=text)


def test_a_correction_shows_old_and_new_words_of_what_it_touched(client):
    article = make_article("", SAID.format(24), "The ship sailed.", published=True)
    changed(article, SAID.format(25), "The ship sailed.")
    text = page(client, article)
    assert "<del>24</del>" in text
    assert "<ins>25</ins>" in text
    assert "It was 25 December." in text
    assert "The ship sailed." not in text


def test_the_article_leads_there_and_back(client):
    article = make_article("A headline", SAID.format(24), published=True)
    change = changed(article, SAID.format(25))
    shown = client.get(article.get_absolute_url()).text
    assert f'href="{address(article)}#change{change.pk}"' in shown
    text = page(client, article)
    assert f'id="change{change.pk}"' in text
    assert f'href="{article.get_absolute_url()}"' in text


def test_what_was_only_spelt_better_is_not_shown(client):
    article = make_article("", "The shipp sailed.", SAID.format(24), published=True)
    changed(article, "The ship sailed.", SAID.format(24), kind="minor", text="")
    assert client.get(address(article)).status_code == 404
    changed(article, "The ship sailed.", SAID.format(25))
    text = page(client, article)
    assert "shipp" not in text
    assert "<del>24</del>" in text


def test_the_newest_change_stands_first_each_against_the_one_before(client):
    article = make_article("", SAID.format(23), published=True)
    changed(article, SAID.format(24), text="It was the 24th.")
    changed(article, SAID.format(25), kind="clarification", text="It was the 25th.")
    text = page(client, article)
    assert text.index("It was the 25th.") < text.index("It was the 24th.")
    assert re.findall(r"<del>(\d+)</del>", text) == ["24", "23"]


def test_a_note_without_other_words_says_so(client):
    article = make_article(published=True)
    article.publish(None, change="clarification", text="The picture is of 2019.")
    assert "The words of the article are the same." in page(client, article)


def test_nothing_of_an_unpublished_article_is_told(client):
    secret = make_article("Not for readers yet")
    related = {"type": "relatedArticles", "attrs": {"articles": [secret.pk]}}
    article = make_article("", SAID.format(24), published=True)
    changed(article, SAID.format(24), related, kind="update", text="More to read.")
    assert "Not for readers yet" not in page(client, article)


def test_words_are_never_markup(client):
    article = make_article("", "Plain.", published=True)
    changed(article, "<script>alert(1)</script>", text="<b>Bold</b>")
    text = page(client, article)
    assert "<script>alert" not in text
    assert "<b>Bold" not in text


def test_it_is_not_for_search_engines(client):
    article = make_article("", SAID.format(24), published=True)
    changed(article, SAID.format(25))
    assert '<meta name="robots" content="noindex, follow">' in page(client, article)


def test_a_withdrawn_article_shows_none_of_its_words(client):
    article = make_article("", SAID.format(24), published=True)
    changed(article, SAID.format(25))
    article.withdraw("We could not stand it up.")
    response = client.get(address(article))
    assert response.status_code == 410
    assert "Finnish coast" not in response.text


def test_an_old_address_leads_to_the_new_one(client):
    article = make_article("", SAID.format(24), published=True)
    changed(article, SAID.format(25))
    old = address(article)
    article.set_slug("a-better-name")
    response = client.get(old)
    assert response.status_code == 301
    assert response["Location"] == address(article)


def test_where_nothing_changed_there_is_no_page(client):
    article = make_article(published=True)
    for path in (address(article), "/2026/01/01/nothing/changes/", "/0000/99/99/x/changes/"):
        assert client.get(path).status_code == 404, path


def test_it_costs_the_same_after_two_changes_and_after_fourteen(client):
    counts = []
    article = make_article("", paragraph("Version 0."), published=True)
    for number in range(1, 15):
        changed(article, paragraph(f"Version {number}."), text=f"Change {number}.")
        if number in (2, 14):
            with CaptureQueriesContext(connection) as queries:
                text = page(client, article)
            counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
    assert text.count("<ins>") == 11  # one of them is in the words above that explain it
    assert "So far back" in text
