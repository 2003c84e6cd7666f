"""Every block type in every medium, and what readers' programs make of the odd ones."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from articles.body.blocks import BLOCKS
from articles.body.render import References, render_body
from tests.make import heading, make_body, paragraph

WORDS = {"type": "text", "text": "Some words"}
ITEM = {"type": "listItem", "content": [paragraph("An entry")]}
CELL = {"type": "tableCell", "content": [paragraph("12")]}
HEAD = {"type": "tableHeader", "content": [paragraph("Days")]}

EXAMPLES: dict[str, dict[str, Any]] = {
    "paragraph": paragraph("Some words"),
    "heading": heading("Some words"),
    "bulletList": {"type": "bulletList", "content": [ITEM]},
    "orderedList": {"type": "orderedList", "attrs": {"start": 3}, "content": [ITEM]},
    "pullQuote": {
        "type": "pullQuote",
        "attrs": {
            "speaker": "Ada",
            "role": "pilot",
            "date": "2026-11",
            "source": "https://a.example",
        },
        "content": [WORDS],
    },
    "blockQuote": {
        "type": "blockQuote",
        "attrs": {"speaker": "Ada"},
        "content": [paragraph("Some words")],
    },
    "figure": {"type": "figure", "attrs": {"image": 7}, "content": [WORDS]},
    "table": {
        "type": "table",
        "attrs": {"caption": "Out of service", "source": "operators"},
        "content": [
            {"type": "tableRow", "content": [HEAD, HEAD]},
            {"type": "tableRow", "content": [CELL, CELL]},
        ],
    },
    "factBox": {
        "type": "factBox",
        "attrs": {"title": "In figures"},
        "content": [{"type": "factRow", "attrs": {"term": "Length", "value": "12", "unit": "km"}}],
    },
    "timeline": {
        "type": "timeline",
        "content": [{"type": "timelineEvent", "attrs": {"date": "2022-09"}, "content": [WORDS]}],
    },
    "relatedArticles": {"type": "relatedArticles", "attrs": {"articles": [3]}},
    "embed": {"type": "embed", "attrs": {"url": "https://vimeo.com/123456789", "title": "A film"}},
}


class Picture(SimpleNamespace):
    """Stands for a picture of the library that has one file."""

    pk, alt, credit, caption, width, height = 7, "A ship", "Us", "", 800, 500

    def shown(self, kind: str, base_url: str = "") -> SimpleNamespace:
        return SimpleNamespace(
            sources=(), src="/media/a.jpg", srcset="/media/a.jpg 800w", width=800, height=500
        )

    @property
    def largest_jpeg(self) -> SimpleNamespace:
        address = "https://news.example/media/a.jpg"
        return SimpleNamespace(
            url="/media/a.jpg",
            absolute_url=address,
            width=800,
            height=500,
            url_from=lambda _: address,
        )


ARTICLE = SimpleNamespace(
    get_absolute_url="/2026/11/14/x/",
    live=SimpleNamespace(headline="Another article", standfirst="", lead_image=None),
    desk=None,
    published_at=datetime(2026, 11, 14, tzinfo=UTC),
)


def render(*blocks: dict[str, Any], medium: Any = "web") -> str:
    references = References({7: Picture()}, {3: ARTICLE}, "https://news.example")
    return render_body(make_body(*blocks), medium, references).html


@pytest.mark.parametrize("medium", ["web", "email", "feed"])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name())
def test_every_block_type_renders_in_every_medium(block, medium):
    example = EXAMPLES[block.json_type()]
    html = render(example, medium=medium)
    words = make_body(example).text().split()[:1]
    assert all(word.strip("“–3.:|") in html for word in words)


@pytest.mark.parametrize("medium", ["web", "email", "feed"])
def test_what_is_gone_is_left_out(medium):
    figure = {"type": "figure", "attrs": {"image": 404}, "content": [WORDS]}
    assert "Some words" not in render(figure, medium=medium)
    related = {"type": "relatedArticles", "attrs": {"title": "More", "articles": [404]}}
    assert "More" not in render(related, medium=medium)


def test_a_heading_opens_a_section_that_it_names():
    html = render(heading("The law"), paragraph("Words."), heading("At sea", level=3))
    assert '<section id="the-law"><h2>The law</h2>' in html
    assert '<section id="at-sea"><h3>At sea</h3>' in html


def test_a_pull_quote_is_a_figure_with_its_speaker():
    html = render(EXAMPLES["pullQuote"])
    assert "<blockquote><p>Some words</p></blockquote>" in html
    assert "<figcaption>" in html
    assert '<a href="https://a.example">November 2026</a>' in html


@pytest.mark.parametrize("medium", ["email", "feed"])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name())
def test_only_pages_say_where_a_block_can_be_linked_to(block, medium):
    html = render(heading("The law"), EXAMPLES[block.json_type()], medium=medium)
    assert "Link to" not in html
    assert " id=" not in html


def test_a_column_of_figures_is_set_flush_right():
    html = render(EXAMPLES["table"])
    assert html.count('class="n"') == 2


def test_a_film_asks_nothing_of_its_host_before_the_click():
    html = render(EXAMPLES["embed"])
    assert "<iframe" in html
    assert "src=" not in html
    assert "<iframe" not in render(EXAMPLES["embed"], medium="feed")


def test_text_is_never_markup():
    for medium in ("web", "email", "feed"):
        assert "<script>" not in render(paragraph("<script>alert(1)</script>"), medium=medium)
