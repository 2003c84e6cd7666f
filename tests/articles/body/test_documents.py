"""Whatever an editor may write survives; whatever nobody may write is refused by name."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from articles.body import Body, BodyError
from articles.body.limits import MAX_BLOCKS
from articles.body.render import References, render_body
from articles.body.schema import json_schema
from tests.articles.body.documents import documents, mutated


@given(documents)
def test_any_valid_body_survives_load_save_load_unchanged(document):
    body = Body.load(document)
    saved = json.dumps(body.dump())
    assert Body.loads(saved) == body
    assert Body.loads(saved).dump() == body.dump()


@given(documents, st.sampled_from(["web", "email", "feed"]))
def test_any_valid_body_renders_in_every_medium(document, medium):
    body = Body.load(document)
    rendered = render_body(body, medium, References(base_url="https://example.org"))
    # No picture is at hand here, so every figure is left out, with the notes in its caption.
    shown = Body(content=tuple(block for block in body.blocks if block.type != "figure"))
    assert rendered.notes == shown.footnotes()


@given(mutated())
def test_a_mutated_body_is_valid_or_refused_with_the_block_named(case):
    document, block = case
    try:
        body = Body.load(document)
    except BodyError as error:
        assert error.problems
        assert all(problem.message for problem in error.problems)
        if block is not None:
            assert {problem.block for problem in error.problems} == {block}
            assert f"Block {block}" in str(error)
    else:
        assert Body.load(body.dump()) == body


@given(mutated())
def test_what_body_accepts_the_published_schema_accepts_too(case):
    document, _ = case
    try:
        dumped = Body.load(document).dump()
    except BodyError:
        return
    assert Draft202012Validator(json_schema()).is_valid(dumped)


@given(documents)
def test_words_are_never_markup(document):
    text = {"type": "text", "text": "<script>alert(1)</script>"}
    marked = {**document, "content": [{"type": "paragraph", "content": [text]}]}
    assert "<script>" not in render_body(Body.load(marked), "web").html


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ({"type": "iframe"}, "Block 2: there is no “iframe” here"),
        (
            {
                "type": "pullQuote",
                "attrs": {"cite": "x"},
                "content": [{"type": "text", "text": "q"}],
            },
            "Block 2, pull quote: “cite” is not known here",
        ),
        ({"type": "heading", "attrs": {"level": 4}, "content": []}, "Block 2, heading: level"),
        (
            {
                "type": "paragraph",
                "content": [
                    {
                        "type": "text",
                        "text": "x",
                        "marks": [{"type": "link", "attrs": {"href": "javascript:alert(1)"}}],
                    }
                ],
            },
            "Block 2, link: the address must begin with https://",
        ),
        (
            {"type": "paragraph", "content": [{"type": "text", "text": "nul\x00"}]},
            "Block 2, text: it holds a character that cannot be stored",
        ),
        (
            {
                "type": "timeline",
                "content": [
                    {
                        "type": "timelineEvent",
                        "attrs": {"date": "2023-02-29"},
                        "content": [{"type": "text", "text": "x"}],
                    }
                ],
            },
            "there is no such date",
        ),
    ],
)
def test_an_error_says_which_block_and_why(block, message):
    with pytest.raises(BodyError) as refusal:
        Body.load({"type": "doc", "content": [{"type": "paragraph"}, block]})
    assert message in str(refusal.value)


def test_lists_nested_without_end_are_refused_before_anything_recurses():
    inner = {"type": "paragraph"}
    for _ in range(2_000):
        entry = {"type": "listItem", "content": [{"type": "paragraph"}, inner]}
        inner = {"type": "bulletList", "content": [entry]}
    with pytest.raises(BodyError, match="Block 1: lists or quotations are nested too deeply"):
        Body.load({"type": "doc", "content": [inner]})
    with pytest.raises(BodyError, match="not valid JSON"):
        Body.loads('{"type":"doc","content":' + "[" * 200_000)


def test_too_many_blocks_are_refused():
    with pytest.raises(BodyError, match="more than"):
        Body.load({"type": "doc", "content": [{"type": "paragraph"}] * (MAX_BLOCKS + 1)})


def test_the_empty_paragraph_an_editor_leaves_at_the_end_is_no_part_of_the_text():
    text = {"type": "paragraph", "content": [{"type": "text", "text": "End."}]}
    body = Body.load({"type": "doc", "content": [text, {"type": "paragraph"}]})
    assert len(body.blocks) == 1


def test_neighbouring_texts_with_the_same_marks_are_one_text():
    parts = [{"type": "text", "text": word} for word in ("one ", "two")]
    body = Body.load({"type": "doc", "content": [{"type": "paragraph", "content": parts}]})
    assert body.dump()["content"][0]["content"] == [{"type": "text", "text": "one two"}]
