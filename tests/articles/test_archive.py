"""The archive: years, months and days, in the site's time zone."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article
from tests.make import make_article

pytestmark = pytest.mark.django_db

UTC = datetime.UTC


def publish(headline: str, *moment: int) -> Article:
    return make_article(headline, publish={"at": datetime.datetime(*moment, tzinfo=UTC)})


@pytest.fixture
def some_years() -> None:
    publish("First of all", 2024, 12, 31, 12)
    publish("In January", 2025, 1, 5, 8)
    publish("Later in January", 2025, 1, 5, 9)
    publish("In May", 2025, 5, 31, 23, 30)


@pytest.mark.usefixtures("some_years")
def test_the_archive_counts_each_month_the_latest_year_first(client: Client) -> None:
    page = client.get("/archive/").text
    assert "All 4 articles" in page
    assert page.index('href="/2025/"') < page.index('href="/2024/"')
    assert '2<span class="vh"> articles<' in page
    assert 'href="/2025/01/"' in page


@pytest.mark.usefixtures("some_years")
def test_a_month_is_one_of_the_site_s_own_clock(client: Client) -> None:
    """Half past eleven in the evening, universal time, is June already in a British summer."""
    assert client.get("/2025/05/").status_code == 404
    assert "In May" in client.get("/2025/06/").text
    assert "In May" in client.get("/2025/06/01/").text


@pytest.mark.usefixtures("some_years")
@pytest.mark.parametrize(
    ("address", "there", "absent"),
    [
        ("/2025/", ["In January", "In May", 'href="/2025/01/"'], ["First of all"]),
        ("/2025/01/", ["In January", 'href="/2025/01/05/"'], ["In May", "First of all"]),
        ("/2025/01/05/", ["In January", "Later in January"], ["In May"]),
    ],
)
def test_a_period_shows_what_was_published_in_it(
    client: Client, address: str, there: list[str], absent: list[str]
) -> None:
    page = client.get(address).text
    assert [words for words in there if words not in page] == []
    assert [words for words in absent if words in page] == []


@pytest.mark.usefixtures("some_years")
def test_neighbours_are_the_nearest_periods_with_something_to_read(client: Client) -> None:
    month = client.get("/2025/01/").context
    assert month["before"].url == "/2024/12/"
    assert month["after"].url == "/2025/06/"
    assert client.get("/2024/").context["before"] is None


@pytest.mark.usefixtures("some_years")
@pytest.mark.parametrize(
    "address",
    [
        *("/2025/02/", "/2025/01/06/", "/2023/", "/2999/", "/2025/13/", "/2025/00/"),
        *("/2025/02/30/", "/0000/", "/0001/", "/0001/01/01/", "/9999/", "/9999/12/31/"),
    ],
)
def test_an_empty_or_impossible_period_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_future_month_is_not_found(client: Client) -> None:
    make_article("Planned").schedule(timezone.now() + datetime.timedelta(days=40))
    ahead = timezone.localdate() + datetime.timedelta(days=40)
    assert client.get(f"/{ahead:%Y/%m}/").status_code == 404


def test_an_empty_archive_says_so(client: Client) -> None:
    assert "Nothing has been published yet" in client.get("/archive/").text


def test_a_withdrawn_article_is_counted_no_more(client: Client) -> None:
    article = publish("Wrong", 2025, 1, 5, 8)
    publish("Right", 2025, 2, 5, 8)
    assert "All 2 articles" in client.get("/archive/").text
    article.withdraw("It was wrong.")
    assert "One article" in client.get("/archive/").text
    assert client.get("/2025/01/").status_code == 404


def test_a_full_month_goes_on_page_by_page(client: Client) -> None:
    for n in range(53):
        publish(f"Report {n}.", 2025, 1, 5, 8, n)
    first = client.get("/2025/01/")
    assert "Report 52." in first.text
    assert "Report 2." not in first.text
    second = client.get(f"/2025/01/?before={first.context['listing'].older}").text
    assert all(f"Report {n}." in second for n in range(3))
    assert "noindex" in second


@pytest.mark.parametrize("before", ["", "x", "-1", "\x00", "9" * 30])
def test_a_list_does_not_go_on_from_nowhere(client: Client, before: str) -> None:
    publish("Here", 2025, 1, 5, 8)
    assert client.get("/2025/01/", {"before": before}).status_code == 404


@pytest.mark.usefixtures("some_years")
def test_a_day_says_its_name_once_with_the_day_of_the_week(client: Client) -> None:
    page = client.get("/2025/01/05/").text
    assert "Sunday 5 January 2025</h1>" in page
    assert 'class="day"' not in page
    assert 'class="day">Sunday 5 January<' in client.get("/2025/01/").text
