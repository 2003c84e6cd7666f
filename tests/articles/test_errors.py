"""What readers see when something is wrong, here or with what they asked for."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.views.defaults import bad_request, server_error

from tests.make import make_article

ANY = RequestFactory().get("/")


@pytest.mark.django_db
def test_a_page_that_is_not_there_shows_what_is(client):
    make_article("Still here", published=True)
    response = client.get("/nothing/")
    assert response.status_code == 404
    assert "Lost contact" in response.text
    assert "Still here" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["/desk/%00/", "/topic/a%00b/", "/2026/11/22/%00/", "/%00", "/author/%ff/", "/" + "a" * 9000],
)
def test_a_broken_address_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/topics/", "/corrections/", "/feed/"])
def test_pages_are_only_for_reading(client, path):
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


def test_our_own_fault_is_told_without_a_database():
    response = server_error(ANY)
    assert response.status_code == 500
    assert b"Our fault, not yours" in response.content


def test_a_senseless_request_is_answered_without_a_database():
    response = bad_request(ANY, Exception())
    assert response.status_code == 400
    assert b"Signal not understood" in response.content


@pytest.mark.django_db
def test_a_forbidden_page_says_so(rf):
    assert "No entry" in render_to_string("403.html", request=rf.get("/"))


@pytest.mark.django_db
def test_the_corrections_page_names_the_article_and_the_mistake(client):
    assert "Nothing had to be corrected" in client.get("/corrections/").text
    article = make_article("On the length of cables", published=True)
    article.publish(None, change="correction", text="It was 1,173 km.")
    page = client.get("/corrections/").text
    assert "It was 1,173 km." in page
    assert article.get_absolute_url() in page
