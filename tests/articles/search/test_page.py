"""The page of search: what it shows, how it is narrowed, and what it says when there is nothing."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import NotReady
from tests.make import make_article, make_author, make_content, make_desk, make_topic

pytestmark = pytest.mark.django_db


def filed(**filing):
    return {"filing": {"desk": make_desk(), "authors": [make_author()], **filing}}


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def test_without_a_query_there_is_a_form_and_how_to_ask(search):
    page = search()
    assert 'name="q"' in page
    assert "How to ask" in page
    assert "Nothing was found" not in page


def test_a_result_shows_headline_passage_desk_date_and_byline(search):
    author = make_author("Ada Novak")
    text = "Ahead of it all. The old frigate was towed home by a tug."
    make_article("Ships at sea", text, published=True, **filed(authors=[author]))
    page = main_of(search("towed frigates"))
    assert "The old <mark>frigate</mark> was <mark>towed</mark> home" in page
    assert "Naval" in page
    assert "Ada Novak" in page
    assert "1 result for <strong>towed frigates</strong>" in page


def test_words_of_the_headline_are_marked_in_it(search):
    make_article("Türkiye keeps its S-400", published=True)
    page = search("turkiye s400")
    assert "<mark>Türkiye</mark> keeps its <mark>S-400</mark>" in page


def test_what_was_typed_is_shown_as_text(search):
    page = search('<script>alert("x")</script>')
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_text_that_looks_like_markup_is_shown_as_text(search):
    make_article("A <b>bold</b> frigate", "<i>Frigate</i> & co.", published=True)
    page = main_of(search("frigate"))
    assert "A &lt;b&gt;bold&lt;/b&gt; <mark>frigate</mark>" in page
    assert "&lt;i&gt;<mark>Frigate</mark>&lt;/i&gt; &amp; co." in page


def test_it_says_why_an_article_is_there_that_has_not_the_word(search):
    topic = make_topic("S-400", ("Triumf",))
    make_article("The S-400 in Ankara", published=True, **filed(topics=[topic]))
    page = main_of(search("triumf"))
    assert "also called triumf" in page
    assert "<mark>S-400</mark>" in page
    assert "also called" not in main_of(search("s-400"))
    make_article("Ankara waits", published=True, **filed(topics=[topic]))
    assert "Filed under" in main_of(search("s-400"))


def test_it_is_not_to_be_indexed_and_has_one_address_for_a_query(search):
    page = search("frigate", sort="newest")
    assert '<meta name="robots" content="noindex, follow">' in page
    assert '/search/?q=frigate">' in page


# Narrowing


@pytest.fixture
def fleet():
    """Three frigates: two naval, one of industry; one an analysis; one older than a year."""
    naval, industry = make_desk("Naval"), make_desk("Industry")
    norway = make_topic("Norway")
    ada, ben = make_author("Ada", slug="ada"), make_author("Ben", slug="ben")
    make_article(
        "First frigate",
        published=True,
        filing={"desk": naval, "authors": [ada], "topics": [norway]},
    )
    make_article(
        "Second frigate", kind="analysis", published=True, filing={"desk": naval, "authors": [ben]}
    )
    old = make_article(
        "Third frigate", published=True, filing={"desk": industry, "authors": [ada, ben]}
    )
    type(old).objects.filter(pk=old.pk).update(published_at="2019-05-05T12:00:00Z")
    old.refresh_from_db()
    old.index()


@pytest.mark.parametrize(
    ("chosen", "headlines"),
    [
        ({"desk": "naval"}, {"First", "Second"}),
        ({"desk": ["naval", "industry"]}, {"First", "Second", "Third"}),
        ({"kind": "analysis"}, {"Second"}),
        ({"author": "ada"}, {"First", "Third"}),
        ({"author": ["ada", "ben"]}, {"Third"}),
        ({"topic": "norway"}, {"First"}),
        ({"year": "2019"}, {"Third"}),
        ({"desk": "naval", "author": "ben"}, {"Second"}),
        ({"desk": "industry", "topic": "norway"}, set()),
    ],
)
@pytest.mark.usefixtures("fleet")
def test_facets_narrow_the_results(search, chosen, headlines):
    page = main_of(search("frigate", **chosen))
    assert {name for name in ("First", "Second", "Third") if f"{name} <mark>" in page} == headlines


@pytest.mark.usefixtures("fleet")
def test_facets_count_the_results_and_a_chosen_one_can_be_taken_away(search):
    page = main_of(search("frigate"))
    assert 'value="naval"> <span>Naval</span> <span class="num">2</span>' in page
    assert 'value="2019"> <span>2019</span> <span class="num">1</span>' in page
    page = main_of(search("frigate", desk="naval"))
    assert 'value="naval" checked>' in page
    assert '<a href="?q=frigate">Naval' in page


@pytest.mark.usefixtures("fleet")
def test_nothing_in_that_corner_leads_back_to_everything(search):
    page = main_of(search("frigate", desk="industry", topic="norway"))
    assert "Nothing was found there" in page
    assert '<a href="?q=frigate">Look for it in everything</a>' in page


@pytest.mark.usefixtures("fleet")
def test_the_newest_first_when_asked(search):
    page = main_of(search("frigate", sort="newest"))
    assert page.index("Second <mark>") < page.index("First <mark>") < page.index("Third <mark>")


def test_results_go_on_page_by_page(search, client):
    for number in range(43):
        make_article(f"Frigate {number}", published=True)
    first, third = main_of(search("frigate")), main_of(search("frigate", page="3"))
    assert first.count("<article") == 20
    assert third.count("<article") == 3
    assert "<p>43 results for" in first
    assert "Page 1 of 3" in first
    assert 'href="?q=frigate&amp;page=2" rel="next"' in first
    assert 'href="?q=frigate&amp;page=2" rel="prev"' in third
    assert client.get("/search/", {"q": "frigate", "page": "4"}).status_code == 404


# Nothing, or something else


def test_a_slip_of_the_pen_is_put_right_and_said(search):
    make_article("The price of a sonobuoy", published=True)
    page = main_of(search("sonobouy"))
    assert "Did you mean <strong>sonobuoy</strong>?" in page
    assert "a <mark>sonobuoy</mark>" in page


def test_a_word_that_nothing_has_is_left_out_and_said(search):
    make_article("The last frigate", published=True)
    page = main_of(search("qwertzuiop frigate"))
    assert "“qwertzuiop”. It was left out." in page
    assert "last <mark>frigate</mark>" in page


def test_words_that_no_article_has_together_find_what_has_some_and_it_is_said(search):
    make_article("The last frigate", published=True)
    make_article("A new bridge", published=True)
    page = main_of(search("frigate bridge"))
    assert "No article has all that you asked for" in page
    assert "<mark>frigate</mark>" in page
    assert "<mark>bridge</mark>" in page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the of", "stand in nearly every article"),
        ("-frigate", "said what should not be there"),
        ("?!", "no letter or digit"),
        ("qwertzuiop", "Nothing was found for"),
    ],
)
def test_nothing_is_always_explained(search, text, said):
    assert said in main_of(search(text))


def test_a_long_query_is_cut_and_it_says_so(search):
    assert "only its beginning" in search("frigate " * 1_500)


# What changes


def test_an_article_can_be_found_from_its_publication_on(search):
    article = make_article("The frigate of tomorrow")
    assert "of tomorrow" not in search("frigate")
    article.publish(None)
    assert "of tomorrow" in search("frigate")


def test_a_withdrawn_article_is_not_found_and_neither_is_its_draft(search):
    article = make_article("The frigate", published=True)
    article.withdraw("It was wrong.")
    assert "Nothing was found" in search("frigate")
    article.publish(None)
    assert "1 result" in search("frigate")


def test_an_unpublished_change_is_not_found_and_a_published_one_is(search):
    article = make_article("The frigate", published=True)
    article.revise(make_content("The corvette"), None, article.draft_id)
    assert "Nothing was found" in search("corvette")
    article.publish(None)
    assert "1 result" in search("corvette")
    assert "Nothing was found" in search("frigate")


def test_a_refusal_to_publish_leaves_search_as_it_was(search):
    article = make_article("TK frigate")
    with pytest.raises(NotReady):
        article.publish(None)
    assert "Nothing was found" in search("frigate")


def test_other_names_over_an_article_find_it(search):
    article = make_article("The ship", published=True)
    article.set_bylines([make_author("Orhan Pamir")])
    assert "1 result" in search("Pamir")


def test_an_author_who_changes_their_name_is_found_under_the_new_one(search):
    author = make_author("Ada Novak")
    make_article("The ship", published=True, filing={"authors": [author]})
    author.name = "Ada Lindqvist"
    author.save()
    assert "1 result" in search("Lindqvist")
    assert "Nothing was found" in search("Novak")


def test_a_topic_that_is_renamed_is_found_under_its_new_name(search):
    topic = make_topic("Frigates of tomorrow")
    make_article("The ship", published=True, **filed(topics=[topic]))
    topic.name = "Corvettes"
    topic.save()
    assert "1 result" in search("corvettes")
    assert "Nothing was found" in search("tomorrow")


def test_an_alias_given_later_finds_texts_that_say_it_under_the_other_name(search):
    make_article("The Growler in Ankara", published=True)
    topic = make_topic("S-400")
    assert "Nothing was found" in search("S-400")
    topic.aliases.create(name="Growler")
    assert "1 result" in search("S-400")
    topic.aliases.get().delete()
    assert "Nothing was found" in search("S-400")


# Strange questions


@pytest.mark.parametrize(
    "values",
    [
        {"desk": "nowhere"},
        {"topic": "nowhere"},
        {"author": "nobody"},
        {"desk": "a b"},
        {"desk": "\0"},
        {"kind": "gossip"},
        {"year": "0"},
        {"year": "20260"},
        {"year": "²⁰²⁶"},
        {"sort": "random"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "x"},
        {"page": "9" * 40},
        {"page": "²"},
        {"topic": ["a"] * 3 + [f"t{n}" for n in range(20)]},
    ],
)
def test_what_no_form_of_ours_sends_is_not_found(client: Client, values):
    assert client.get("/search/", {"q": "frigate", **values}).status_code == 404


def test_empty_values_of_a_form_mean_nothing(search):
    assert "Nothing was found" in search("frigate", desk="", kind="", sort="", page="")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(max_size=300), st.text(max_size=12), st.text(max_size=12))
def test_no_question_brings_it_down(client: Client, text: str, facet: str, page: str):
    values = {"q": text, "desk": facet, "year": facet, "page": page, "x": text}
    assert client.get("/search/", values).status_code in (200, 404)
    assert client.get("/search/", {"q": text}).status_code == 200


@pytest.mark.parametrize("query", [b"q=%ff%fe", b"q=%ed%a0%80", b"q=%00%00", b"q=" + b"%22" * 900])
def test_bytes_that_are_no_text_get_an_answer(client: Client, query: bytes):
    assert client.get("/search/?" + query.decode()).status_code == 200


def test_posting_is_not_searching(client: Client):
    assert client.post("/search/", {"q": "frigate"}).status_code == 405


def test_a_page_that_is_not_there_has_a_search_form(client: Client):
    assert 'action="/search/"' in client.get("/nothing/here/").text


@pytest.mark.parametrize("count", [2, 25])
def test_it_costs_the_same_with_two_results_and_with_twenty_five(
    client, django_assert_num_queries, count
):
    """Words, results, articles; and around the page its name, its desks, the pages at its foot."""
    topic = make_topic("S-400", ("Triumf",))
    for number in range(count):
        make_article(f"Frigate {number}", published=True, **filed(topics=[topic]))
    with django_assert_num_queries(6):
        client.get("/search/", {"q": "triumf frigate", "desk": "naval", "kind": "news"})
    with django_assert_num_queries(5):
        client.get("/search/", {"q": "qwertzuiop"})
