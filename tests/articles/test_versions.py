"""Versions: the list of all of them, any two compared, an older one brought back."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Revision
from tests.articles.test_admin_writing import typed
from tests.make import make_article, make_body, make_content, make_image, make_user

pytestmark = pytest.mark.django_db


def page_of(article: Article, name: str = "versions", query: str = "") -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk]) + query


def written(*headlines: str) -> Article:
    article = make_article(headlines[0], "The ship sailed at dawn.")
    for headline in headlines[1:]:
        article.revise(make_content(headline, "It sailed."), make_user(), article.draft_id)
    return article


def many(count: int) -> Article:
    article = make_article("The first", "The ship sailed at dawn.", published=True)
    by = make_user("Editor", first_name="Mira", last_name="Okafor")
    made = Revision.objects.bulk_create(
        Revision(article=article, number=number, headline=f"Headline {number}", by=by)
        for number in range(2, count + 1)
    )
    article.draft = made[-1]
    article.save()
    return article


def test_the_list_says_who_when_why_and_what_readers_saw(desk: Client) -> None:
    article = make_article("First", "One.", published=True)
    article.publish(None, change="correction", text="The name was wrong.")
    article.revise(make_content("Second", "One. Two three."), make_user(), article.draft_id)

    page = desk.get(page_of(article)).text

    assert "First" in page
    assert "Readers see it" in page
    assert "The draft" in page
    assert re.search(r"Published .*: first publication", page)
    assert "correction “The name was wrong.”" in page
    assert "?from=1&amp;to=2" in page
    assert "?from=live&amp;to=2" in page
    assert "Bring back version 1…" in page
    assert "This makes version 3 with the old text. Nothing is lost" in page


def test_any_two_versions_are_compared(desk: Client) -> None:
    article = written("Turkey keeps it", "Turkey sells it", "Turkey sells it now")

    page = desk.get(page_of(article, "compare", "?from=1&to=3")).text

    assert "From version 1 to version 3" in page
    assert "<del>" in page
    assert "[taken out]" in page
    assert "[added]" in page
    assert "keeps" in page


def test_two_versions_are_compared_with_what_readers_see_and_with_the_draft(desk: Client) -> None:
    article = make_article("Live", "One.", published=True)
    article.revise(make_content("Draft", "One."), make_user(), article.draft_id)

    assert (
        "From version 1 to version 2"
        in desk.get(page_of(article, "compare", "?from=live&to=draft")).text
    )
    assert "From version 1 to version 2" in desk.get(page_of(article, "compare")).text


def test_one_and_the_same_version_and_the_same_text_say_so(desk: Client) -> None:
    article = written("First", "Second")
    article.restore(article.revisions.get(number=1), make_user())

    assert "one and the same version" in desk.get(page_of(article, "compare", "?from=1&to=1")).text
    assert "hold the same text" in desk.get(page_of(article, "compare", "?from=1&to=3")).text


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?from=1&to=9", 404),
        ("?from=live&to=1", 404),
        ("?from=0&to=1", 400),
        ("?from=-1&to=1", 400),
        ("?from=x&to=1", 400),
        ("?from=1&to=99999999999999999999", 400),
        ("?from=%00&to=1", 400),
        ("?from=²&to=1", 400),
        ("?from=&to=", 400),
    ],
)
def test_a_wrong_number_is_refused(desk: Client, query: str, status: int) -> None:
    assert desk.get(page_of(written("Only"), "compare", query)).status_code == status


def test_pictures_are_told_by_their_names(desk: Client) -> None:
    image = make_image(ready=False)
    image.title = "Frigate off Izmir"
    image.save()
    article = make_article("One", "Text.")
    figure = {"type": "figure", "attrs": {"image": image.pk}}
    content = make_content("One", "Text.", figure, lead_image=image)
    article.revise(content, make_user(), article.draft_id)

    assert "Frigate off Izmir" in desk.get(page_of(article, "compare")).text


def test_markup_in_a_text_stays_text(desk: Client) -> None:
    article = written("A <b>bold</b> claim", "A <i>bold</i> claim")

    page = desk.get(page_of(article, "compare")).text

    assert "<i>bold" not in page
    assert "&lt;" in page


def test_only_who_may_see_the_article_sees_its_versions(client: Client) -> None:
    article = written("First", "Second")
    client.force_login(make_user("Writer"))

    assert client.get(page_of(article)).status_code == 404
    assert client.get(page_of(article, "compare", "?from=1&to=2")).status_code == 404


def test_a_writer_in_review_compares_but_brings_nothing_back(client: Client) -> None:
    writer = make_user("Writer")
    article = make_article("First", "One.", by=writer)
    article.revise(make_content("Second", "One."), writer, article.draft_id)
    article.submit()
    client.force_login(writer)

    assert "Bring back" not in client.get(page_of(article)).text
    assert "Bring back" not in client.get(page_of(article, "compare", "?from=1&to=2")).text
    assert client.post(page_of(article, "restore"), {"number": 1}).status_code == 403


def test_an_older_version_is_brought_back(desk: Client) -> None:
    article = written("First", "Second")

    desk.post(page_of(article, "restore"), {"number": 1})

    article.refresh_from_db()
    assert article.draft is not None
    assert (article.headline, article.draft.number) == ("First", 3)
    assert article.draft.reason == "Version 1 brought back"


def test_five_hundred_versions_come_in_pages_and_few_queries(desk: Client) -> None:
    article = many(500)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = desk.get(page_of(article)).text
    assert len(queries) <= 10
    assert "Headline 500" in page
    assert "Headline 450" not in page
    assert "Headline 3<" in desk.get(page_of(article, query="?page=10")).text
    assert desk.get(page_of(article, query="?page=x")).status_code == 200

    with CaptureQueriesContext(connection) as queries:
        compared = desk.get(page_of(article, "compare", "?from=7&to=500")).text
    assert len(queries) <= 10
    assert 'name="from" value="7" checked' in compared
    assert 'value="480"' not in compared


def test_a_writer_does_not_learn_what_unpublished_articles_are_called(client: Client) -> None:
    writer = make_user("Writer")
    secret, known = make_article("Secret talks"), make_article("What readers see", published=True)
    known.revise(make_content("Secret change"), make_user(), known.draft_id)
    article = make_article("Mine", by=writer)
    named = {"type": "relatedArticles", "attrs": {"articles": [secret.pk, known.pk]}}
    article.revise(make_content("Mine", "It sailed.", named), writer, article.draft_id)
    client.force_login(writer)
    mine = typed(article, based_on=1, body=json.dumps(make_body("It sank.").dump()))

    pages = [
        client.get(page_of(article, "compare")),
        client.post(page_of(article, "change"), mine),
    ]

    assert [page.status_code for page in pages] == [200, 409]
    assert all("Secret" not in page.text for page in pages)
    assert all("What readers see" in page.text for page in pages)
