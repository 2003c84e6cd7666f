"""A body that uses every block type."""

from typing import Any

from tests.make import heading, list_item, make_body, paragraph, words


def cell(kind: str, text: str) -> dict[str, Any]:
    return {"type": kind, "content": [paragraph(text)]}


def every_block(image: int, article: int) -> list[dict[str, Any]]:
    link = {"type": "link", "attrs": {"href": "/about/"}}
    return [
        {
            "type": "paragraph",
            "content": [
                words("The duty officer keeps two clocks on the wall. "),
                words("One shows the time", {"type": "bold"}),
                words(", and the other, as "),
                words("our guide", link),
                words(" says, starts when a cable company telephones"),
                {
                    "type": "footnote",
                    "attrs": {"text": "Interview in Turku.", "url": "https://turku.example/talk"},
                },
                words("."),
            ],
        },
        heading("Seven hours"),
        paragraph("That is a real achievement, and it is the wrong one to celebrate. " * 3),
        {
            "type": "bulletList",
            "content": [
                list_item(
                    paragraph("Patrols from four states, on a rota that nobody may leave early")
                ),
                list_item(
                    paragraph("Two repair ships"),
                    {
                        "type": "orderedList",
                        "content": [list_item(paragraph("One is in the yard"))],
                    },
                ),
            ],
        },
        {
            "type": "pullQuote",
            "attrs": {"speaker": "Aino Salmi", "role": "harbour master"},
            "content": [words("We can see everything and stop nothing.")],
        },
        heading("What the law says", 3),
        {
            "type": "blockQuote",
            "attrs": {"speaker": "Convention of 1884", "source": "https://treaties.example/1884"},
            "content": [paragraph("It is a punishable offence to break a submarine cable.")],
        },
        {"type": "figure", "attrs": {"image": image}, "content": [words("The repair ship")]},
        {
            "type": "table",
            "attrs": {"caption": "Faults by year", "source": "Operators"},
            "content": [
                {
                    "type": "tableRow",
                    "content": [cell("tableHeader", "Year"), cell("tableHeader", "Faults")],
                },
                {
                    "type": "tableRow",
                    "content": [cell("tableCell", "2024"), cell("tableCell", "6")],
                },
            ],
        },
        {
            "type": "factBox",
            "attrs": {"title": "The ship"},
            "content": [
                {
                    "type": "factRow",
                    "attrs": {
                        "term": "Length",
                        "value": "112",
                        "unit": "m",
                        "asOf": "2026",
                        "source": "The yard",
                    },
                }
            ],
        },
        {
            "type": "timeline",
            "attrs": {"title": "Three breaks"},
            "content": [
                {
                    "type": "timelineEvent",
                    "attrs": {"date": "2022-09-26"},
                    "content": [words("The pipes burst.")],
                },
                {
                    "type": "timelineEvent",
                    "attrs": {"date": "2024-11"},
                    "content": [words("The data cable goes dead.")],
                },
            ],
        },
        {"type": "relatedArticles", "attrs": {"title": "Read next", "articles": [article]}},
        {
            "type": "embed",
            "attrs": {"url": "https://vimeo.com/123456789", "title": "The ship at sea"},
        },
    ]


def long_body(paragraphs: int) -> Any:
    text = "The patrol sails at dawn & returns at dusk, as it has done since the first break. " * 5
    return make_body(*(f"{number}. {text}" for number in range(1, paragraphs + 1)))
