"""What an erring or a hostile reader asks for: each is answered, quickly, and learns nothing that
is not published."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, SiteSettings
from tests.make import make_article, make_content

pytestmark = pytest.mark.django_db

MANY = 1_500


@pytest.mark.parametrize(
    "address",
    [
        "/x" + "/1" * MANY,
        "/x" + "/amp" * MANY,
        "/x" + "/feed" * MANY + "/",
        "/x" + "/changes" * MANY + "/",
        "/x" + "/feed/1" * MANY,
        "/x" + "/amp" * 8,
    ],
)
def test_a_path_of_endless_endings_is_not_followed(client: Client, address: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 404

    assert len(asked) < 20


def test_what_was_withdrawn_is_not_told_again_by_what_was_changed(client: Client) -> None:
    article = make_article("Old", "The minister was bribed.", "It rains.", published=True)
    revise(article, "The minister was paid.", "It rains.", kind="update", text="More is known.")
    article.withdraw("A court has asked us to.")
    revise(article, "The minister was not paid.", "It rains.", text="Nobody was.")
    revise(article, "The minister was not paid.", "It pours.", text="It pours.")

    page = client.get(f"{article.get_absolute_url()}changes/").text

    assert "bribed" not in page
    assert "was paid" not in page
    assert "Nobody was." in page
    assert "<del>" in page
    assert page.count("rains") == 1


def revise(article: Article, *parts: str, kind: str = "correction", text: str) -> None:
    article.revise(make_content(article.headline, *parts), None, based_on=article.draft_id)
    article.publish(None, change=kind, text=text)


@pytest.mark.parametrize(
    "hub",
    ["https://hub.example/ö", 'https://hub.example/>;rel="x"', "https://hübe.example/", "//hub"],
)
def test_a_hub_that_no_header_can_name_is_refused(hub: str) -> None:
    with pytest.raises(ValidationError, match="hub"):
        SiteSettings(websub_hub=hub).clean()
