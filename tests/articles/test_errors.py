"""What readers see when something is wrong, here or with what they asked for."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import bad_request, server_error

from tests.make import make_article, make_user

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
    assert client.get(path, follow=True).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/topics/", "/corrections/", "/feed/"])
def test_pages_are_only_for_reading(client, path):
    assert client.head(path).status_code == 200
    answer = client.post(path)
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"
    assert "We only send here" in answer.text


@pytest.mark.django_db
def test_what_a_browser_sends_to_a_page_is_refused_without_talk_of_forgery():
    answer = Client(enforce_csrf_checks=True).post("/topics/", {"q": "x"})
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"


@pytest.mark.django_db
def test_a_form_of_the_newsdesk_without_its_token_says_what_to_do():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("Editor"))
    answer = client.post("/admin/articles/topic/add/", {"name": "x"})
    assert answer.status_code == 403
    assert "load the page again" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "kept"), [("/nothing/", "public, max-age=60"), ("/admin/nothing/", "no-store")]
)
def test_an_error_is_not_kept_for_long(client, path, kept):
    client.force_login(make_user("Editor"))
    answer = client.get(path)
    assert (answer.status_code, answer["Cache-Control"]) == (404, kept)


@pytest.mark.django_db
def test_no_error_is_to_be_found_in_a_search(client):
    article = make_article(published=True)
    article.withdraw("Wrong.")
    pages = [
        client.get("/nothing/"),
        client.get(article.get_absolute_url()),
        client.post("/topics/"),
        bad_request(ANY, Exception()),
        server_error(ANY),
    ]
    assert [page.status_code for page in pages] == [404, 410, 405, 400, 500]
    assert all('content="noindex"' in page.content.decode() for page in pages)


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
