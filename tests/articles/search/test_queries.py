"""What readers ask, and the article of the demonstration edition that must stand first."""

import pytest

from articles.models import Article, TopicAlias
from articles.models.topic import Topic
from tests.articles.search.conftest import ask

pytestmark = [pytest.mark.usefixtures("edition"), pytest.mark.django_db]

RING = "the-ring-of-400-kilometres-and-the-ring-of-43"
DEEP = "why-submarines-hide-under-warm-water"
BOARDING = "a-warship-may-board-over-a-cut-cable"
MINES = "exercise-finds-more-mines-than-it-laid"
COTTON = "the-shell-waits-for-cotton"
ROAD = "a-road-is-a-runway-with-better-manners"
TANKER = "the-tanker-is-the-range"
DRONE = "what-it-costs-to-shoot-down-a-cheap-drone"
GAUGE = "eighty-five-millimetres"
SPENDING = "what-counts-towards-three-and-a-half"
JAMMING = "louder-than-the-sky"
LOOK = "how-often-can-a-satellite-look"
MODEM = "the-front-door-of-a-satellite-is-a-modem"
MANUAL = "the-password-was-in-the-manual"
BRIDGE = "the-bridge-that-was-drawn-for-54-tonnes"
RIDGE = "what-the-ridge-hides"
CONSENT = "who-may-say-no-to-a-gun-you-own"
APPRENTICES = "count-the-apprentices"
NUMBERS = "publish-the-bad-numbers"
FIBRE = "a-cable-hears-an-anchor-at-two-kilometres"
DAUGAVA = "seventy-tonnes-across-the-daugava"
PRESS = "kronvik-starts-its-second-press"
LIGHTHOUSE = "lighthouse-tender-joins-the-seabed-watch"

FIRST = [
    # A weapon under all of its names
    ("S-400", RING),
    ("s400", RING),
    ("S 400", RING),
    ("Triumf", RING),
    ("SA-21", RING),
    ("sa21 growler", RING),
    ("Joint Strike Fighter readiness", NUMBERS),
    ("JAS 39", ROAD),
    ("jas39 gripen", ROAD),
    ("Voyager tanker", TANKER),
    ("Leo 2 bridge", BRIDGE),
    ("City class", DEEP),
    ("type-26", DEEP),
    ("C-UAS", DRONE),
    ("counter-drone", DRONE),
    ("counter drone", DRONE),
    ("counterdrone", DRONE),
    # Places, people and bodies, with accents and without
    ("Turkey", RING),
    ("turkiye", RING),
    ("Maurice Ewing", DEEP),
    ("Doc Ewing", DEEP),
    ("Lietuva railway", GAUGE),
    ("Elise Marchand spending", SPENDING),
    ("Wisniewska apprentices", APPRENTICES),
    ("OSNMA", JAMMING),
    ("Viasat", MODEM),
    # Two spellings
    ("air defense ring", RING),
    ("air defence ring", RING),
    ("fiber cable anchor", FIBRE),
    ("85 millimeters", GAUGE),
    # Words of headlines, in other forms and other orders
    ("submarine hiding", DEEP),
    ("mine exercise", MINES),
    ("cotton shells", COTTON),
    ("road runways", ROAD),
    ("cheap drones price", DRONE),
    ("satellites how often", LOOK),
    ("password manual", MANUAL),
    ("ridge hides", RIDGE),
    ("say no gun", CONSENT),
    ("second press", PRESS),
    ("daugava tonnes", DAUGAVA),
    ("seabed lighthouse tender", LIGHTHOUSE),
    # Phrases, exclusions and choices
    ('"cut cable"', BOARDING),
    ('"two kilometres"', FIBRE),
    ("baltic sentry -lighthouse", BOARDING),
    ("abrams OR gripen -tanker -bridge", ROAD),
    ("155 mm powder cotton", COTTON),
    ("jamming GPS", JAMMING),
    ("three and a half per cent", SPENDING),
    ("rail baltica gauge", GAUGE),
]


@pytest.mark.parametrize(("query", "slug"), FIRST, ids=[query for query, _ in FIRST])
def test_the_article_that_was_meant_stands_first(query: str, slug: str) -> None:
    found = ask(query)
    slugs = dict(Article.objects.values_list("pk", "slug"))
    assert [slugs[pk] for pk in found.ids[:1]] == [slug], [slugs[pk] for pk in found.ids]
    assert not found.is_relaxed


SAME = [
    ("S-400", "S400", "s 400", "Triumf", "SA-21", "growler"),
    ("F35", "F-35", "F-35A", "Lightning II", "lightning ii", "JSF"),
    ("counter-drone", "C-UAS", "Counter-UAS", "drone defense"),
    ("155mm shell", "155 mm shells", "155-mm shells"),
    ("Türkiye", "turkiye", "Turkey"),
]


@pytest.mark.parametrize("names", SAME, ids=[names[0] for names in SAME])
def test_all_names_of_a_thing_find_the_same_articles(names: tuple[str, ...]) -> None:
    first, *others = ({*ask(name).ids} for name in names)
    assert first
    assert all(found == first for found in others)


@pytest.mark.parametrize(
    ("one", "other"), [("defence", "defense"), ("armour", "armor"), ("organise", "organize")]
)
def test_two_spellings_find_the_same(one: str, other: str) -> None:
    assert ask(one).ids == ask(other).ids


def test_a_phrase_finds_fewer_than_its_words() -> None:
    assert {*ask('"air defence"').ids} < {*ask("air OR defence").ids}
    assert ask('"defence air"').is_relaxed


def test_what_is_excluded_is_in_no_result() -> None:
    everything, without = {*ask("sonar").ids}, {*ask("sonar -anchor").ids}
    assert without < everything
    texts = Article.objects.filter(pk__in=without).select_related("search_entry")
    assert not any("anchor" in article.search_entry.text for article in texts)


def test_words_that_never_meet_find_what_has_some_and_say_so() -> None:
    found = ask("abrams hydrophone cotton")
    assert found.is_relaxed
    assert found.ids


def test_a_later_alias_finds_at_once_what_is_filed_and_what_says_it() -> None:
    assert not ask("Spurwechsel").ids
    topic = Topic.objects.get(slug="rail-baltica")
    TopicAlias.objects.create(topic=topic, name="Spurwechsel")
    assert {*ask("Spurwechsel").ids} >= {*topic_ids(topic)}
    alias = TopicAlias.objects.create(topic=topic, name="hydrophones")
    deep = Article.objects.get(slug=DEEP).pk
    assert deep in ask("Rail Baltica").ids
    alias.delete()
    assert deep not in ask("Rail Baltica").ids


def topic_ids(topic: Topic) -> list[int]:
    return list(Article.objects.published().filter(topics=topic).values_list("pk", flat=True))
