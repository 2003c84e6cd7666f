from typing import Any

import pytest
from django.conf import settings

from articles.models import Image, NotReady
from articles.models.gate import report
from tests.make import heading, make_article, make_topic, make_user, words

pytestmark = pytest.mark.django_db


def levels(article: Any) -> dict[str, str]:
    return {finding.place: finding.level for finding in article.gate()}


def image(**fields: Any) -> Image:
    return Image.objects.create(**{"alt": "A ship", "credit": "Us", "state": "ready", **fields})


def figure(image_id: int, **attrs: str) -> dict[str, Any]:
    return {"type": "figure", "attrs": {"image": image_id, **attrs}}


def test_a_whole_article_passes_without_a_word() -> None:
    article = make_article(filing={"topics": [make_topic("S-400")]})
    assert [f for f in article.gate() if f.level == "stops"] == []


@pytest.mark.parametrize(
    ("place", "fields"),
    [
        ("headline", {"headline": " "}),
        ("headline", {"headline": "The TK frigates"}),
        ("standfirst", {"standfirst": "In TK days"}),
        ("key_points", {"key_points": ("Costs TK",)}),
        ("block-1", {"parts": ("TK said so.",)}),
    ],
)
def test_what_is_missing_or_unfinished_stops_it(place: str, fields: dict[str, Any]) -> None:
    parts = fields.pop("parts", ())
    article = make_article(fields.pop("headline", "Headline"), *parts, **fields)

    assert levels(article)[place] == "stops"
    with pytest.raises(NotReady):
        article.publish(make_user("Editor"))


def test_tk_inside_a_word_is_no_gap() -> None:
    assert "headline" not in levels(make_article("The ATK round"))


def test_no_desk_and_no_byline_stop_it() -> None:
    found = levels(make_article(filing={"desk": None, "authors": []}))
    assert (found["desk"], found["bylines"]) == ("stops", "stops")


def test_a_long_headline_no_standfirst_and_no_topic_only_warn() -> None:
    found = levels(make_article("A" * 90, standfirst=""))

    assert (found["headline"], found["standfirst"], found["topics"]) == ("warns",) * 3


@pytest.mark.parametrize(
    "fields",
    [{"alt": ""}, {"credit": ""}, {"state": "processing"}, {"state": "failed"}],
)
def test_a_lead_picture_that_cannot_be_shown_rightly_stops_it(fields: dict[str, str]) -> None:
    article = make_article(lead_image=image(**fields))
    assert levels(article)["lead_image"] == "stops"


def test_a_figure_may_bring_its_own_words_for_a_picture_that_has_none() -> None:
    bare = image(alt="", credit="")

    assert levels(make_article("A", figure(bare.pk)))["block-1"] == "stops"
    told = make_article("B", figure(bare.pk, alt="A mast", credit="Navy"))
    assert "block-1" not in levels(told)


def test_a_figure_whose_picture_is_gone_stops_it() -> None:
    found = make_article("A", figure(999)).gate()
    assert any("no longer in the library" in finding.message for finding in found)


def test_a_link_to_an_unpublished_article_only_warns() -> None:
    other = make_article()
    block = {"type": "relatedArticles", "attrs": {"title": "More", "articles": [other.pk]}}
    article = make_article("A", "Text.", block)
    assert levels(article)["block-2"] == "warns"

    other.publish(make_user("Editor"))

    assert "block-2" not in levels(article)


def link(href: str) -> dict[str, Any]:
    mark = {"type": "link", "attrs": {"href": href}}
    return {"type": "paragraph", "content": [words("See this", mark)]}


def footnote(text: str) -> dict[str, Any]:
    note = {"type": "footnote", "attrs": {"text": text}}
    return {"type": "paragraph", "content": [words("So they say"), note]}


def test_a_link_to_a_withdrawn_article_of_ours_warns() -> None:
    other = make_article(published=True)
    article = make_article("A", "Text.", link(other.get_absolute_url()))
    assert "block-2" not in levels(article)

    other.withdraw("It was wrong.")

    assert levels(article)["block-2"] == "warns"
    assert any("an article that is withdrawn" in found.message for found in article.gate())


@pytest.mark.parametrize(
    ("href", "says"),
    [
        ("/2026/01/02/never-was/", "no article stands"),
        ("/admin/articles/article/12/change/", "readers cannot go"),
        ("/preview/12/", "readers cannot go"),
    ],
)
def test_a_link_to_a_place_of_ours_where_readers_find_nothing_warns(href: str, says: str) -> None:
    article = make_article("A", link(href), link(settings.SITE_URL + href))

    found = [finding for finding in article.gate() if says in finding.message]

    assert [finding.place for finding in found] == ["block-1", "block-2"]
    assert {finding.level for finding in found} == {"warns"}


def test_a_link_to_an_old_address_of_an_article_that_stands_is_well() -> None:
    other = make_article("Old name", published=True)
    old = other.get_absolute_url()
    other.set_slug("new-name")

    assert "block-1" not in levels(make_article("A", link(old), link("/about/"), link("#notes")))


def test_a_footnote_without_words_stops_it() -> None:
    found = levels(make_article("A", footnote("The ministry."), footnote(" ")))

    assert "block-1" not in found
    assert found["block-2"] == "stops"


def test_tk_in_a_footnote_stops_it() -> None:
    assert levels(make_article("A", footnote("TK find the page")))["block-1"] == "stops"


def test_a_small_heading_before_any_section_only_warns() -> None:
    early = make_article("A", "Text.", heading("Politically", 3), heading("Why", 2))
    assert levels(early)["block-2"] == "warns"

    assert "block-3" not in levels(make_article("B", "Text.", heading("Why", 2), heading("So", 3)))


@pytest.mark.parametrize(
    "block",
    [
        {"type": "heading", "attrs": {"level": 2}},
        {"type": "embed", "attrs": {"url": "", "title": "A film"}},
        {"type": "pullQuote", "attrs": {"speaker": "Somebody"}},
        {"type": "relatedArticles", "attrs": {"articles": []}},
    ],
)
def test_a_block_that_is_not_finished_stops_it(block: dict[str, Any]) -> None:
    assert levels(make_article("A", "Text.", block))["block-2"] == "stops"


def test_findings_in_the_text_stand_in_the_order_of_its_blocks() -> None:
    film = {"type": "embed", "attrs": {"url": "https://vimeo.com/123456789"}}
    article = make_article("A", film, footnote(""), "TK", filing={"desk": None})

    assert [finding.place for finding in article.gate() if finding.place != "topics"] == [
        "desk",
        "block-1",
        "block-2",
        "block-3",
    ]


def test_what_passed_is_told_too() -> None:
    article = make_article()
    assert article.draft is not None

    told = report(article, article.draft)

    assert "It stands in a desk" in told.passed
    assert "It is filed under a topic" not in told.passed
