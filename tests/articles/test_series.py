"""Series: their pages, the order of their parts, and how articles are put into them."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Series
from tests.make import client_of, make_article, make_user

from .test_admin_writing import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def seabed() -> Series:
    return Series.objects.create(name="The seabed", slug="the-seabed", description="Who watches.")


def part(series: Series, number: int | None, headline: str, published: bool = True) -> Article:
    article = make_article(headline, published=published)
    article.series, article.part = series, number
    article.save()
    return article


def test_parts_stand_in_their_order_and_those_without_a_number_last(
    client: Client, seabed: Series
) -> None:
    part(seabed, None, "Afterword")
    part(seabed, 2, "The cables")
    part(seabed, 1, "The ships")
    part(seabed, 3, "Not out yet", published=False)
    page = client.get("/series/the-seabed/").text
    assert page.index("The ships") < page.index("The cables") < page.index("Afterword")
    assert "Not out yet" not in page
    assert "In 3 parts" in page
    assert "Part 1: " in page


def test_an_article_knows_what_stands_before_and_after_it(
    seabed: Series, django_assert_num_queries
) -> None:
    ships, hidden = part(seabed, 1, "Ships"), part(seabed, 2, "Hidden", published=False)
    cables, words = part(seabed, 3, "Cables"), part(seabed, None, "Afterword")
    assert ships.beside_in_series() == (None, cables)
    with django_assert_num_queries(1):
        before, after = cables.beside_in_series()
        assert before.live.headline == "Ships"
    assert (before, after) == (ships, words)
    assert words.beside_in_series() == (cables, None)
    assert hidden.beside_in_series() == (None, None)
    assert make_article(published=True).beside_in_series() == (None, None)


def test_the_list_names_series_with_something_to_read(client: Client, seabed: Series) -> None:
    empty = Series.objects.create(name="Nothing yet", slug="nothing-yet")
    part(empty, 1, "A draft", published=False)
    part(seabed, 1, "Ships")
    page = client.get("/series/").text
    assert "The seabed" in page
    assert "1 part " in page
    assert "Nothing yet" not in page


def test_a_site_without_series_says_so(client: Client) -> None:
    assert "There is no series yet" in client.get("/series/").text


def test_an_unknown_series_is_not_found_and_an_empty_one_says_so(
    client: Client, seabed: Series
) -> None:
    assert client.get("/series/none/").status_code == 404
    assert "Nothing has been published here yet" in client.get("/series/the-seabed/").text


def test_the_writing_page_files_an_article_in_a_series(desk: Client, seabed: Series) -> None:
    article = make_article()
    page = reverse("admin:articles_article_change", args=[article.pk])
    answer = desk.post(page, typed(article, series=seabed.pk, part=2))
    assert answer.status_code == 302
    article.refresh_from_db()
    assert (article.series, article.part) == (seabed, 2)
    assert f'<option value="{seabed.pk}" selected>' in desk.get(page).text


@pytest.mark.parametrize(
    ("filing", "said"),
    [
        ({"series": "", "part": 2}, "Of which series is it part 2?"),
        ({"series": 999999, "part": 2}, "This series no longer exists"),
        ({"series": "x\x00", "part": ""}, "Null characters are not allowed"),
        ({"series": "", "part": 99999999999}, "less than or equal"),
    ],
)
def test_a_place_that_makes_no_sense_is_told(
    desk: Client, seabed: Series, filing: dict[str, object], said: str
) -> None:
    article = make_article()
    page = reverse("admin:articles_article_change", args=[article.pk])
    answer = desk.post(page, typed(article, **filing))
    assert answer.status_code == 200
    assert said in answer.text


def test_a_series_that_goes_leaves_its_articles(desk: Client, seabed: Series) -> None:
    article = part(seabed, 1, "Ships")
    desk.post(reverse("admin:articles_series_delete", args=[seabed.pk]), {"post": "yes"})
    article.refresh_from_db()
    assert article.series is None
    assert article.is_public


def test_writers_read_series_and_editors_make_them(seabed: Series) -> None:
    page = reverse("admin:articles_series_add")
    assert client_of(make_user("Writer")).get(page).status_code == 403
    answer = client_of(make_user("Editor")).post(page, {"name": "Mines", "slug": "mines"})
    assert answer.status_code == 302
    assert Series.objects.filter(slug="mines").exists()
