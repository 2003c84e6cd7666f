import time

from tests.make import heading, make_body, paragraph


def outline(*blocks: dict) -> list:
    def shape(section):
        return (section.title, section.anchor, [shape(inner) for inner in section.sections])

    return [shape(s) for s in make_body(*blocks).sections]


def test_a_heading_opens_a_section_and_a_sub_heading_a_part_of_it():
    assert outline(
        paragraph("Opening."), heading("The hull"), heading("Steel", 3), heading("The crew")
    ) == [
        ("", "", []),
        ("The hull", "the-hull", [("Steel", "steel", [])]),
        ("The crew", "the-crew", []),
    ]


def test_a_sub_heading_without_a_section_stands_by_itself():
    assert outline(heading("Steel", 3), heading("Hull")) == [
        ("Steel", "steel", []),
        ("Hull", "hull", []),
    ]


def test_the_same_words_twice_make_two_anchors():
    anchors = [anchor for _, anchor, _ in outline(*(heading("Cost") for _ in range(3)))]
    assert anchors == ["cost", "cost-2", "cost-3"]


def test_an_anchor_never_takes_an_id_that_the_page_needs():
    [(_, anchor, _)] = outline(heading("Notes"))
    assert anchor == "notes-2"


def test_an_anchor_is_made_of_plain_letters():
    [(_, anchor, _)] = outline(heading("Erdoğan’s S-400: why now?"))
    assert anchor == "erdogans-s-400-why-now"


def test_a_heading_of_signs_alone_still_has_an_anchor():
    assert [anchor for _, anchor, _ in outline(heading("…"), heading("—"))] == [
        "section",
        "section-2",
    ]


def test_a_heading_of_very_many_accents_gets_its_id_at_once():
    began = time.monotonic()

    outline(heading("Cost" + "\u0301\u0316" * 50_000))

    assert time.monotonic() - began < 5
