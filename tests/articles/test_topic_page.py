"""Topics: their pages, and the list of all of them."""

import pytest

from articles.models import Topic
from tests.make import make_article, make_topic

pytestmark = pytest.mark.django_db


def test_it_says_what_it_is_and_all_its_names(client):
    make_topic("S-400", ("Triumf", "SA-21"), kind="system", description="An air defence system.")
    page = client.get("/topic/s-400/").text
    assert "An air defence system." in page
    assert "Triumf" in page
    assert "System" in page


def test_it_shows_what_is_filed_under_it(client):
    topic = make_topic("NATO")
    make_article("On the alliance", published=True, filing={"topics": [topic]})
    make_article("On something else", published=True)
    page = client.get("/topic/nato/").text
    assert "On the alliance" in page
    assert "On something else" not in page


def test_the_index_lists_topics_with_something_to_read(client):
    topics = [make_topic("Norway", kind=Topic.Kind.COUNTRY), make_topic("Sonar")]
    make_article(published=True, filing={"topics": topics})
    make_topic("Nobody writes of it")
    page = client.get("/topics/").text
    assert page.index("Countries") < page.index("Norway") < page.index("Themes")
    assert "Nobody writes of it" not in page


def test_an_unknown_topic_is_not_found(client):
    assert client.get("/topic/unheard-of/").status_code == 404


@pytest.mark.parametrize("count", [3, 30])
def test_it_costs_the_same_with_three_and_with_thirty_articles(
    client, django_assert_num_queries, count
):
    topic = make_topic("NATO")
    for _ in range(count):
        make_article(published=True, filing={"topics": [topic]})
    with django_assert_num_queries(6):
        client.get("/topic/nato/")
