"""The lists of the newsdesk, its settings and its first page."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

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


def test_the_list_of_articles_costs_the_same_however_long_it_is(
    chief: Client, django_assert_max_num_queries: Any
) -> None:
    for n in range(12):
        make_article(f"Article {n}", published=n % 2 == 0)
    listed(chief, "article")

    with django_assert_max_num_queries(10):
        listed(chief, "article")


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

    assert chief.get(lookup, {"q": "s40"}).json() == {"topics": [{"name": "S-400", "also": ""}]}
    assert chief.get(lookup, {"q": "Triu"}).json()["topics"][0]["also"] == "Triumf"
    assert chief.get(lookup, {"q": "\x00"}).json() == {"topics": []}
    assert Client().get(lookup).status_code == 302


def alias_form(*aliases: str, **fields: Any) -> dict[str, Any]:
    rows = {f"aliases-{n}-name": alias for n, alias in enumerate(aliases)}
    counts = {"aliases-TOTAL_FORMS": len(aliases), "aliases-INITIAL_FORMS": 0}
    return {"kind": "system", "slug": "s-400", **counts, **rows, **fields}


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


def test_a_desk_with_articles_is_not_deleted(chief: Client) -> None:
    article = make_article()

    chief.post(reverse("admin:articles_desk_delete", args=[article.desk_id]), {"post": "yes"})

    assert Desk.objects.filter(pk=article.desk_id).exists()


def test_the_settings_are_one_page(chief: Client) -> None:
    answer = chief.get(reverse("admin:articles_sitesettings_changelist"), follow=True)
    assert "Defence news and analysis" in answer.text

    url = reverse("admin:articles_sitesettings_change", args=[1])
    chief.post(url, {"name": "The Watch", "strap": "", "about": "", "postal_address": ""})

    assert SiteSettings.load().name == "The Watch"
    assert chief.get(reverse("admin:articles_sitesettings_add")).status_code == 403
    assert SiteSettings.objects.count() == 1


def test_the_first_page_says_what_waits_and_what_goes_out(chief: Client) -> None:
    make_article("In the queue").submit()
    make_article("Tomorrow's").schedule(timezone.now() + timedelta(days=1))
    make_article("Out already", published=True)

    page = chief.get(reverse("admin:index")).text

    for text in ("In the queue", "Tomorrow&#x27;s", "Out already", "No drafts of yours"):
        assert text in page


def test_a_writers_first_page_shows_only_their_own(client: Client) -> None:
    client.force_login(make_user("Writer"))
    make_article("Not theirs", published=True)

    assert "Not theirs" not in client.get(reverse("admin:index")).text


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
