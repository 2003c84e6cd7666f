"""What each kind of page asks of the database: as much with twenty articles as with thousands."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Page, Series, SiteSettings
from tests.make import make_author, make_body, make_desk, make_topic

from .many import make_many

pytestmark = pytest.mark.django_db

MOST = {
    "/": 12,
    "/?before={article}": 7,
    "/desk/naval/": 7,
    "/topic/nato/": 11,
    "/topic/nato/?before={article}": 8,
    "/topics/": 5,
    "/author/ada/": 9,
    "/series/": 5,
    "/series/seabed/": 7,
    "/archive/": 7,
    "/{year}/": 7,
    "/{year}/{month}/": 7,
    "/{year}/{month}/{day}/": 6,
    "/about/": 5,
}
"""Addresses, and the most queries that each may take; those of the page around it among them."""


def costs(client: Client, addresses: list[str]) -> dict[str, int]:
    found = {}
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200, address
        found[address] = len(queries)
    return found


def test_a_page_costs_the_same_however_many_articles_there_are(client: Client) -> None:
    desk, author = make_desk(), make_author("Ada", slug="ada")
    series = Series.objects.create(name="Seabed", slug="seabed")
    filed = [make_topic("NATO"), make_topic("Finland")]
    Page.objects.update_or_create(
        slug="about", defaults={"title": "About", "body": make_body("Us.")}
    )
    edge = make_many(20, desk, author, filed, series=series)[10]
    SiteSettings.lead_with(edge, None)
    year, month, day = f"{timezone.localdate(edge.published_at)}".split("-")
    shape = {"article": edge.pk, "year": year, "month": month, "day": day}
    limits = {address.format(**shape): most for address, most in MOST.items()}

    few = costs(client, list(limits))
    make_many(2000, desk, author, filed)
    many = costs(client, list(limits))

    assert few == many
    assert {address: cost for address, cost in many.items() if cost > limits[address]} == {}
