import pytest

from articles.imports import Kind, read_manuscript, read_pasted

from .material import HARBOUR, blocks, kinds, letters, texts


def read(text: str, **known: str):  # type: ignore[no-untyped-def]
    return read_manuscript(text.encode(), "story.txt", **known)


def test_one_paragraph_a_line_is_read_with_its_whole_structure() -> None:
    manuscript = read(HARBOUR)

    assert kinds(manuscript) == [
        *("paragraph", "paragraph", "pullQuote", "paragraph"),
        *("heading2", "paragraph", "bulletList", "paragraph"),
        *("heading2", "heading3", "bulletList", "heading3", "bulletList"),
        *("paragraph", "dropped"),
    ]
    assert manuscript.headline is None
    assert letters(HARBOUR.rsplit("Subscribe", 1)[0]) == letters(
        manuscript.body().text().replace("— Ingrid Moe, Rear Admiral", "")
    )


def test_a_quotation_alone_on_its_line_takes_its_speaker_from_the_sentence_before() -> None:
    quote = next(block for block in blocks(read(HARBOUR)) if block["type"] == "pullQuote")

    assert quote["attrs"]["speaker"] == "Ingrid Moe"
    assert quote["attrs"]["role"] == "Rear Admiral"
    assert quote["content"][0]["text"].startswith("We do not yet know")


@pytest.mark.parametrize(
    "quote", ['"We will not go back."', "«We will not go back.»", "‘We will not go back’."]
)
def test_straight_and_foreign_quotation_marks_do_as_well(quote: str) -> None:
    manuscript = read(
        f"The crew was asked on Friday. Captain Oya Demir said:\n{quote}\nThen they left the pier."
    )

    piece = manuscript.pieces[1]
    assert (piece.kind, piece.speaker, piece.role) == (Kind.PULL_QUOTE, "Oya Demir", "Captain")
    assert blocks(manuscript)[1]["content"][0]["text"] == "We will not go back."


def test_a_quotation_without_a_speaker_says_so() -> None:
    manuscript = read(
        "It had rained all night in the port.\n“Nobody told us about the second convoy.”\n"
        "The rest is known."
    )

    assert manuscript.pieces[1].speaker == ""
    assert "no speaker was found" in manuscript.pieces[1].why


def test_a_line_under_a_quotation_can_name_the_speaker() -> None:
    manuscript = read(
        "It had rained all night in the port.\n“Nobody told us about the second convoy.”\n"
        "— Jane Doe, head of the pilots’ union\nThe rest is known."
    )

    quote = manuscript.pieces[1]
    assert (quote.speaker, quote.role) == ("Jane Doe", "head of the pilots’ union")
    assert kinds(manuscript) == ["paragraph", "pullQuote", "paragraph"]


def test_speech_inside_a_sentence_is_no_pull_quote() -> None:
    manuscript = read(
        "“We go,” she said, “when the ice is gone.”\nThat was in the spring of last year."
    )

    assert "pullQuote" not in kinds(manuscript)


def test_turning_a_pull_quote_down_gives_its_marks_back() -> None:
    manuscript = read(HARBOUR).turned(2, Kind.PARAGRAPH)

    assert blocks(manuscript)[2]["content"][0]["text"].startswith("“We do not")
    assert all(inference.block != 3 for inference in manuscript.inferences)


def test_a_first_line_that_looks_like_a_headline_is_one_unless_it_is_known() -> None:
    text = "Mines close the harbour of Lunde\n\n" + HARBOUR

    assert read(text).headline == "Mines close the harbour of Lunde"
    assert read(text).inferences[0].block is None
    known = read(text, headline="A harbour without ships")
    assert known.headline is None
    assert "Mines close the harbour" in known.body().text()


def test_the_first_paragraph_is_never_taken_for_a_headline() -> None:
    assert (
        read("The harbour is closed.\nNobody knows for how long it will stay so.").headline is None
    )


def test_headline_standfirst_and_byline_are_told_apart() -> None:
    manuscript = read(
        "Mines close the harbour\n\nNobody knows who laid them, and the ice is coming.\n\n"
        "By Mira Okafor\n\nThe harbour at Lunde has been closed since Tuesday, the navy says today."
    )

    assert manuscript.headline == "Mines close the harbour"
    assert manuscript.standfirst == "Nobody knows who laid them, and the ice is coming."
    assert manuscript.byline == "Mira Okafor"
    assert len(blocks(manuscript)) == 1


def test_lines_that_name_themselves_are_believed() -> None:
    manuscript = read(
        "Headline: Mines close Lunde\nStandfirst: Who laid them?\nBy Mira Okafor\n"
        "The harbour is closed."
    )

    assert (manuscript.headline, manuscript.standfirst) == ("Mines close Lunde", "Who laid them?")
    assert manuscript.byline == "Mira Okafor"


def test_sentence_case_headings_are_found_between_paragraphs() -> None:
    manuscript = read(
        "The harbour at Lunde has been closed since Tuesday morning.\n\nWhat the pilots say\n\n"
        "They saw nothing at all before the markers were gone at dawn.\n\nHow long it may last\n\n"
        "Nobody in the harbour office wants to name a date for its opening."
    )

    assert texts(manuscript, Kind.HEADING2) == ["What the pilots say", "How long it may last"]


def test_short_headings_alone_are_sections_not_sub_headings() -> None:
    manuscript = read(
        "The harbour at Lunde has been closed since Tuesday morning.\n"
        "Background\nIt was closed before.\n"
        "Outlook\nNobody in the harbour office wants to name a date."
    )

    assert "heading3" not in kinds(manuscript)
    assert kinds(manuscript).count("heading2") == 2


def test_an_address_is_no_run_of_headings() -> None:
    manuscript = read(
        "Write to us at the address below.\nHarbour Office\nNorth Pier\nLunde\nWe answer letters."
    )

    assert "heading2" not in kinds(manuscript)


def test_lists_nest_by_indent_and_keep_their_numbers() -> None:
    manuscript = read(
        "The plan has these steps:\n3. Clear the channel\n"
        "   - by divers\n   - by sonar\n4. Open it\n"
        "Then the ships may come in again."
    )

    ordered = blocks(manuscript)[1]
    assert (ordered["type"], ordered["attrs"]["start"]) == ("orderedList", 3)
    assert ordered["content"][0]["content"][1]["type"] == "bulletList"
    assert len(ordered["content"]) == 2


@pytest.mark.parametrize("sign", ["-", "*", "•", "–", "·", "●"])
def test_every_usual_bullet_makes_a_list(sign: str) -> None:
    manuscript = read(f"The plan has two steps:\n{sign} Clear the channel\n{sign} Open it")

    assert kinds(manuscript) == ["paragraph", "bulletList"]
    assert (
        blocks(manuscript)[1]["content"][0]["content"][0]["content"][0]["text"]
        == "Clear the channel"
    )


def test_a_year_at_the_start_of_a_line_is_no_list() -> None:
    assert (
        kinds(read("1974. The year of the landing.\nIt changed the island.")) == ["paragraph"] * 2
    )


def test_lines_that_a_mail_program_broke_are_joined() -> None:
    manuscript = read(
        "The harbour at Lunde has been closed to merchant ships since\n"
        "Tuesday, and nobody expects it to open before the ice goes. The\n"
        "navy moved two minehunters into the outer basin on the same day\n"
        "and asked for divers.\n\n"
        "- Grain ships wait at anchor, and the owners of the cargo\n"
        "  are asking who will pay\n\n"
        "The government has promised to carry part of the cost, although\n"
        "no sum was named.\n"
    )

    assert kinds(manuscript) == ["paragraph", "bulletList", "paragraph"]
    assert manuscript.inferences[0].guess == "Lines were joined into paragraphs"
    assert "owners of the cargo are asking who" in manuscript.body().text()
    assert manuscript.pieces[0].first, manuscript.pieces[0].last == (1, 4)


def test_rows_with_tabs_are_a_table() -> None:
    manuscript = read(
        "The figures are these:\nShip\tTons\nMoe\t1,200\nLie\t900\nThey are estimates."
    )

    assert kinds(manuscript) == ["paragraph", "table", "paragraph"]
    assert len(blocks(manuscript)[1]["content"]) == 3


@pytest.mark.parametrize(
    "closing",
    [
        "Discover more from The Harbour Letter",
        "Subscribe to get the latest posts sent to your email.",
        "Subscribe now to keep reading and get access to the full archive.",
        "Thanks for reading us! Subscribe for free to receive new posts and support my work.",
        "Our Letter is a reader-supported publication. To receive new posts, consider subscribing.",
        "Type your email…",
        "Share this:",
    ],
)
def test_a_newsletters_closing_words_are_left_out_only_at_the_end(closing: str) -> None:
    at_end = read(f"The harbour is closed.\nIt stays so.\n{closing}\n")
    inside = read(f"The harbour is closed.\n{closing}\nIt stays so, says the harbour master today.")

    assert kinds(at_end)[-1] == "dropped"
    assert closing not in at_end.body().text()
    assert closing in inside.body().text()


def test_a_line_of_signs_is_left_out() -> None:
    assert kinds(read("The harbour is closed.\n* * *\nIt stays so.")) == [
        "paragraph",
        "dropped",
        "paragraph",
    ]


def test_every_inference_names_the_block_it_is_about() -> None:
    manuscript = read(HARBOUR)

    for inference in manuscript.inferences:
        if inference.block is not None:
            block = blocks(manuscript)[inference.block - 1]
            assert block["type"] != "paragraph"
            assert inference.why


def test_pasted_html_source_is_known_as_such() -> None:
    assert kinds(read_pasted("<h2>What next</h2><p>Nobody knows.</p>"))[1] == "paragraph"
    assert kinds(read_pasted("The tag <p> opens a paragraph.")) == ["paragraph"]
