"""What each block says as plain text, and what it knows about itself."""

import pytest

from tests.make import list_item, make_body, paragraph, words


def first(block: dict):
    return make_body(block).blocks[0]


def test_a_nested_list_reads_as_indented_lines():
    inner = {
        "type": "orderedList",
        "attrs": {"start": 3},
        "content": [list_item(paragraph("trawl"))],
    }
    block = {"type": "bulletList", "content": [list_item(paragraph("anchors"), inner)]}
    assert first(block).text() == "– anchors\n  3. trawl"


def test_a_pull_quote_reads_with_its_marks_and_its_speaker():
    block = {
        "type": "pullQuote",
        "attrs": {"speaker": "Aino Lehtonen", "role": "duty officer"},
        "content": [words("We know the hour.")],
    }
    assert first(block).text() == "“We know the hour.”\n— Aino Lehtonen, duty officer"


def test_a_quotation_reads_as_mail_quotes():
    block = {"type": "blockQuote", "content": [paragraph("One."), paragraph("Two.")]}
    assert first(block).text() == "> One.\n> Two."


def test_a_fact_reads_with_unit_date_and_source():
    row = {
        "term": "Length",
        "value": "1,173",
        "unit": "km",
        "asOf": "May 2016",
        "source": "operator",
    }
    block = {"type": "factBox", "content": [{"type": "factRow", "attrs": row}]}
    assert first(block).text() == "Length: 1,173 km (as of May 2016; operator)"


@pytest.mark.parametrize(
    ("date", "said"),
    [("2022-09-26", "26 September 2022"), ("2022-09", "September 2022"), ("2022", "2022")],
)
def test_an_event_is_dated_as_exactly_as_is_known(date, said):
    event = {"type": "timelineEvent", "attrs": {"date": date}, "content": [words("A blast.")]}
    assert first({"type": "timeline", "content": [event]}).text() == f"{said}: A blast."


@pytest.mark.parametrize("figure", ["12", "1,173.5", "−4", "35 %", "–", ""])
def test_a_cell_of_figures_is_set_as_a_number(figure):
    assert cell(figure).is_number


@pytest.mark.parametrize("text", ["Power", "12 km", "F-35", "."])
def test_a_cell_of_words_is_not(text):
    assert not cell(text).is_number


def cell(text: str):
    inside = [paragraph(text)] if text else [{"type": "paragraph"}]
    row = {"type": "tableRow", "content": [{"type": "tableCell", "content": inside}]}
    return first({"type": "table", "content": [row]}).content[0].content[0]


@pytest.mark.parametrize(
    ("url", "provider", "player"),
    [
        (
            "https://www.youtube.com/watch?v=abcdefghijk&t=3",
            "YouTube",
            "https://www.youtube-nocookie.com/embed/abcdefghijk",
        ),
        (
            "https://youtu.be/abcdefghijk",
            "YouTube",
            "https://www.youtube-nocookie.com/embed/abcdefghijk",
        ),
        ("https://vimeo.com/123456789", "Vimeo", "https://player.vimeo.com/video/123456789?dnt=1"),
        ("https://www.example.org/film", "example.org", ""),
        ("https://youtube.com.example.org/watch?v=abcdefghijk", "youtube.com.example.org", ""),
    ],
)
def test_an_embed_knows_its_provider_and_a_player_without_cookies(url, provider, player):
    block = first({"type": "embed", "attrs": {"url": url}})
    assert (block.provider, block.player) == (provider, player)


def test_a_document_names_the_pictures_and_articles_it_needs_once_each():
    figure = {"type": "figure", "attrs": {"image": 7}}
    related = {"type": "relatedArticles", "attrs": {"articles": [3, 5, 3]}}
    body = make_body(figure, related, figure)
    assert (body.image_ids(), body.article_ids()) == ((7,), (3, 5))


def test_footnotes_close_the_plain_text():
    note = {"type": "footnote", "attrs": {"text": "Article 113."}}
    body = make_body({"type": "paragraph", "content": [words("The law"), note]})
    assert body.text() == "The law\n\n[1] Article 113."
