import pytest
from django.core.exceptions import ValidationError

from articles.models import Topic, TopicAlias
from tests.make import make_article, make_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["S-400", "S400", "s 400", "Triumf", "SA-21", " sa21 ", "TRİUMF"])
def test_a_topic_is_found_under_all_its_names(name: str) -> None:
    topic = make_topic("S-400", aliases=("Triumf", "SA-21"))
    make_topic("S-500")

    assert Topic.objects.named(name) == topic


@pytest.mark.parametrize("name", ["", "---", "S-4000", "\x00"])
def test_a_name_that_no_topic_has_finds_none(name: str) -> None:
    make_topic("S-400")

    assert Topic.objects.named(name) is None


def test_accents_make_no_other_topic() -> None:
    assert Topic.objects.named("Erdogan") is None
    erdogan = make_topic("Erdoğan")

    assert Topic.objects.named("ERDOGAN") == erdogan


def test_a_second_topic_of_the_same_name_is_refused() -> None:
    make_topic("S-400", aliases=("Triumf",))

    for name in ("S400", "triumf"):
        with pytest.raises(ValidationError, match="already goes by this name"):
            Topic(name=name).clean()


def test_a_name_without_a_letter_is_refused() -> None:
    with pytest.raises(ValidationError, match="letter or digit"):
        Topic(name="--!").clean()


def test_an_alias_belongs_to_one_topic() -> None:
    make_topic("S-400", aliases=("Triumf",))
    other = make_topic("S-500")

    for name in ("Triumf", "S 400", "S500"):
        with pytest.raises(ValidationError, match="already goes by this name"):
            TopicAlias(topic=other, name=name).clean()


def test_a_topic_renamed_keeps_being_found() -> None:
    topic = make_topic("S-400")
    topic.name = "S-400 Triumf"
    topic.save()

    assert Topic.objects.named("s400triumf") == topic


def test_a_deleted_topic_takes_nothing_with_it() -> None:
    topic = make_topic("S-400")
    article = make_article(filing={"topics": [topic]})

    topic.delete()

    article.refresh_from_db()
    assert list(article.topics.all()) == []
