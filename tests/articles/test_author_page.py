"""The page of an author, with the record."""

import pytest

from tests.make import make_article, make_author, make_topic

pytestmark = pytest.mark.django_db


def test_it_keeps_the_record(client):
    author = make_author("Ada", role="Air editor", bio="She flew.\n\nNow she writes.")
    for n in range(2):
        make_article(f"By Ada {n}", published=True, filing={"authors": [author]})
    article = make_article(published=True, filing={"authors": [author, make_author("Ben")]})
    for text in ("It was longer.", "It was shorter."):
        article.publish(None, change="correction", text=text)
    response = client.get(author.get_absolute_url())
    assert response.context["record"]["posts"] == 3
    assert response.context["record"]["corrections"] == 2
    assert "<p>Now she writes.</p>" in response.text


def test_it_names_what_the_author_covers(client):
    author, topic = make_author(), make_topic("Mine warfare")
    make_article(published=True, filing={"authors": [author], "topics": [topic]})
    assert "Mine warfare" in client.get(author.get_absolute_url()).text


def test_an_author_who_has_published_nothing_has_a_page(client):
    page = client.get(make_author("Newcomer").get_absolute_url()).text
    assert "Nothing has been published here yet" in page
    assert "Posts since" not in page


@pytest.mark.parametrize("count", [3, 30])
def test_it_costs_the_same_with_three_and_with_thirty_articles(
    client, django_assert_num_queries, count
):
    author = make_author()
    for _ in range(count):
        make_article(published=True, filing={"authors": [author]})
    with django_assert_num_queries(8):
        client.get(author.get_absolute_url())
