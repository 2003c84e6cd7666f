"""An update of a published article, planned for a moment to come."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article, NotReady
from tests.make import make_article, make_content, make_user

pytestmark = pytest.mark.django_db

SOON = timedelta(hours=1)


def planned(text: str = "It was 400 km.", *, announce: bool = False) -> Article:
    article = make_article("As it is", published=True)
    article.schedule(timezone.now() + SOON, announce=announce, change="correction", text=text)
    return article


def come(article: Article) -> Article:
    """The moment has come, and the worker looks."""
    Article.objects.filter(pk=article.pk).update(publish_at=timezone.now())
    Article.objects.publish_due()
    article.refresh_from_db()
    return article


def plan_of(article: Article) -> tuple[object, ...]:
    article.refresh_from_db()
    return (article.publish_at, article.announce, article.planned_change, article.planned_text)


NOTHING = (None, False, "", "")


def test_readers_keep_what_they_have_until_the_moment_comes() -> None:
    article = planned()

    assert article.state == "published"
    assert article.update_is_due
    assert Article.objects.publish_due() == 0
    assert article.changes.count() == 1


def test_the_draft_of_that_moment_goes_out_with_the_change_that_was_planned() -> None:
    article = planned(announce=True)
    article.revise(make_content("Corrected later"), make_user(), based_on=article.draft_id)

    come(article)

    change = article.changes.latest("pk")
    assert article.live is not None
    assert article.live.headline == "Corrected later"
    assert (change.kind, change.text, change.announce) == ("correction", "It was 400 km.", True)
    assert article.updated_at is not None
    assert plan_of(article) == NOTHING


def test_a_change_that_readers_must_know_is_not_planned_without_its_text() -> None:
    article = make_article(published=True)

    with pytest.raises(ValidationError, match="what has changed"):
        article.schedule(timezone.now() + SOON, change="correction", text=" ")

    assert plan_of(article) == NOTHING


def test_what_the_gate_stops_is_not_planned() -> None:
    article = make_article(published=True)
    article.revise(make_content("TK"), make_user(), based_on=article.draft_id)

    with pytest.raises(NotReady):
        article.schedule(timezone.now() + SOON, change="update", text="More.")


def test_taking_it_off_leaves_the_article_out() -> None:
    article = planned()

    article.unschedule()

    assert article.state == "published"
    assert plan_of(article) == NOTHING
    with pytest.raises(ValidationError, match="is published by now"):
        article.unschedule()


def test_an_update_by_hand_meanwhile_takes_its_place() -> None:
    article = planned()
    article.revise(make_content("By hand"), make_user(), based_on=article.draft_id)

    article.publish(make_user("Editor"), change="minor")

    assert plan_of(article) == NOTHING


def test_withdrawing_takes_the_plan_away() -> None:
    article = planned()

    article.withdraw("It named the wrong ship.")

    assert plan_of(article) == NOTHING
    assert Article.objects.publish_due() == 0


def test_what_became_unready_stays_as_readers_know_it_and_says_why() -> None:
    article = planned()
    article.revise(make_content("TK"), make_user(), based_on=article.draft_id)

    come(article)

    assert article.state == "published"
    assert article.live is not None
    assert article.live.headline == "As it is"
    assert article.note.startswith("The update could not go out as scheduled. “TK” stands")
    assert plan_of(article) == NOTHING


def test_an_update_that_would_tell_readers_nothing_new_says_so_and_is_not_tried_again() -> None:
    article = make_article(published=True)
    article.schedule(timezone.now() + SOON, change="minor")

    come(article)

    assert "Readers have this version already" in article.note
    assert plan_of(article) == NOTHING
    assert article.changes.count() == 1


def test_the_next_publication_clears_the_note() -> None:
    article = planned()
    article.revise(make_content("TK"), make_user(), based_on=article.draft_id)
    come(article)

    article.revise(make_content("Found"), make_user(), based_on=article.draft_id)
    article.publish(make_user("Editor"))

    assert article.note == ""


def test_a_withdrawn_article_has_no_update_to_come() -> None:
    article = make_article(published=True)
    article.withdraw("It named the wrong ship.")

    with pytest.raises(ValidationError, match="is withdrawn by now"):
        article.schedule(timezone.now() + SOON, change="minor")


def test_another_time_replaces_the_first() -> None:
    article = planned()
    later = timezone.now() + 2 * SOON

    article.schedule(later, change="update", text="More is known.")

    assert plan_of(article) == (later, False, "update", "More is known.")
