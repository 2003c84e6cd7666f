"""Topics: their pages, and the list of all of them."""

from typing import Any

import pytest
from django.urls import reverse

from articles.models import Article, Topic
from tests.make import make_article, make_topic, words

pytestmark = pytest.mark.django_db


def test_it_says_what_it_is_and_all_its_names(client):
    make_topic("S-400", ("Triumf", "SA-21"), kind="system", description="An air defence system.")
    page = client.get("/topic/s-400/").text
    assert "An air defence system." in page
    assert "Triumf" in page
    assert "System" in page


def test_it_shows_what_is_filed_under_it(client):
    topic = make_topic("NATO")
    make_article("On the alliance", published=True, filing={"topics": [topic]})
    make_article("On something else", published=True)
    page = client.get("/topic/nato/").text
    assert "On the alliance" in page
    assert "On something else" not in page


def test_the_index_lists_topics_with_something_to_read(client):
    topics = [make_topic("Norway", kind=Topic.Kind.COUNTRY), make_topic("Sonar")]
    make_article(published=True, filing={"topics": topics})
    make_topic("Nobody writes of it")
    page = client.get("/topics/").text
    assert page.index("Countries") < page.index("Norway") < page.index("Themes")
    assert "Nobody writes of it" not in page


def test_an_unknown_topic_is_not_found(client):
    assert client.get("/topic/unheard-of/").status_code == 404


@pytest.mark.parametrize("count", [3, 30])
def test_it_costs_the_same_with_three_and_with_thirty_articles(
    client, django_assert_num_queries, count
):
    topic = make_topic("NATO")
    for _ in range(count):
        make_article(published=True, filing={"topics": [topic]})
    with django_assert_num_queries(9):
        client.get("/topic/nato/")


def timeline(*events: tuple[str, str]) -> dict[str, Any]:
    content = [
        {
            "type": "timelineEvent",
            "attrs": {"date": date, "label": ""},
            "content": [
                words(text),
                {"type": "footnote", "attrs": {"text": "A log.", "url": ""}},
            ],
        }
        for date, text in events
    ]
    return {"type": "timeline", "attrs": {"title": ""}, "content": content}


def publish(headline: str, *parts: Any, topics: list[Topic]) -> Article:
    return make_article(headline, "Opening.", *parts, published=True, filing={"topics": topics})


def test_it_tells_what_happened_from_the_timelines_of_its_articles(client):
    topic = make_topic("NATO")
    publish("Older", timeline(("2024-11", "Cables fail."), ("1949", "It begins.")), topics=[topic])
    publish("Newer", timeline(("2024-11", "Cables  fail!"), ("2025", "A patrol.")), topics=[topic])
    page = client.get("/topic/nato/")
    told = page.context["chronicle"]
    assert [(entry.event.when, entry.article.live.headline) for entry in told.entries] == [
        ("1949", "Older"),
        ("November 2024", "Newer"),
        ("2025", "Newer"),
    ]
    assert [article.live.headline for article in told.sources] == ["Older", "Newer"]
    assert 'href="#told-2"' in page.text
    assert "A log." not in page.text


def test_a_long_history_is_cut_to_its_latest_events(client):
    topic = make_topic("NATO")
    years = [(str(year), f"In {year}.") for year in range(1950, 1990)]
    publish("All of it", timeline(*years), topics=[topic])
    entries = client.get("/topic/nato/").context["chronicle"].entries
    assert [entry.event.when for entry in entries] == [str(year) for year in range(1970, 1990)]


def test_it_names_the_topics_that_stand_with_it_most_often(client):
    nato, finland, sonar = make_topic("NATO"), make_topic("Finland"), make_topic("Sonar")
    publish("One", topics=[nato, finland, sonar])
    publish("Two", topics=[nato, finland])
    page = client.get("/topic/nato/")
    assert list(page.context["related"]) == [finland, sonar]


def test_older_pages_are_the_list_alone(client):
    topic = make_topic("NATO", facts=[{"term": "Members", "value": "32"}])
    article = publish("One", timeline(("1949", "It begins.")), topics=[topic])
    page = client.get(f"/topic/nato/?before={article.pk}").text
    assert "It begins." not in page
    assert "Members" not in page


def test_its_key_facts_stand_with_unit_date_and_source(client):
    fact = {"term": "Length", "value": "149.9", "unit": "m", "asOf": "2025", "source": "Builder"}
    make_topic("Type 26", facts=[fact | {"sourceUrl": "https://builder.example/"}])
    page = client.get("/topic/type-26/").text
    assert "149.9 <small>m</small>" in page
    assert 'As of 2025. Source: <a href="https://builder.example/">Builder</a>' in page


FACT = {"term": "Length", "value": "149.9", "unit": "m", "as_of": "2025", "source": "Builder"}


def facts_form(topic: Topic, *rows: dict[str, str], **changed: Any) -> dict[str, Any]:
    """What the topic's page in the newsdesk posts."""
    return {
        "name": topic.name,
        "slug": topic.slug,
        "kind": topic.kind,
        "description": "",
        "aliases-TOTAL_FORMS": 0,
        "aliases-INITIAL_FORMS": 0,
        "facts-TOTAL_FORMS": len(rows),
        "facts-INITIAL_FORMS": len(topic.facts),
        **{f"facts-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()},
        **changed,
    }


def test_editors_write_its_key_facts_in_rows(desk):
    topic = make_topic("Type 26")
    page = reverse("admin:articles_topic_change", args=[topic.pk])
    source = {"source_url": "https://builder.example/"}
    assert desk.post(page, facts_form(topic, FACT | source, {})).status_code == 302
    topic.refresh_from_db()
    assert [fact.model_dump() for fact in topic.key_facts] == [FACT | source]
    assert 'value="149.9"' in desk.get(page).text

    assert desk.post(page, facts_form(topic, {}, {})).status_code == 302
    topic.refresh_from_db()
    assert topic.facts == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"term": "Length"}, "Give the value."),
        ({"unit": "m", "value": "3"}, "Say what this is."),
        (FACT | {"source_url": "javascript:alert(1)"}, "Write it whole"),
        (FACT | {"value": "9" * 70}, "at most 60 characters"),
        (FACT | {"value": "9\x00"}, "Null characters are not allowed"),
    ],
)
def test_a_fact_that_is_not_whole_is_told_in_its_row(desk, row, said):
    topic = make_topic("Type 26")
    answer = desk.post(
        reverse("admin:articles_topic_change", args=[topic.pk]), facts_form(topic, row)
    )
    assert answer.status_code == 200
    assert said in answer.text
    topic.refresh_from_db()
    assert topic.facts == []


@pytest.mark.parametrize("count", ["x", "-1", "9999999", ""])
def test_a_forged_number_of_rows_is_refused(desk, count):
    topic = make_topic("Type 26")
    forged = facts_form(topic, FACT, **{"facts-TOTAL_FORMS": count})
    answer = desk.post(reverse("admin:articles_topic_change", args=[topic.pk]), forged)
    assert answer.status_code in (200, 302, 400)
