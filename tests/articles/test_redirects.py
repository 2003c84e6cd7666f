from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Redirect
from tests.make import make_article

pytestmark = pytest.mark.django_db


def test_a_changed_slug_leaves_the_old_address_leading_on() -> None:
    article = make_article("First name", published=True)
    old = article.get_absolute_url()

    article.set_slug("second-name")

    assert article.get_absolute_url() != old
    assert Redirect.objects.get(path=old).article == article


def test_going_back_to_the_old_slug_makes_no_circle() -> None:
    article = make_article("First name", published=True)
    first = article.get_absolute_url()
    article.set_slug("second-name")
    second = article.get_absolute_url()

    article.set_slug("first-name")

    assert article.get_absolute_url() == first
    assert not Redirect.objects.filter(path=first).exists()
    assert Redirect.objects.filter(path=second).exists()


def test_a_draft_moves_without_leaving_anything() -> None:
    article = make_article()

    article.set_slug("somewhere")

    article.refresh_from_db()
    assert article.slug == "somewhere"
    assert not Redirect.objects.exists()


def test_an_address_where_another_article_stands_is_refused() -> None:
    make_article("Taken", published=True)
    article = make_article("Other", published=True)

    with pytest.raises(ValidationError, match="already stands at"):
        article.set_slug("taken")

    article.refresh_from_db()
    assert article.slug == "other"


def test_a_new_article_does_not_take_an_address_that_leads_elsewhere() -> None:
    moved = make_article("Busy", published=True)
    moved.set_slug("moved")

    assert make_article("Busy", published=True).slug == "busy-2"


def test_the_date_in_the_address_is_the_sites_own() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=ZoneInfo("UTC"))
    article = make_article("Late", publish={"at": late})

    assert article.get_absolute_url() == "/2026/07/02/late/"
    assert Article.objects.at_address(2026, 7, 2, "late") == article
    assert Article.objects.at_address(2026, 7, 1, "late") is None
