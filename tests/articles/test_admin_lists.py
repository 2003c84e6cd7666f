"""The lists of the newsdesk and its settings."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Desk, SiteSettings, Topic
from tests.make import make_article, make_author, make_desk, make_topic, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client: Client) -> Client:
    client.force_login(make_user("Chief"))
    return client


def listed(client: Client, model: str, **query: Any) -> str:
    url = reverse(f"admin:articles_{model}_changelist", query=query or None)
    answer = client.get(url)
    assert answer.status_code == 200
    return str(answer.text)


def test_articles_are_found_by_headline_standfirst_and_slug(chief: Client) -> None:
    make_article("Frigates delayed", standfirst="The yard is full.", filing={"slug": "late-ships"})
    make_article("Something else")

    for query in ("frigates", "yard", "late-ships"):
        page = listed(chief, "article", q=query)
        assert "Frigates delayed" in page
        assert "Something else" not in page
    assert listed(chief, "article", q="\x00") is not None


@pytest.mark.parametrize("model", ["article", "image", "author", "topic"])
def test_of_a_search_for_very_many_words_the_first_few_are_looked_for(
    chief: Client, model: str
) -> None:
    with CaptureQueriesContext(connection) as asked:
        listed(chief, model, q="frigates " * 1_000)

    assert 0 < str(asked.captured_queries).upper().count("%FRIGATES%") < 500


def test_articles_are_filtered_by_state_desk_and_author(chief: Client) -> None:
    author = make_author("Mira Okafor")
    article = make_article("Wanted", filing={"desk": make_desk("Land"), "authors": [author]})
    article.submit()
    make_article("Not wanted")

    for query in (
        {"state__exact": "review"},
        {"desk__id__exact": article.desk_id},
        {"authors__id__exact": author.pk},
    ):
        page = listed(chief, "article", **query)
        assert ">Wanted<" in page
        assert ">Not wanted<" not in page


@pytest.mark.parametrize("count", [5, 50])
@pytest.mark.parametrize("role", ["Writer", "Editor"])
def test_the_list_of_articles_costs_the_same_however_long_it_is(
    client: Client, django_assert_max_num_queries: Any, role: str, count: int
) -> None:
    user = make_user(role)
    for n in range(count):
        make_article(f"Article {n}", by=user, published=n % 2 == 0)
    client.force_login(user)

    with django_assert_max_num_queries(10):
        listed(client, "article")


def test_what_narrows_a_list_stands_above_it_with_a_way_out(chief: Client) -> None:
    make_article("Frigates delayed").submit()

    page = listed(chief, "article", q="frigates", state__exact="review")

    assert 'aria-label="Remove Search: frigates"' in page
    assert 'href="?q=frigates" aria-label="Remove State: In review"' in page
    assert "Chosen filters" not in listed(chief, "article")


def test_a_list_with_nothing_in_it_says_why(chief: Client) -> None:
    assert "No articles yet." in listed(chief, "article")
    assert "No articles match." in listed(chief, "article", q="nothing like it")
    assert "No mailings yet." in chief.get(reverse("admin:subscriptions_mailing_changelist")).text


def test_topics_are_found_by_their_other_names_however_spelt(chief: Client) -> None:
    make_topic("S-400", aliases=("Triumf",))
    make_topic("Patriot")

    for query in ("S400", "triumf", "s 400"):
        page = listed(chief, "topic", q=query)
        assert "S-400" in page
        assert "Patriot" not in page


def test_a_half_typed_topic_is_completed_by_name_and_alias(chief: Client) -> None:
    make_topic("S-400", aliases=("Triumf", "SA-21"))
    lookup = reverse("admin:articles_topic_lookup")

    half = chief.get(lookup, {"q": "s40"}).json()
    assert half == {"topics": [{"name": "S-400", "also": ""}], "exact": ""}
    assert chief.get(lookup, {"q": "triumf"}).json()["exact"] == "S-400"
    assert chief.get(lookup, {"q": "Triu"}).json()["topics"][0]["also"] == "Triumf"
    assert chief.get(lookup, {"q": "\x00"}).json() == {"topics": [], "exact": ""}
    assert Client().get(lookup).status_code == 302


def alias_form(*aliases: str, **fields: Any) -> dict[str, Any]:
    rows = {f"aliases-{n}-name": alias for n, alias in enumerate(aliases)}
    counts = {"aliases-TOTAL_FORMS": len(aliases), "aliases-INITIAL_FORMS": 0}
    no_facts = {"facts-TOTAL_FORMS": 0, "facts-INITIAL_FORMS": 0}
    return {"kind": "system", "slug": "s-400", **counts, **no_facts, **rows, **fields}


def test_a_topic_is_made_with_its_other_names(chief: Client) -> None:
    data = alias_form("Triumf", "SA-21", name="S-400")

    chief.post(reverse("admin:articles_topic_add"), data)

    assert Topic.objects.named("sa21") == Topic.objects.get(name="S-400")


@pytest.mark.parametrize(
    "data",
    [
        alias_form("Triumf", "TRIUMF", name="S-400"),
        alias_form("S 400", name="S-400"),
        alias_form("Patriot", name="S-400"),
        alias_form("!!", name="S-400"),
        alias_form(name="--"),
        alias_form(name="PATRIOT"),
    ],
)
def test_a_name_given_twice_is_said_and_not_saved(chief: Client, data: dict[str, Any]) -> None:
    make_topic("Patriot")

    answer = chief.post(reverse("admin:articles_topic_add"), data)

    assert answer.status_code == 200
    assert "errorlist" in answer.text
    assert Topic.objects.count() == 1


def test_desks_and_authors_are_listed_with_what_they_have(chief: Client) -> None:
    make_article(filing={"desk": make_desk("Land"), "authors": [make_author("Mira Okafor")]})

    assert "Land" in listed(chief, "desk")
    assert "Mira Okafor" in listed(chief, "author", q="mira")


@pytest.mark.parametrize("published", [True, False])
def test_a_desk_or_author_with_articles_is_kept_and_the_page_counts_them(
    chief: Client, published: bool
) -> None:
    desk, author = make_desk("Naval"), make_author()
    for number in range(7):
        filing = {"desk": desk, "authors": [author]}
        make_article(f"At sea {number}", published=published, filing=filing)

    for thing, stand, query in (
        (desk, "7 articles stand in this desk.", f"desk__id__exact={desk.pk}"),
        (author, "7 articles stand under this name.", f"authors__id__exact={author.pk}"),
    ):
        url = reverse(f"admin:articles_{thing._meta.model_name}_delete", args=[thing.pk])
        for page in (chief.get(url).text, chief.post(url, {"post": "yes"}).text):
            assert stand in page
            assert query in page
            assert "permission" not in page
        assert type(thing).objects.filter(pk=thing.pk).exists()


def test_a_desk_without_articles_is_deleted(chief: Client) -> None:
    desk = make_desk("Empty")

    chief.post(reverse("admin:articles_desk_delete", args=[desk.pk]), {"post": "yes"})

    assert not Desk.objects.exists()


def test_the_settings_are_one_page(chief: Client) -> None:
    answer = chief.get(reverse("admin:articles_sitesettings_changelist"), follow=True)
    assert "Defence news and analysis" in answer.text

    url = reverse("admin:articles_sitesettings_change", args=[1])
    chief.post(url, {"name": "The Watch", "strap": "", "about": "", "postal_address": ""})

    assert SiteSettings.load().name == "The Watch"
    assert chief.get(reverse("admin:articles_sitesettings_add")).status_code == 403
    assert SiteSettings.objects.count() == 1


def test_a_draft_is_previewed_by_those_who_may_see_it(client: Client) -> None:
    writer = make_user("Writer")
    article = make_article("Not out yet", "Words of the draft.", by=writer)
    url = reverse("articles:preview", args=[article.pk])

    assert client.get(url).status_code == 302
    client.force_login(make_user("Writer"))
    assert client.get(url).status_code == 403
    client.force_login(writer)
    page = client.get(url)

    assert "Words of the draft." in page.text
    assert "no-store" in page["Cache-Control"]
    assert Article.objects.get().published_at is None
