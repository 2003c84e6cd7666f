"""Who gets an article: the query against ten lines of plain Python."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from subscriptions.models import Subscriber, Subscription
from tests.make import make_article, make_author, make_desk, make_subscriber, make_topic

STATES = ["pending", "confirmed", "confirmed", "confirmed", "unsubscribed", "bounced", "complained"]
wish = some.tuples(
    some.sampled_from(["everything", "desk", "topic", "author"]),
    some.integers(0, 2),
    some.sampled_from(["instant", "instant", "daily", "weekly"]),
)
reader = some.tuples(some.sampled_from(STATES), some.lists(wish, max_size=4))
filing = some.tuples(
    some.integers(0, 2),
    some.sets(some.integers(0, 2), max_size=3),
    some.sets(some.integers(0, 2), min_size=1, max_size=3),
)


def oracle(state: str, wishes: list[Any], filed: tuple[int, set[int], set[int]]) -> bool:
    desk, topics, authors = filed
    for kind, place, frequency in wishes:
        matches = (
            kind == "everything"
            or (kind == "desk" and place == desk)
            or (kind == "topic" and place in topics)
            or (kind == "author" and place in authors)
        )
        if matches and frequency == "instant" and state == "confirmed":
            return True
    return False


class TestAudience(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(readers=some.lists(reader, max_size=6), filed=filing)
    def test_the_audience_is_what_ten_lines_of_python_say(
        self, readers: list[Any], filed: tuple[int, set[int], set[int]]
    ) -> None:
        places = {
            "desk": [make_desk(f"Desk {n}") for n in range(3)],
            "topic": [make_topic(f"Topic {n}") for n in range(3)],
            "author": [make_author(f"Author {n}") for n in range(3)],
        }
        article = make_article(
            published=True,
            filing={
                "desk": places["desk"][filed[0]],
                "topics": [places["topic"][n] for n in filed[1]],
                "authors": [places["author"][n] for n in filed[2]],
            },
        )
        expected = []
        for state, wishes in readers:
            subscriber = make_subscriber(confirmed=False)
            # One wish for each thing, as the table has it.
            once = list(
                {(kind, kind == "everything" or n): (kind, n, f) for kind, n, f in wishes}.values()
            )
            for kind, n, frequency in once:
                what = {} if kind == "everything" else {kind: places[kind][n]}
                subscriber.subscriptions.create(kind=kind, frequency=frequency, **what)
            Subscriber.objects.filter(pk=subscriber.pk).update(state=state)
            if oracle(state, once, filed):
                expected.append(subscriber.pk)
        found = Subscriber.objects.audience(article).order_by("pk")
        assert list(found.values_list("pk", flat=True)) == expected


@pytest.mark.django_db
def test_a_reader_whom_several_wishes_match_is_one_reader() -> None:
    desk, topic = make_desk("Air"), make_topic("S-400")
    make_subscriber(
        subscriptions=[{}, {"kind": "desk", "desk": desk}, {"kind": "topic", "topic": topic}]
    )
    article = make_article(published=True, filing={"desk": desk, "topics": [topic]})
    assert Subscriber.objects.audience(article).count() == 1


@pytest.mark.django_db
def test_a_wish_that_names_no_desk_is_refused() -> None:
    subscriber = make_subscriber()
    with pytest.raises(IntegrityError):
        subscriber.subscriptions.create(kind="desk")


@pytest.mark.django_db
def test_the_same_wish_twice_is_refused_in_words() -> None:
    subscriber = make_subscriber()
    with pytest.raises(ValidationError, match="They get this already"):
        Subscription(subscriber=subscriber).full_clean()
