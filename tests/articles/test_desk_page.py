"""The page of a desk, and how long lists go on."""

import datetime

import pytest
from django.utils import timezone

from tests.make import make_article, make_desk

pytestmark = pytest.mark.django_db


def publish(count: int, same_moment: bool = False) -> list[str]:
    """Headlines, the newest first."""
    now = timezone.now()
    step = datetime.timedelta(0 if same_moment else 1)
    for n in range(count):
        make_article(f"Report {n:02}", publish={"at": now - (count - n) * step})
    return [f"Report {n:02}" for n in reversed(range(count))]


def test_it_shows_its_own_articles_alone(client):
    make_article("Ours", published=True, filing={"desk": make_desk("Air")})
    make_article("Theirs", published=True, filing={"desk": make_desk("Land")})
    main = client.get("/desk/air/").text
    assert "Ours" in main
    assert "Theirs" not in main


def test_an_empty_desk_says_so(client):
    make_desk("Space")
    assert "Nothing has been published here yet" in client.get("/desk/space/").text


def test_an_unknown_desk_is_not_found(client):
    assert client.get("/desk/cavalry/").status_code == 404


@pytest.mark.parametrize("same_moment", [False, True])
def test_every_article_stands_on_one_page_of_the_list(client, same_moment):
    headlines = publish(45, same_moment)
    seen, address = [], "/desk/naval/"
    while address:
        response = client.get(address)
        listing = response.context["listing"]
        seen += [article.live.headline for article in listing.articles]
        address = f"/desk/naval/?before={listing.older}" if listing.older else ""
    assert seen == headlines


@pytest.mark.parametrize("before", ["", "abc", "-1", "1.5", "\x00", "9" * 40, "999999999", "٣"])
def test_a_list_does_not_go_on_from_nowhere(client, before):
    make_desk("Naval")
    assert client.get("/desk/naval/", {"before": before}).status_code == 404


def test_a_list_does_not_go_on_from_a_draft(client):
    draft = make_article()
    assert client.get(f"/desk/naval/?before={draft.pk}").status_code == 404


@pytest.mark.parametrize("query", ["page=2", "utm_source=x", "q=%00", "before", "%ff=%fe"])
def test_strange_questions_never_break_the_page(client, query):
    make_desk("Naval")
    assert client.get(f"/desk/naval/?{query}").status_code in (200, 404)


@pytest.mark.parametrize("count", [3, 30])
def test_it_costs_the_same_with_three_and_with_thirty_articles(
    client, django_assert_num_queries, count
):
    publish(count)
    with django_assert_num_queries(6):
        client.get("/desk/naval/")
