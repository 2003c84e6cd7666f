"""One way of writing everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models.topic import key_of
from articles.search import folding
from articles.search.names import Names
from articles.search.normalise import normalised


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("S-400", "s400"),
        ("S400", "s400"),
        ("S 400", "s400"),
        ("S‑400’s", "s400"),
        ("F-35s", "f35"),
        ("F-35A", "f35a"),
        ("Su-30MKI", "su30mki"),
        ("MiG-29", "mig29"),
        ("T-72B3", "t72b3"),
        ("Type 26", "type26"),
        ("155 mm", "155mm"),
        ("155-mm", "155mm"),
        ("3.5 billion", "3p5bn"),
        ("3.5bn", "3p5bn"),
        ("12,000", "12000"),
        ("U.S.", "usa"),
        ("US", "usa"),
        ("USA", "usa"),
        ("us", "us"),
        ("Erdoğan", "erdogan"),
        ("Łódź", "lodz"),
        ("Straße", "strase"),
        ("İstanbul", "istanbul"),
        ("ﬁghter", "fighter"),
        ("defense", "defence"),
        ("armored", "armoured"),
        ("centering", "centring"),
        ("organization", "organisation"),
        ("capsize", "capsize"),
        ("prize", "prize"),
        ("literal", "literal"),
        ("O’Neill", "oneill"),
        ("С-400", "с 400"),
    ],
)
def test_a_word_is_written_in_one_way(written: str, word: str) -> None:
    assert " ".join(normalised(written).words) == word


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("mid-2020", "mid 2020"),
        ("an 18-month trial", "an 18 month trial"),
        ("an S-300-type radar", "an s300 type radar"),
        ("the crews’ rations", "the crews rations"),
    ],
)
def test_what_is_no_name_stays_apart(written: str, words: str) -> None:
    assert " ".join(normalised(written).words) == words


def test_compounds_and_versions_are_found_under_their_other_forms_too() -> None:
    assert normalised("counter-drone").extra == ["counterdrone"]
    assert normalised("the F-35A").extra == ["f35"]
    assert normalised("155mm").extra == ["155"]


ALPHABET = "aAsStTfFuU İıłß9é350-–'’., \n\"xbnm"


@given(st.one_of(st.text(max_size=200), st.text(alphabet=ALPHABET, max_size=60)))
def test_what_is_normalised_stays_as_it_is(text: str) -> None:
    words = normalised(text).words
    assert normalised(" ".join(words)).words == words


@given(st.text(max_size=300))
def test_folding_leaves_every_sign_at_its_place(text: str) -> None:
    assert len(folding.folded(text)) == len(text)


@given(st.text(max_size=100))
def test_a_name_has_the_key_that_topics_have(text: str) -> None:
    assert folding.key_of(text) == key_of(text)


def test_a_text_mentions_topics_under_their_longest_names() -> None:
    names = Names([("F-35", 1), ("Lightning II", 1), ("Type 26", 2), ("TAS", 3), ("Typhoon", 4)])
    text = "The Lightning II and the Type-26, a tas, no TAS-like F 35."
    assert names.mentions(text, normalised(text).words) == [1, 2, 3, 3, 1]


def test_a_short_name_counts_only_as_it_is_written() -> None:
    names = Names([("TAS", 3)])
    assert names.mentions("tas", ["tas"]) == []
    assert names.mentions("the TAS", ["the", "tas"]) == [3]
