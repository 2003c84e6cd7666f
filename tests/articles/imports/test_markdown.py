from articles.imports import read_manuscript, read_pasted

from .material import blocks, kinds

STORY = """---
title: Mines close the harbour
author: Mira Okafor
date: 2026-11-03
---
The harbour at **Lunde** is *closed*[^1], says [the log](https://harbour.example/log).

## What next

1. Wait
   - for the ice
   - for the divers
2. Sail

> We will not guess.

| Ship | Tons |
|------|-----:|
| Moe  | 1,200 |

![The pier](https://harbour.example/pier.jpg)

### At night

Line one\\
line two

[^1]: Harbour office.
"""


def test_markdown_is_read_whole() -> None:
    manuscript = read_manuscript(STORY.encode(), "story.md")

    assert manuscript.headline == "Mines close the harbour"
    assert manuscript.byline == "Mira Okafor"
    assert [block["type"] for block in blocks(manuscript)] == [
        *("paragraph", "heading", "orderedList", "blockQuote", "table", "heading", "paragraph"),
    ]
    first = blocks(manuscript)[0]["content"]
    assert [n["type"] for n in first].count("footnote") == 1
    assert first[1]["marks"] == [{"type": "bold"}]
    assert "pier.jpg" in manuscript.unplaced[0]
    assert any(inference.guess == "Left out" for inference in manuscript.inferences)


def test_markdown_in_a_text_file_is_known_by_its_signs() -> None:
    manuscript = read_pasted("The harbour is closed.\nIt stays so.\n## What next\nNobody knows.")

    assert kinds(manuscript) == ["paragraph", "paragraph", "heading2", "paragraph"]


def test_a_quotation_alone_in_markdown_is_a_pull_quote() -> None:
    manuscript = read_manuscript(
        "Captain Oya Demir said:\n\n“We will not go back.”\n".encode(), "a.md"
    )

    assert kinds(manuscript) == ["paragraph", "pullQuote"]
    assert blocks(manuscript)[1]["attrs"]["speaker"] == "Oya Demir"
