"""What Word, Google Docs, LibreOffice and WordPress put on the clipboard, imitated."""

from base64 import b64encode
from pathlib import Path

from articles.imports import Kind, read_manuscript, read_pasted
from tests.make import make_file

from .material import blocks, kinds, texts

SAMPLES = Path(__file__).parent / "samples"
WORD = (SAMPLES / "word.html").read_text(encoding="utf-8")

GOOGLE = (SAMPLES / "google-docs.html").read_text(encoding="utf-8")

LIBRE = (SAMPLES / "libreoffice.html").read_text(encoding="utf-8")

WORDPRESS = (SAMPLES / "wordpress.html").read_text(encoding="utf-8")


def test_word_keeps_title_lists_tables_notes_and_links() -> None:
    manuscript = read_pasted(WORD)

    assert manuscript.headline == "Mines close the harbour"
    assert manuscript.standfirst == "Nobody knows who laid them"
    assert kinds(manuscript)[2:] == [
        *("paragraph", "heading2", "bulletList", "orderedList"),
        *("heading3", "table", "paragraph"),
    ]
    bullets = blocks(manuscript)[2]["content"]
    assert [len(item["content"]) for item in bullets] == [2, 1]
    assert bullets[0]["content"][1]["type"] == "bulletList"
    note = next(n for n in blocks(manuscript)[0]["content"] if n["type"] == "footnote")
    assert note["attrs"] == {
        "text": "Harbour office, notice 12.",
        "url": "https://harbour.example/notice",
    }
    header, row = next(b for b in blocks(manuscript) if b["type"] == "table")["content"]
    assert {cell["type"] for cell in header["content"]} == {"tableHeader"}
    assert {cell["type"] for cell in row["content"]} == {"tableCell"}
    assert "·" not in manuscript.body().text()


def test_a_link_that_leads_nowhere_keeps_its_words_and_is_reported() -> None:
    manuscript = read_pasted(WORD)

    last = blocks(manuscript)[-1]["content"]
    links = [m["attrs"]["href"] for n in last for m in n.get("marks", []) if m["type"] == "link"]
    assert links == ["https://harbour.example/log?a=1&b=2"]
    assert manuscript.body().text().split("\n\n")[-2] == "It is in the log, and here."
    assert manuscript.unplaced == ("The link of “here”, which leads to file:///C:/notes.doc",)


def test_google_docs_bold_is_only_what_is_bold() -> None:
    manuscript = read_pasted(GOOGLE)

    heading, paragraph, bullets, link = blocks(manuscript)
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
    assert link["content"][0]["marks"][0]["attrs"]["href"] == "https://harbour.example/log"


def test_libreoffice_sections_notes_and_numbers() -> None:
    manuscript = read_pasted(LIBRE)

    assert kinds(manuscript) == ["heading2", "paragraph", "heading2", "orderedList"]
    assert blocks(manuscript)[1]["content"][-1]["attrs"]["text"] == "Two of the three."
    assert blocks(manuscript)[3]["attrs"]["start"] == 3
    assert blocks(manuscript)[3]["content"][0]["content"][1]["type"] == "orderedList"


def test_wordpress_blocks_become_ours_and_its_box_is_left_out() -> None:
    manuscript = read_pasted(WORDPRESS)

    assert kinds(manuscript) == [
        *("paragraph", "heading2", "pullQuote", "blockQuote", "table"),
        *("paragraph", "paragraph", "dropped", "dropped"),
    ]
    pull, quotation, table = blocks(manuscript)[2:5]
    assert pull["attrs"]["speaker"] == "Ingrid Moe"
    assert quotation["attrs"]["speaker"] == "Harbour log"
    assert len(quotation["content"]) == 2
    assert table["attrs"]["caption"] == "Ships at anchor"
    assert "⚓" in manuscript.body().text()
    assert any("pier.jpg" in each for each in manuscript.unplaced)
    assert any("javascript" in each for each in manuscript.unplaced)
    assert "javascript" not in str(blocks(manuscript))
    assert "/2024/01/02/ice/" in str(blocks(manuscript))


def test_the_only_first_level_heading_above_the_text_is_the_headline() -> None:
    manuscript = read_pasted(
        "<h1>Mines</h1><p>One.</p><h3>Pilots</h3><p>Two.</p><h5>At night</h5><p>x</p>"
    )

    assert manuscript.headline == "Mines"
    assert kinds(manuscript) == [
        "headline",
        "paragraph",
        "heading2",
        "paragraph",
        "heading3",
        "paragraph",
    ]


def test_bold_lines_are_headings_where_nothing_else_is() -> None:
    manuscript = read_pasted(
        "<p>The harbour at Lunde is closed.</p><p><b>What the pilots say</b></p>"
        "<p>They saw nothing at all.</p>"
        "<p><b>What the navy says:</b></p><p>Nothing either.</p>"
    )

    assert texts(manuscript, Kind.HEADING2) == ["What the pilots say", "What the navy says:"]
    assert "marks" not in blocks(manuscript)[1]["content"][0]


def test_two_line_breaks_part_paragraphs_and_one_stays() -> None:
    manuscript = read_pasted("<div>One.<br>Two.<br><br>Three.</div>")

    assert [block["type"] for block in blocks(manuscript)] == ["paragraph", "paragraph"]
    assert blocks(manuscript)[0]["content"][1]["type"] == "hardBreak"


def test_a_table_that_lays_out_the_page_is_taken_apart() -> None:
    manuscript = read_pasted(
        "<table><tr><td><h2>What next</h2><p>Nobody knows.</p></td></tr></table>"
    )

    assert kinds(manuscript) == ["heading2", "paragraph"]


def test_pictures_inside_the_text_are_kept_aside() -> None:
    pixel = b64encode(make_file(name="pixel.png").read()).decode()
    manuscript = read_pasted(
        f'<p>One.</p><p><img src="data:image/png;base64,{pixel}" alt="A pixel"></p>'
    )

    assert kinds(manuscript) == ["paragraph", "figure"]
    assert next(iter(manuscript.images.values())).data.startswith(b"\x89PNG")
    assert blocks(manuscript)[1]["attrs"] == {"image": 1, "alt": "A pixel", "credit": ""}


def test_a_page_in_its_own_encoding_is_read_by_it() -> None:
    page = '<html><head><meta charset="windows-1254"></head><body><p>Işıl Şahin</p></body></html>'

    assert read_manuscript(page.encode("cp1254"), "page.html").body().text() == "Işıl Şahin"


def test_scripts_and_styles_are_no_text() -> None:
    manuscript = read_pasted("<p>One.</p><script>alert(1)</script><style>p{}</style>")

    assert manuscript.body().text() == "One."


def test_numbers_of_thousands_of_digits_hinder_no_reading() -> None:
    long = "9" * 5000
    manuscript = read_pasted(
        f"<h1>Harbour</h1><p>It is shut.</p><ol start='{long}'><li>One</li></ol>"
        f"<p style='mso-list:l0 level{long} lfo1'>Two</p>"
        f"<table><tr><td colspan='{long}'>a</td><td>b</td></tr>"
        "<tr><td>c</td><td>d</td></tr></table>"
    )

    assert "orderedList" in kinds(manuscript)
    assert "Two" in manuscript.body().text()
