"""The front page, with nothing to show and with plenty."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, Image
from tests.make import make_article, make_desk

pytestmark = pytest.mark.django_db


def ago(**time: float) -> dict[str, datetime.datetime]:
    return {"at": timezone.now() - datetime.timedelta(**time)}


def pictured(headline: str, **time: float) -> Article:
    image = Image.objects.create(state=Image.State.READY, alt="A ship", credit="Us")
    return make_article(headline, publish=ago(**time), lead_image=image)


def front(client: Client) -> str:
    response = client.get("/")
    assert response.status_code == 200
    return response.text


def test_a_site_with_nothing_says_so_and_offers_the_first_letter(client):
    page = front(client)
    assert "Nothing has been published yet" in page
    assert 'name="email"' in page


def test_a_single_article_leads_beside_the_subscribe_box(client):
    make_article("Alone at sea", published=True)
    page = front(client)
    assert page.count("Alone at sea") == 1
    assert page.count('name="email"') == 1


def test_the_newest_with_a_picture_leads(client):
    pictured("Seen from the air", hours=2)
    make_article("Newer, not seen", publish=ago(hours=1))
    page = front(client)
    assert page.index("Seen from the air") < page.index("Newer, not seen")


def test_an_old_picture_does_not_lead(client):
    pictured("Last year's photograph", days=300)
    for n in range(6):
        make_article(f"Report {n}", publish=ago(hours=n + 1))
    assert front(client).index("Report 0") < front(client).index("Last year&#x27;s photograph")


def test_drafts_and_withdrawn_articles_are_nowhere(client):
    make_article("Not ready")
    make_article("Taken back", published=True).withdraw("It was wrong.")
    page = front(client)
    assert "Not ready" not in page
    assert "Taken back" not in page


def test_the_log_names_each_day_once(client):
    noon = timezone.now().replace(hour=12, minute=0)
    for days in (1, 2, 2, 3):
        make_article(publish={"at": noon - datetime.timedelta(days=days)})
    assert front(client).count('class="day"') == 2


def test_desks_without_articles_stay_out_of_the_grid(client):
    empty = make_desk("Space")
    for n in range(3):
        make_article(f"Report {n}", publish=ago(hours=n))
    assert f'id="desk{empty.pk}"' not in front(client)


def test_the_latest_correction_is_told_and_counted(client):
    article = make_article(publish=ago(days=2))
    article.publish(None, change="correction", text="It was 197 days.")
    page = front(client)
    assert "1 in the past 30 days" in page
    assert "It was 197 days." in page


def test_older_posts_go_on_where_the_log_ends(client):
    articles = [make_article(f"Report {n}", publish=ago(hours=n)) for n in range(13)]
    page = front(client)
    assert f"?before={articles[8].pk}" in page
    older = client.get(f"/?before={articles[8].pk}").text
    assert "Report 9" in older
    assert "Report 12" in older
    assert "Report 8" not in older


def test_nobody_is_told_from_anybody_else(client):
    response = client.get("/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("count", [3, 30])
def test_it_costs_the_same_with_three_and_with_thirty_articles(
    client, django_assert_num_queries, count
):
    for n in range(count):
        pictured(f"Report {n}", hours=n)
    with django_assert_num_queries(9):
        front(client)
