"""Any text at all is a query, and Postgres understands it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.search.find import Filters, find
from articles.search.lookup import distance, look_up, nearest
from articles.search.query import MOST_TERMS, Topic, compiled, read

LANGUAGE = st.lists(
    st.sampled_from(
        ["S-400", '"', "-", "OR", "|", "(", ")", "&", "!", "'", "\\", ":*", "<->", "\0"]
    )
    | st.text(max_size=8),
    max_size=14,
).map(" ".join)
ANYTHING = st.one_of(st.text(max_size=300), LANGUAGE)


@given(ANYTHING)
def test_any_text_compiles_to_letters_and_the_signs_of_a_query(text: str) -> None:
    query = read(text)
    if query.groups:
        made = compiled(query)
        for part in (made.strict, made.loose, made.any):
            assert part
            assert all(sign.isalnum() or sign in " &|!()<->" for sign in part)


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(ANYTHING)
def test_postgres_understands_whatever_is_asked(text: str) -> None:
    query = read(text)
    query = query.with_topics(look_up(query, {"desk": ["x"]}).topics)
    if query.groups:
        assert find(compiled(query)).ids == []


@pytest.mark.parametrize(
    ("text", "strict"),
    [
        ("frigate sonar", "frigate & sonar"),
        ("frigate AND sonar", "frigate & sonar"),
        ("frigate OR sonar", "(frigate | sonar)"),
        ("frigate | sonar tanker", "(frigate | sonar) & tanker"),
        ('"towed array"', "(towed <-> array)"),
        ("“towed array” range", "(towed <-> array) & range"),
        ("frigate -sonar", "frigate & !sonar"),
        ('frigate -"towed array"', "frigate & !(towed <-> array)"),
        ("counter-drone", "((counter & drone) | counterdrone)"),
        ("us navy", "usa & navy"),
        ("OR frigate OR", "frigate"),
        ('"frigate', "frigate"),
    ],
)
def test_the_language_of_queries(text: str, strict: str) -> None:
    assert compiled(read(text)).strict == strict


@pytest.mark.parametrize("text", ["", "   ", "-", "-tank", '""', "?!", "🚀", "OR", "\0", "AND"])
def test_what_asks_for_nothing_has_no_groups(text: str) -> None:
    assert read(text).groups == ()


def test_the_words_of_a_phrase_may_stand_anywhere_in_the_loose_form() -> None:
    made = compiled(read('"towed array" -"bow sonar" frigate'))
    assert made.loose == "(towed & array) & frigate"
    assert made.has_phrase
    assert not compiled(read("towed array")).has_phrase


def test_the_longest_name_of_a_topic_becomes_one_term() -> None:
    topics = {"lightningii": Topic(7, "F-35", "Lightning II"), "s400": Topic(8, "S-400", "S400")}
    query = read("Lightning II meets S400 OR x").with_topics(topics)
    assert [term.text for term in query.terms] == ["Lightning II", "meets", "S400", "x"]
    assert compiled(query).strict == "xtopic7 & meets & ((xtopic8 | s400) | x)"


def test_a_name_in_quotation_marks_is_only_its_words() -> None:
    topics = {"lightningii": Topic(7, "F-35", "Lightning II")}
    assert compiled(read('"Lightning II"').with_topics(topics)).strict == "(lightning <-> ii)"


def test_of_a_long_query_the_beginning_is_read() -> None:
    assert read("word " * 2_000).is_cut
    many = read(" ".join(f"w{n}x" for n in range(40)))
    assert len(many.terms) == MOST_TERMS
    assert many.is_cut


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("sonobouy", "sonobuoy", 1), ("tank", "tanks", 1), ("radar", "sonar", 3), ("a", "", 1)],
)
def test_slips_between_two_words(one: str, other: str, slips: int) -> None:
    assert distance(one, other) == slips


def test_a_word_too_far_from_all_others_has_none_nearest() -> None:
    assert nearest("sonobouy", ["sonobuoy", "sonar"]) == "sonobuoy"
    assert nearest("xyzzy", ["frigate"]) == ""
    assert nearest("xyzzy", []) == ""


@pytest.mark.django_db
def test_every_filter_is_a_statement_that_postgres_runs() -> None:
    filters = Filters(desks=[1], kinds=["news"], topics=[1], authors=[1], years=[2025, 2026])
    for newest in (True, False):
        assert find(compiled(read('"a ship" -tank frigate')), filters, newest=newest).total == 0
