"""What Word, Google Docs, LibreOffice, WordPress and plain text put on the clipboard."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles.body import Body
from tests.make import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAMPLES = Path(__file__).parents[1] / "imports" / "samples"
PASTE = """([html, text]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", text);
  const event = { clipboardData: data, bubbles: true, cancelable: true };
  document.querySelector("#editor .ProseMirror").dispatchEvent(new ClipboardEvent("paste", event));
}"""
POSTED = "new FormData(document.getElementById('article_form')).get('body')"


@pytest.fixture
def paste(newsdesk: Any) -> Any:
    """paste(html, text) into an empty article: the blocks as JSON, which the server takes too."""
    article = make_article(body=Body.empty())
    tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user("Editor"))
    tab.focus("#editor .ProseMirror")

    def act(html: str = "", text: str = "") -> list[dict[str, Any]]:
        tab.evaluate(PASTE, [html, text])
        return list(Body.loads(tab.evaluate(POSTED)).dump().get("content", []))

    act.tab = tab  # type: ignore[attr-defined]
    return act


def kinds(blocks: list[dict[str, Any]]) -> list[str]:
    return [block["type"] + str(block.get("attrs", {}).get("level", "")) for block in blocks]


def text_of(node: Any) -> str:
    if isinstance(node, dict):
        return str(node.get("text", "")) + text_of(node.get("content", []))
    return "".join(text_of(each) for each in node)


def links(blocks: Any) -> list[str]:
    return [mark["attrs"]["href"] for mark in marks(blocks) if mark["type"] == "link"]


def marks(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [mark for each in node for mark in marks(each)]
    return [*node.get("marks", []), *marks(node.get("content", []))]


def notes(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [note for each in node for note in notes(each)]
    own = [node["attrs"]] if node["type"] == "footnote" else []
    return own + notes(node.get("content", []))


def sample(name: str) -> str:
    return (SAMPLES / name).read_text(encoding="utf-8")


def test_word_keeps_headings_lists_tables_notes_and_links(paste: Any) -> None:
    blocks = paste(sample("word.html"))

    assert kinds(blocks) == [
        *("heading2", "paragraph", "paragraph", "heading2", "bulletList", "orderedList"),
        *("heading3", "table", "paragraph"),
    ]
    outer = blocks[4]["content"]
    assert [len(item["content"]) for item in outer] == [2, 1]
    assert outer[0]["content"][1]["type"] == "bulletList"
    assert text_of(blocks[4]) == "No markerssince TuesdayNo lights"
    header, row = blocks[7]["content"]
    assert {cell["type"] for cell in header["content"]} == {"tableHeader"}
    assert {cell["type"] for cell in row["content"]} == {"tableCell"}
    assert links(blocks) == ["https://harbour.example/log?a=1&b=2"]
    assert notes(blocks) == [
        {"text": "Harbour office, notice 12.", "url": "https://harbour.example/notice"}
    ]
    assert "[1]" not in text_of(blocks)


def test_google_docs_bold_is_only_what_is_bold(paste: Any) -> None:
    heading, paragraph, bullets, link = paste(sample("google-docs.html"))

    assert heading["type"] == "heading"
    assert "marks" not in heading["content"][0]
    marked = {n["text"]: [m["type"] for m in n.get("marks", [])] for n in paragraph["content"]}
    assert marked == {
        "They saw ": [],
        "nothing": ["bold"],
        " at all": ["italic"],
        "2": ["superscript"],
        ".": [],
    }
    assert bullets["content"][0]["content"][1]["type"] == "bulletList"
    assert links(link) == ["https://harbour.example/log"]


def test_libreoffice_sections_notes_and_numbers(paste: Any) -> None:
    blocks = paste(sample("libreoffice.html"))

    assert kinds(blocks) == ["heading2", "paragraph", "heading2", "orderedList"]
    assert notes(blocks) == [{"text": "Two of the three.", "url": ""}]
    assert blocks[3]["attrs"]["start"] == 3
    assert blocks[3]["content"][0]["content"][1]["type"] == "orderedList"


def test_wordpress_blocks_become_ours_and_its_box_is_left_out(paste: Any) -> None:
    blocks = paste(sample("wordpress.html"))

    assert kinds(blocks) == [
        *("paragraph", "heading2", "pullQuote", "blockQuote", "table"),
        *("paragraph", "paragraph"),
    ]
    assert blocks[2]["attrs"]["speaker"] == "Ingrid Moe"
    assert text_of(blocks[2]) == "We will not guess."
    assert blocks[3]["attrs"]["speaker"] == "Harbour log"
    assert blocks[4]["attrs"]["caption"] == "Ships at anchor"
    assert links(blocks) == []
    assert "Subscribe" not in text_of(blocks)
    assert "picture was left out" in paste.tab.text_content(".paste-note")


def test_plain_text_is_read_as_a_manuscript_and_says_what_it_guessed(paste: Any) -> None:
    blocks = paste(text=sample("harbour.txt"))

    found = kinds(blocks)
    assert {"heading2", "heading3", "bulletList", "pullQuote"} <= set(found)
    assert "Subscribe to get" not in text_of(blocks)
    assert "Guessed from the text" in paste.tab.text_content(".paste-note")

    paste.tab.click(".paste-note button")
    plain = json.loads(paste.tab.evaluate(POSTED))["content"]
    assert {block["type"] for block in plain} == {"paragraph"}
    assert text_of(plain).replace(" ", "") in "".join(sample("harbour.txt").split())


def test_plain_text_keeps_its_addresses_and_cells(paste: Any) -> None:
    first, table = paste(text="See https://harbour.example/log, he said.\n\nShip\tTons\nMoe\t1,200")

    assert links(first) == ["https://harbour.example/log"]
    assert [cell["type"] for cell in table["content"][0]["content"]] == ["tableHeader"] * 2
    assert text_of(table) == "ShipTonsMoe1,200"


def test_one_line_stays_a_part_of_the_line(paste: Any) -> None:
    assert kinds(paste(text="The Harbour Is Closed")) == ["paragraph"]


@pytest.mark.parametrize(
    "html",
    [
        '<p onclick="alert(1)" style="position:fixed">Safe<script>alert(1)</script></p>',
        '<p title="a > b" style="color:red">Safe</p><iframe src="https://a.example"></iframe>',
        '<p>Safe<img src="https://a.example/x.png" onerror="alert(1)"></p>',
        '<svg onload="alert(1)"><text>x</text></svg><p>Safe</p>',
        '<p>Sa<a href="javascript:alert(1)">fe</a></p>',
        '<aside data-pull-quote="{"><p>Safe</p></aside>',
        "<h2></h2><p>Safe</p><p>&nbsp;</p><br><br>",
    ],
)
def test_what_is_hostile_or_empty_leaves_only_its_words(paste: Any, html: str) -> None:
    blocks = paste(html)

    assert kinds(blocks) == ["paragraph"]
    assert text_of(blocks) == "Safe"
    assert marks(blocks) == []


def test_two_breaks_are_two_paragraphs_and_one_is_a_break(paste: Any) -> None:
    blocks = paste("<div>One<br>line<br><br>Two</div>")

    assert [text_of(block) for block in blocks] == ["Oneline", "Two"]
    assert blocks[0]["content"][1]["type"] == "hardBreak"
