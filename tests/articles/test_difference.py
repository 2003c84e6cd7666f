"""What differs between two texts, and one text made of two."""

import random
import time
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.body import Body
from articles.difference import Effort, Merge, Names, Pick, compare
from articles.difference.comparison import Fold, Row
from articles.difference.matching import common
from articles.difference.words import runs, tokens_of
from articles.models import Content, Image
from tests.articles.body.documents import blocks, documents
from tests.make import heading, list_item, make_body, make_content, paragraph, words

line = st.text("abcdef .", max_size=12)
contents = st.builds(
    Content,
    headline=line,
    standfirst=line,
    key_points=st.lists(line.filter(bool), max_size=3).map(tuple),
    body=documents.map(Body.load),
    kind=st.sampled_from(["news", "opinion"]),
)


@st.composite
def edited(draw: st.DrawFn, content: Content) -> Content:
    """A content with a few blocks taken out, put in, doubled or moved."""
    parts = list(content.body.blocks)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(parts)))
        match draw(st.sampled_from(["out", "in", "move", "turn"])):
            case "out":
                del parts[at : at + 1]
            case "in":
                parts[at:at] = Body.load({"type": "doc", "content": [draw(blocks)]}).blocks
            case "move" if at < len(parts):
                parts.insert(draw(st.integers(0, len(parts) - 1)), parts.pop(at))
            case "turn":
                parts.reverse()
    body = Body.model_construct(content=tuple(parts))
    return replace(content, headline=draw(st.just(content.headline) | line), body=body)


@st.composite
def three(draw: st.DrawFn) -> tuple[Content, Content, Content]:
    """A text and what two people made of it."""
    base = draw(contents)
    return base, draw(edited(base) | contents), draw(edited(base) | contents)


def same(one: Content, other: Content) -> bool:
    return replace(one, body=Body()) == replace(other, body=Body()) and (
        one.body.dump() == other.body.dump()
    )


def every(way: str, merge: Merge) -> dict[str, Pick]:
    return {choice.name: Pick(way) for choice in merge.choices}


def body(*parts: str | dict[str, Any]) -> Content:
    return make_content("The same", *parts, standfirst="The same.")


def rows(old: Content, new: Content) -> list[Row]:
    return compare(old, new).rows


def told(row: Row) -> list[tuple[str, str]]:
    return [(run.kind, run.text) for line in row.lines for run in line.runs]


# Compared


@given(contents)
def test_equal_texts_differ_nowhere(content: Content) -> None:
    assert compare(content, content).rows == []
    assert Merge(None, content, content).choices == []


@given(contents, contents)
def test_different_texts_differ_somewhere(one: Content, other: Content) -> None:
    assert bool(compare(one, other).rows) is not same(one, other)


@given(line, line)
def test_a_line_reads_as_the_old_one_and_as_the_new_one(old: str, new: str) -> None:
    found = runs(tokens_of(old), tokens_of(new), Effort())

    assert "".join(run.text for run in found if run.kind != "added") == old
    assert "".join(run.text for run in found if run.kind != "taken") == new


@given(st.lists(st.integers(0, 4), max_size=12), st.lists(st.integers(0, 4), max_size=12))
def test_what_stays_is_the_same_and_in_order(old: list[int], new: list[int]) -> None:
    pairs = common(old, new, Effort())

    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a < b and c < d for (a, c), (b, d) in pairwise(pairs))


def test_a_changed_headline_is_told_word_by_word() -> None:
    (row,) = rows(make_content("Turkey keeps the S-400"), make_content("Turkey sells the S-400"))

    assert row.label == "Headline"
    assert told(row) == [
        ("same", "Turkey "),
        ("taken", "keeps"),
        ("added", "sells"),
        ("same", " the S-400"),
    ]


def test_every_field_of_the_content_is_compared() -> None:
    old = make_content("A", key_points=("One", "Two"), kind="news")
    new = replace(
        old,
        standfirst="Another.",
        key_points=("One", "Three"),
        kind="opinion",
        lead_image=Image(pk=7, alt="A ship"),
    )

    found = {row.label: told(row) for row in rows(old, new)}

    assert list(found) == ["Standfirst", "Key points", "Kind of article", "Lead picture"]
    assert found["Key points"] == [("same", "One"), ("taken", "Two"), ("added", "Three")]
    assert found["Kind of article"] == [("taken", "News"), ("added", "Opinion")]
    assert found["Lead picture"] == [("added", "A ship")]


def test_blocks_are_added_taken_out_and_changed() -> None:
    old = body("The first stays.", "The second one goes away.", "The ship sailed at dawn.")
    new = body("The first stays.", "The ship sailed at noon.", heading("What comes next"))

    found = [(row.fate, row.label) for row in rows(old, new)]

    assert found == [("taken", "Paragraph 2"), ("changed", "Paragraph 2"), ("added", "Heading")]


def test_a_moved_section_says_from_where_and_takes_its_text_along() -> None:
    section = [heading("Why it matters"), "Because of the alliance.", "And of the money."]
    old = body("Opening words.", *section, heading("The law"), "It says no.", "It is clear.")
    new = body("Opening words.", heading("The law"), "It says no.", "It is clear.", *section)

    (row,) = rows(old, new)

    assert (row.fate, row.label) == ("moved", "Heading 2")
    assert row.note == "moved down, was after “Opening words.”"
    assert row.said_along == "2 paragraphs"


def test_what_is_the_same_becomes_one_line() -> None:
    parts = ("One.", "Two.", heading("Three"))

    shown = compare(body(*parts, "Old end."), body(*parts, "A quite new close.")).shown

    assert isinstance(shown[0], Fold)
    assert shown[0].said == "2 paragraphs and a heading"


def test_marks_and_links_are_told_in_words() -> None:
    def marked(*marks: dict[str, Any]) -> Content:
        return body({"type": "paragraph", "content": [words("All of it. "), words("Bold", *marks)]})

    link = {"type": "link", "attrs": {"href": "/a/"}}

    ((*_, bold),) = (row.lines[0].runs for row in rows(marked({"type": "bold"}), marked()))
    ((*_, linked),) = (row.lines[0].runs for row in rows(marked(), marked(link)))

    assert (bold.kind, bold.note) == ("remarked", "no longer bold")
    assert (linked.kind, linked.note) == ("remarked", "now link to /a/")


def pull_quote(text: str = "We will not go back on it.", **attrs: str) -> dict[str, Any]:
    return {"type": "pullQuote", "attrs": attrs, "content": [words(text)]}


def test_fields_of_a_block_are_named() -> None:
    (row,) = rows(
        body(pull_quote(role="Ambassador")), body(pull_quote(role="Ambassador to Ankara"))
    )

    changed = [line for line in row.lines if line.fate != "same"]
    assert [line.label for line in changed] == ["role"]
    assert [run.text for run in changed[0].runs] == ["Ambassador", " to Ankara"]


def test_entries_cells_and_facts_are_compared_one_by_one() -> None:
    def lists(*entries: str) -> dict[str, Any]:
        return {"type": "bulletList", "content": [list_item(paragraph(e)) for e in entries]}

    def table(*cells: str) -> dict[str, Any]:
        made = [{"type": "tableCell", "content": [paragraph(cell)]} for cell in cells]
        return {"type": "table", "content": [{"type": "tableRow", "content": made}]}

    def facts(value: str) -> dict[str, Any]:
        row = {"type": "factRow", "attrs": {"term": "Range", "value": value, "unit": "km"}}
        return {"type": "factBox", "content": [row]}

    old = body(lists("The range is longer", "Gone for good"), table("Range", "40"), facts("40"))
    new = body(lists("The range is shorter", "Come anew"), table("Range", "45"), facts("45"))

    a_list, a_table, a_box = (told(row) for row in rows(old, new))

    assert ("taken", "longer") in a_list
    assert ("taken", "– Gone for good") in a_list
    assert ("added", "– Come anew") in a_list
    assert a_table == [("same", "Range | "), ("taken", "40"), ("added", "45")]
    assert a_box == [("same", "Range | "), ("taken", "40"), ("added", "45"), ("same", " | km")]


def test_a_change_that_words_do_not_show_is_still_told() -> None:
    old = {"type": "bulletList", "content": [list_item(paragraph("One"))]}

    (turned,) = rows(body(old), body({**old, "type": "orderedList"}))
    (level,) = rows(body(heading("One", 2)), body(heading("One", 3)))

    assert turned.note == "was a bullet list"
    assert [line.label for line in level.lines if line.fate == "changed"] == ["level"]


def test_pictures_and_articles_go_by_their_names() -> None:
    names = Names(pictures={1: "Ship at sea", 2: "Tank"})

    (row,) = compare(
        body({"type": "figure", "attrs": {"image": 1}}),
        body({"type": "figure", "attrs": {"image": 2}}),
        names,
    ).rows

    assert ("taken", "Ship at sea") in told(row)
    assert ("added", "Tank") in told(row)


@pytest.mark.parametrize("block", [60, 35_000])
def test_two_very_long_texts_are_compared_in_bounded_time(block: int) -> None:
    chance = random.Random(block)
    text = [f"word{int(chance.paretovariate(0.6)) % 9000}" for _ in range(35_000)]
    other = [w if chance.random() > 0.2 else f"new{w}" for w in text]
    other[:10_000] = chance.sample(other[:10_000], 10_000)
    old, new = (
        body(*(" ".join(ws[n : n + block]) for n in range(0, len(ws), block)))
        for ws in (text, other)
    )

    began = time.process_time()
    found = compare(old, new)
    Merge(old, new, old)
    took = time.process_time() - began

    assert found.rows
    assert took < 4


def test_what_was_too_long_to_compare_is_said() -> None:
    old, new = " ".join(["to be or not"] * 3000), " ".join(["not or be to"] * 3000)

    assert compare(body(old), body(new)).simplified


def test_comparisons_of_one_page_share_what_they_may_cost() -> None:
    old, new = " ".join(["to be or not"] * 40), " ".join(["not or be to"] * 40)
    alone = Effort()
    assert not compare(body(old), body(new), effort=alone).simplified

    shared = Effort(left=Effort().left - alone.left)

    assert not compare(body(old), body(new), effort=shared).simplified
    assert compare(body(old), body(new), effort=shared).simplified


# Merged


@settings(max_examples=50)
@given(three())
def test_every_choice_one_way_gives_that_text(texts: tuple[Content, Content, Content]) -> None:
    base, mine, theirs = texts
    for merge in (Merge(base, mine, theirs), Merge(None, mine, theirs)):
        assert same(merge.content(every("mine", merge)), mine)
        assert same(merge.content(every("theirs", merge)), theirs)


@settings(max_examples=50)
@given(three())
def test_what_only_one_side_changed_is_decided_for_it(
    texts: tuple[Content, Content, Content],
) -> None:
    base, changed, _ = texts
    for merge in (Merge(base, changed, base), Merge(base, base, changed)):
        assert merge.undecided({}) == []
        assert same(merge.content({}), changed)


@settings(max_examples=50)
@given(three())
def test_what_all_three_texts_hold_is_never_left_out_unasked(
    texts: tuple[Content, Content, Content],
) -> None:
    base, mine, theirs = texts
    merge = Merge(base, mine, theirs)
    keys = [
        {block.model_dump_json() for block in text.body.blocks if block.text().strip()}
        for text in (*texts, merge.content({}))
    ]

    if not merge.undecided({}):
        assert keys[0] & keys[1] & keys[2] <= keys[3]


def test_changes_in_neighbouring_paragraphs_do_not_clash() -> None:
    base = body("The first one says this.", "The second one says that.")
    mine = body("The first one says much more.", "The second one says that.")
    theirs = body("The first one says this.", "The second one says little.")

    merge = Merge(base, mine, theirs)

    assert merge.undecided({}) == []
    assert merge.content({}).body.text().split("\n\n") == [
        "The first one says much more.",
        "The second one says little.",
    ]


def test_a_paragraph_that_both_changed_is_left_to_a_person() -> None:
    base = body("The ship sailed at dawn.")

    merge = Merge(base, body("The ship sailed at noon."), body("The ship sailed at night."))

    (choice,) = merge.choices
    assert (choice.where, choice.decided) == ("Paragraph", "")
    assert merge.undecided({choice.name: Pick("both")}) == []
    assert merge.content({choice.name: Pick("both")}).body.text() == (
        "The ship sailed at noon.\n\nThe ship sailed at night."
    )
    anew = merge.content({choice.name: Pick("hand", "The ship stayed.")})
    assert anew.body.text() == "The ship stayed."


def test_a_block_that_one_changed_and_the_other_took_out_is_left_to_a_person() -> None:
    base = body("It stays.", "The ship sailed at dawn.", "The end of it.")

    merge = Merge(
        base,
        body("It stays.", "The ship sailed at noon.", "The end of it."),
        body("It stays.", "The end of it."),
    )

    (choice,) = merge.choices
    assert (choice.only, choice.decided) == ("mine", "")


def test_new_paragraphs_at_the_same_place_are_left_to_a_person() -> None:
    base = body("It stays.")

    merge = Merge(base, body("It stays.", "Mine is new."), body("It stays.", "Something else."))

    (choice,) = merge.choices
    assert (choice.where, choice.decided) == ("After “It stays.”", "")
    assert choice.may_keep_both


def test_a_block_moved_by_one_is_not_lost_by_what_the_other_changed() -> None:
    base = body("Alpha stands first here.", "Bravo stands second here.")
    mine = body("Bravo stands second here.", "Alpha stands first here.")
    theirs = body("Alpha stands first here.", "Bravo stands second, changed by them.")

    merge = Merge(base, mine, theirs)

    assert len(merge.undecided({})) == 2
    assert {choice.only for choice in merge.undecided({})} == {"mine", "theirs"}


def test_fields_of_a_quote_are_decided_one_by_one() -> None:
    base = body(pull_quote("We will not go back on it.", role="Ambassador", speaker="Tom"))
    mine = body(pull_quote("We will never go back on it.", role="The Ambassador", speaker="Tom"))
    theirs = body(pull_quote("We will not go back on it.", role="U.S. Ambassador", speaker="Ann"))

    merge = Merge(base, mine, theirs)

    found = {choice.where: choice.decided for choice in merge.choices}
    assert found == {
        "Pull quote: text": "mine",
        "Pull quote: speaker": "theirs",
        "Pull quote: role": "",
    }
    role = merge.choices[-1].name
    (quote,) = merge.content({role: Pick("hand", "Envoy")}).body.dump()["content"]
    assert quote["attrs"] == {"speaker": "Ann", "role": "Envoy", "date": "", "source": ""}


def test_a_text_written_anew_says_that_it_loses_its_marks() -> None:
    bold = {
        "type": "paragraph",
        "content": [words("The ship sailed "), words("at dawn", {"type": "bold"})],
    }

    (with_marks,) = Merge(None, body(bold), body("The ship sailed at noon")).choices
    (without,) = Merge(None, body("The ship sailed now"), body("The ship sailed at noon")).choices

    assert with_marks.loses
    assert not without.loses


def test_a_choice_never_stands_for_another_one() -> None:
    base = make_content("Base", "The same.")
    mine = replace(base, headline="Mine")

    (first,) = Merge(base, mine, replace(base, headline="Theirs")).choices
    (second,) = Merge(base, mine, replace(base, headline="A third")).choices

    assert first.name != second.name


def test_texts_without_end_of_differences_are_chosen_as_a_whole() -> None:
    mine = body(*(f"Paragraph number {n} says this much about it." for n in range(300)))
    theirs = body(*(f"Paragraph number {n} says so much about it." for n in range(300)))

    merge = Merge(None, mine, theirs)

    assert merge.coarse
    assert [choice.where for choice in merge.choices] == ["Body"]
    assert same(merge.content(every("theirs", merge)), theirs)


def test_an_impossible_choice_counts_as_none() -> None:
    base = make_content("Base")
    merge = Merge(base, replace(base, kind="opinion"), replace(base, kind="analysis"))

    for way in ("both", "hand", "nonsense"):
        assert merge.undecided(every(way, merge)) == merge.choices


def test_bodies_are_compared_without_being_changed() -> None:
    assert make_body("One.").dump() == Merge(None, body("One."), body("Two.")).mine.body.dump()
