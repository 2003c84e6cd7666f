from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article, Change, NotReady
from tests.make import make_article, make_author, make_content, make_desk, make_user

pytestmark = pytest.mark.django_db


def test_the_first_publication_shows_the_draft_and_is_written_down() -> None:
    editor = make_user("Editor")
    article = make_article("First light")

    change = article.publish(editor)

    assert article.state == "published"
    assert article.live == article.draft
    assert (change.kind, change.by, change.revision) == ("first", editor, article.live)
    assert list(Article.objects.published()) == [article]


def test_the_address_follows_from_the_headline_when_nobody_chose_it() -> None:
    article = make_article("Türkiye keeps its S-400s", published=True)

    assert article.slug == "turkiye-keeps-its-s-400s"


def test_a_headline_without_latin_letters_still_gets_an_address() -> None:
    article = make_article("Україна", published=True)

    assert article.slug == "article"
    assert article.get_absolute_url().endswith("/article/")


def test_two_articles_of_one_headline_on_one_day_have_two_addresses() -> None:
    first = make_article("Same words", published=True)
    second = make_article("Same words", published=True)

    assert (first.slug, second.slug) == ("same-words", "same-words-2")


def test_what_the_gate_stops_stays_a_draft() -> None:
    article = make_article(filing={"desk": None})

    with pytest.raises(NotReady, match="No desk"):
        article.publish(make_user("Editor"))

    article.refresh_from_db()
    assert article.state == "draft"
    assert not Change.objects.exists()


def test_readers_keep_the_old_text_until_the_draft_is_published() -> None:
    editor = make_user("Editor")
    article = make_article("Old", published=True)
    article.revise(make_content("New"), editor, based_on=article.draft_id)
    article.refresh_from_db()
    assert article.live is not None
    assert article.live.headline == "Old"
    assert article.is_edited

    article.publish(editor)

    article.refresh_from_db()
    assert article.live is not None
    assert article.live.headline == "New"


def test_a_later_publication_is_minor_unless_it_says_otherwise() -> None:
    article = make_article(published=True)
    article.revise(make_content(), None, based_on=article.draft_id)

    change = article.publish(make_user("Editor"))

    assert change.kind == "minor"
    assert article.updated_at is None


@pytest.mark.parametrize("kind", ["update", "correction", "clarification"])
def test_a_change_that_readers_must_know_needs_its_text(kind: str) -> None:
    editor = make_user("Editor")
    article = make_article(published=True)

    with pytest.raises(ValidationError, match="what has changed"):
        article.publish(editor, change=kind, text="  ")
    article.publish(editor, change=kind, text="The range was wrong.")

    assert article.updated_at is not None
    assert Change.objects.for_readers().get().text == "The range was wrong."


def test_a_published_article_is_not_published_first_again() -> None:
    article = make_article(published=True)

    with pytest.raises(ValidationError, match="say what has changed"):
        article.publish(make_user("Editor"), change="first")


def test_a_later_publication_keeps_date_and_address() -> None:
    article = make_article("One", published=True)
    before = (article.published_at, article.slug)

    article.revise(make_content("Another headline"), make_user(), based_on=article.draft_id)
    article.publish(make_user("Editor"))

    assert (article.published_at, article.slug) == before


def test_an_article_goes_out_when_its_time_has_come() -> None:
    article = make_article()
    article.schedule(timezone.now() + timedelta(hours=1), announce=True)
    assert Article.objects.publish_due() == 0

    Article.objects.update(publish_at=timezone.now() - timedelta(minutes=5))
    assert Article.objects.publish_due() == 1

    article.refresh_from_db()
    assert article.state == "published"
    assert article.publish_at is None
    assert article.changes.get().announce


def test_an_empty_time_never_publishes() -> None:
    make_article()
    Article.objects.update(state="scheduled", publish_at=None)

    assert Article.objects.publish_due() == 0


@pytest.mark.parametrize("hours", [None, -1])
def test_a_time_that_has_passed_is_refused(hours: int | None) -> None:
    at = None if hours is None else timezone.now() + timedelta(hours=hours)

    with pytest.raises(ValidationError, match="has passed"):
        make_article().schedule(at)


def test_what_became_unready_goes_back_and_does_not_hold_up_the_others() -> None:
    soon = timezone.now() + timedelta(hours=1)
    bad, good = make_article("Bad"), make_article("Good")
    for article in (bad, good):
        article.schedule(soon)
    bad.bylines.all().delete()
    Article.objects.update(publish_at=timezone.now())

    assert Article.objects.publish_due() == 1

    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.state, good.state) == ("draft", "published")
    assert "no byline" in bad.note


def test_unscheduling_makes_it_a_draft_that_never_goes_out() -> None:
    article = make_article()
    article.schedule(timezone.now() + timedelta(hours=1), announce=True)

    article.unschedule()

    assert (article.state, article.publish_at, article.announce) == ("draft", None, False)


def test_withdrawing_says_why_and_takes_it_from_the_lists() -> None:
    article = make_article(published=True)

    with pytest.raises(ValidationError, match="why"):
        article.withdraw(" ")
    article.withdraw("It named the wrong ship.")

    assert article.state == "withdrawn"
    assert not Article.objects.published().exists()


def test_a_withdrawn_article_can_come_back_at_its_old_address() -> None:
    editor = make_user("Editor")
    article = make_article("Back again", published=True)
    address = article.get_absolute_url()
    article.withdraw("Being checked.")

    article.publish(editor, change="update", text="Checked and restored.")

    assert article.get_absolute_url() == address
    assert article.withdrawal_notice == ""


def test_review_goes_there_and_back_with_a_note() -> None:
    writer = make_user("Writer")
    article = make_article(by=writer)

    article.submit()
    assert (article.state, article.may_edit(writer)) == ("review", False)
    article.send_back("Who says so?")

    assert (article.state, article.note) == ("draft", "Who says so?")
    assert article.may_edit(writer)


def test_a_verb_at_the_wrong_moment_says_where_the_article_stands() -> None:
    article = make_article("Out already", published=True)

    for verb in (article.submit, article.unschedule):
        with pytest.raises(ValidationError, match="is published by now"):
            verb()


def test_an_import_may_publish_in_the_past_and_tells_nobody() -> None:
    long_ago = timezone.now() - timedelta(days=900)
    article = make_article(publish={"at": long_ago})

    assert article.published_at == long_ago
    assert not article.changes.get().announce


def test_a_draft_can_be_deleted_with_all_its_versions() -> None:
    article = make_article(filing={"desk": make_desk(), "authors": [make_author()]})
    article.revise(make_content("Second"), make_user(), based_on=article.draft_id)

    article.delete()

    assert not Article.objects.exists()
