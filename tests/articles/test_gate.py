from typing import Any

import pytest

from articles.models import Image, NotReady
from tests.make import make_article, make_topic, make_user

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
