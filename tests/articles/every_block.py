"""An article with everything in it that an editor can put there."""

from typing import Any

from articles.models import Article
from tests.make import heading, list_item, make_article, make_image, make_topic, paragraph, words

SENTENCE = "The duty officer keeps two clocks on the wall of the watch room in Gdynia. "
NOTE = {"type": "footnote", "attrs": {"text": "From the log.", "url": "https://example.org/log"}}


def every_block(image: int, other: int) -> list[dict[str, Any]]:
    """image and other: numbers of a picture and of a published article."""
    return [
        {"type": "paragraph", "content": [words(SENTENCE), NOTE]},
        heading("Watching is the easy part"),
        paragraph(SENTENCE * 8),
        {"type": "figure", "attrs": {"image": image}, "content": [words("A grey ship.")]},
        heading("Hours, not days", level=3),
        {"type": "bulletList", "content": [list_item(paragraph("An anchor chain"))]},
        {"type": "orderedList", "content": [list_item(paragraph("A trawl board"))]},
        heading("An anchor is not an act of war"),
        {"type": "paragraph", "content": [words(SENTENCE * 6), NOTE]},
        fact_box(),
        {
            "type": "pullQuote",
            "attrs": {"speaker": "Cdr Aino Lehtonen", "role": "head of the picture"},
            "content": [words("We can tell you the hour, the ship and the shackle of chain.")],
        },
        {"type": "blockQuote", "content": [paragraph(SENTENCE)]},
        timeline(),
        heading("The repair queue"),
        paragraph(SENTENCE * 8),
        table(12),
        {"type": "relatedArticles", "attrs": {"articles": [other]}},
        {"type": "embed", "attrs": {"url": "https://vimeo.com/123456789", "title": "A film"}},
        paragraph(SENTENCE * 8),
    ]


def fact_box() -> dict[str, Any]:
    fact = {"term": "Length of C-Lion1", "value": "1,173", "unit": "km", "asOf": "May 2016"}
    row = {"type": "factRow", "attrs": fact}
    return {"type": "factBox", "attrs": {"title": "In figures"}, "content": [row]}


def timeline() -> dict[str, Any]:
    events = [
        {"type": "timelineEvent", "attrs": {"date": date}, "content": [words("A cable is cut.")]}
        for date in ("2022-09-26", "2023-10-08", "2024-11")
    ]
    return {"type": "timeline", "attrs": {"title": "From blast to patrol"}, "content": events}


def table(columns: int) -> dict[str, Any]:
    def row(kind: str, text: str) -> dict[str, Any]:
        cells = [{"type": kind, "content": [paragraph(text)]} for _ in range(columns)]
        return {"type": "tableRow", "content": cells}

    rows = [row("tableHeader", "Length, km"), row("tableCell", "1,173"), row("tableCell", "218")]
    attrs = {"caption": "Who can mend what", "source": "operators"}
    return {"type": "table", "attrs": attrs, "content": rows}


def make_whole_article(headline: str = "", **fields: Any) -> Article:
    """Published, with every block, corrected once, and another one to read next to it."""
    image, topic = make_image(), make_topic("Cables")
    filing = {"topics": [topic], **fields.pop("filing", {})}
    other = make_article("Another article", published=True, filing=filing)
    article = make_article(
        headline,
        *every_block(image.pk, other.pk),
        published=True,
        filing=filing,
        key_points=("Patrols are quicker.", "Nobody may board."),
        **fields,
    )
    article.publish(None, change="correction", text="It was 25 December, not 24.")
    return article
