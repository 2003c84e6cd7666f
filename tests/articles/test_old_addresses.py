"""A site that moved here keeps its links; nothing leads off the site, or round in a circle."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import Article, Redirect
from articles.models.redirect import old_path
from articles.models.standing import own_path
from tests.make import make_article, make_author, make_desk, make_topic

pytestmark = pytest.mark.django_db

PIECES = [
    *("/", "//", "\\", "..", "%2f", "@", ":", "https:", "evil.example", "tag", "nato", "feed"),
    *("category", "naval", "AMP", "page", "2", "?s=", "&", "p=1", "archives"),
]
"""Of addresses that somebody may try."""


@pytest.fixture
def article() -> Article:
    return make_article("Long cables", published=True)


def led(client: Client, address: str) -> str:
    """Where it leads, for good; "" where it is not found."""
    answer = client.get(address)
    assert answer.status_code in (301, 404), (address, answer.status_code)
    return answer.headers.get("Location", "")


def keep(old: str, new: str) -> Redirect:
    redirect = Redirect()
    redirect.set(old, new)
    redirect.save()
    return redirect


# What others call things


def test_an_article_is_found_by_its_number_elsewhere(client: Client, article: Article) -> None:
    keep("https://old.example/?p=123", article.get_absolute_url())

    for old in ("/?p=123", "/?p=123&utm_source=x", "/archives/123", "/archives/123/"):
        assert led(client, old) == article.get_absolute_url()
    assert client.get("/archives/124").status_code == 404


@pytest.mark.parametrize(
    "old",
    [
        "/{slug}/",
        "/{slug}",
        "/p/{slug}",
        "/2019/05/{slug}/",
        "/{SLUG}/",
        "/index.php{path}",
        "{path}amp/",
        "{path}amp",
        "{path}embed/",
        "{path}2/",
        "{path}comment-page-3/",
        "{PATH}",
        "/{path}",
    ],
)
def test_an_article_is_found_as_others_write_its_address(
    client: Client, article: Article, old: str
) -> None:
    path, slug = article.get_absolute_url(), article.slug
    named = article.get_absolute_url().replace(slug, slug.upper())
    address = old.format(path=path, PATH=named, slug=slug, SLUG=slug.upper())

    # The test client reads two slashes as the name of a host.
    answer = client.get("/", PATH_INFO=address) if address.startswith("//") else None
    answer = answer or client.get(address, follow=True)

    assert path in (answer.headers.get("Location"), answer.request["PATH_INFO"])


def test_of_two_articles_of_one_name_neither_is_guessed(client: Client, article: Article) -> None:
    other = make_article("Other", published=True)
    Article.objects.filter(pk=other.pk).update(slug=article.slug)

    assert led(client, f"/p/{article.slug}") == ""


def test_a_draft_is_not_found_by_its_name(client: Client) -> None:
    make_article("Not yet", filing={"slug": "not-yet"})

    assert led(client, "/p/not-yet") == ""


@pytest.mark.parametrize(
    "old",
    ["/category/naval/", "/category/news/naval/", "/Category/Naval", "/category/naval/page/2/"],
)
def test_a_category_is_a_desk(client: Client, old: str) -> None:
    make_desk("Naval")

    assert led(client, old) == "/desk/naval/"


@pytest.mark.parametrize("name", ["s-400", "S-400", "triumf", "sa-21", "s400"])
def test_a_tag_is_a_topic_under_any_of_its_names(client: Client, name: str) -> None:
    topic = make_topic("S-400", aliases=("Triumf", "SA-21"))

    for old in (f"/tag/{name}/", f"/t/{name}", f"/?tag={name}", f"/tag/{name}/page/3/"):
        assert led(client, old) == topic.get_absolute_url()


def test_a_category_without_a_desk_may_be_a_topic(client: Client) -> None:
    topic = make_topic("NATO")

    assert led(client, "/category/nato/") == topic.get_absolute_url()
    assert led(client, "/category/gardening/") == ""


def test_feeds_lead_to_feeds(client: Client) -> None:
    make_desk("Naval")
    topic, author = make_topic("NATO"), make_author()

    for old in ("/rss/", "/rss.xml", "/feed.xml", "/feed/rss2/", "/?feed=rss2"):
        assert led(client, old) == "/feed/"
    assert led(client, "/atom.xml") == "/feed/atom/"
    assert led(client, "/category/naval/feed/") == "/desk/naval/feed/"
    assert led(client, "/tag/nato/feed/") == f"{topic.get_absolute_url()}feed/"
    assert led(client, f"{author.get_absolute_url()}rss/") == f"{author.get_absolute_url()}feed/"


def test_feeds_of_comments_are_gone(client: Client, article: Article) -> None:
    for old in ("/comments/feed/", f"{article.get_absolute_url()}feed/"):
        assert client.get(old).status_code == 410


def test_words_that_were_searched_are_searched_here(client: Client) -> None:
    assert led(client, "/?s=type+26") == "/search/?q=type+26"
    assert led(client, "/search/type%2026/") == "/search/?q=type+26"


def test_further_pages_of_the_front_lead_to_the_front(client: Client) -> None:
    assert led(client, "/page/2/") == "/"
    assert client.get("/").status_code == 200


def test_a_moved_article_takes_its_other_addresses_along(client: Client, article: Article) -> None:
    old = article.get_absolute_url()
    article.set_slug("a-better-name")

    assert led(client, old) == article.get_absolute_url()
    assert led(client, f"{old}amp/") == article.get_absolute_url()
    assert led(client, f"{old}changes/") == f"{article.get_absolute_url()}changes/"


def test_the_rest_of_what_was_asked_is_kept(client: Client, article: Article) -> None:
    keep("/old/", article.get_absolute_url())

    assert led(client, "/old/?utm=a%20b&amp=1") == f"{article.get_absolute_url()}?utm=a+b"


def test_an_answer_is_kept_for_an_hour(client: Client, article: Article) -> None:
    keep("/old/", article.get_absolute_url())

    assert client.get("/old/")["Cache-Control"] == "public, max-age=3600"
    assert client.post("/old/").status_code != 301


# Where nothing leads


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=8,
    )
)
def test_nothing_leads_off_the_site(parts: list[str]) -> None:
    make_desk("Naval")
    path, _, query = ("/" + "".join(parts)).partition("?")

    answer = Client().get("/", PATH_INFO=path, QUERY_STRING=query)

    assert answer.status_code < 500
    # Two slashes with a third sign are Django's own way of adding a slash.
    assert not answer.headers.get("Location", "/").startswith(("//", "/\\", "http"))


@pytest.mark.parametrize("query", ["?before=99999", "?before=x"])
def test_a_page_that_lacks_what_was_asked_does_not_lead_to_itself(
    client: Client, query: str
) -> None:
    make_desk("Naval")

    assert led(client, f"/desk/naval/{query}") == ""


def test_addresses_that_lead_in_a_circle_lead_nowhere(client: Client) -> None:
    Redirect.objects.create(path="/a/", target="/b/")
    Redirect.objects.create(path="/b/", target="/a/")

    assert led(client, "/a/") == ""


def test_one_old_address_may_lead_over_another(client: Client) -> None:
    make_desk("Naval")
    Redirect.objects.create(path="/a/", target="/b/")
    Redirect.objects.create(path="/b/", target="/desk/naval/")

    assert led(client, "/a/") == "/desk/naval/"


def test_what_is_gone_again_is_not_found(client: Client) -> None:
    desk = make_desk("Spare")
    keep("/old/", "/desk/spare/")
    desk.delete()

    assert led(client, "/old/") == ""


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/topics/", "//evil.example/", "/\\evil.example", "topics/", "x"],
)
def test_another_site_is_no_page_of_ours(address: str) -> None:
    assert own_path(address) == ""
    with pytest.raises(ValidationError, match="no address of this site"):
        keep("/old/", address)


def test_our_own_address_may_be_whole(settings: Any) -> None:
    settings.SITE_URL = "https://news.example"

    assert keep("/old/", "https://news.example/topics/").target == "/topics/"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("/topics/", "/corrections/", "A page stands at /topics/"),
        ("/", "/topics/", "front page"),
        ("", "/topics/", "no address"),
        ("old", "/topics/", "begins with a slash"),
        ("//evil.example", "/topics/", "front page"),
        ("/old\x00/", "/topics/", "no address"),
        ("/" + "a" * 300, "/topics/", "at most 300"),
        ("http://[", "/topics/", "no address"),
        ("/old/", "", "Say where"),
        ("/old/", "/desk/nowhere/", "Nothing is published"),
        ("/old/", "/admin/", "Nothing is published"),
        ("/old/", "/2026/02/31/x/", "Nothing is published"),
        ("/old/", "http://[", "no address of this site"),
    ],
)
def test_what_cannot_lead_anywhere_says_why(old: str, new: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        keep(old, new)


def test_one_old_address_leads_to_one_place() -> None:
    keep("/old/", "/topics/")

    with pytest.raises(ValidationError, match="leads to /topics/ already"):
        keep("/old/", "/corrections/")
    with pytest.raises(IntegrityError):
        Redirect.objects.create(path="/neither/")


def test_an_old_address_is_read_as_a_browser_asks_for_it() -> None:
    assert old_path(" https://old.example/2019/%C3%BCber/ ") == "/2019/über/"
