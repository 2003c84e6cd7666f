import pytest

from articles.models import Content, StaleDraft
from tests.make import make_article, make_body, make_content, make_user

pytestmark = pytest.mark.django_db


def test_saving_makes_a_new_version_and_leaves_the_old_one_as_it_was() -> None:
    writer = make_user("Writer")
    article = make_article("First", by=writer)
    first = article.draft
    assert first is not None

    second = article.revise(make_content("Second"), writer, based_on=first.pk, reason="Shorter")

    first.refresh_from_db()
    assert (first.headline, second.headline) == ("First", "Second")
    assert (second.number, second.by, second.reason) == (2, writer, "Shorter")
    assert article.draft == second


def test_saving_the_same_text_makes_no_version() -> None:
    article = make_article()
    draft = article.draft
    assert draft is not None

    assert article.revise(draft.content, make_user(), based_on=draft.pk) == draft
    assert article.revisions.count() == 1


def test_a_stale_save_is_refused_with_both_texts() -> None:
    article = make_article("Opened")
    opened = article.draft_id
    theirs = article.revise(make_content("Theirs"), make_user(), based_on=opened)
    mine = make_content("Mine")

    with pytest.raises(StaleDraft) as refused:
        article.revise(mine, make_user(), based_on=opened)

    assert refused.value.mine == mine
    assert refused.value.theirs == theirs
    article.refresh_from_db()
    assert article.draft == theirs


def test_two_people_who_saved_the_same_text_are_in_no_conflict() -> None:
    article = make_article("Opened")
    opened = article.draft_id
    same = make_content("The same")
    theirs = article.revise(same, make_user(), based_on=opened)

    assert article.revise(same, make_user(), based_on=opened) == theirs


def test_a_copy_of_the_article_read_before_the_other_save_is_stale_too() -> None:
    article = make_article()
    other = type(article).objects.get(pk=article.pk)
    opened = article.draft_id
    other.revise(make_content("Other"), make_user(), based_on=opened)

    with pytest.raises(StaleDraft):
        article.revise(make_content("Mine"), make_user(), based_on=opened)


def test_bringing_back_an_older_version_loses_nothing() -> None:
    article = make_article("First")
    first = article.draft
    assert first is not None
    article.revise(make_content("Second"), make_user(), based_on=first.pk)

    made = article.restore(first, make_user())

    assert (made.number, made.content) == (3, first.content)
    assert made.reason == "Version 1 brought back"
    assert article.revisions.count() == 3


def test_everything_a_writer_gave_comes_back_as_it_was_given() -> None:
    content = Content(
        headline="Çelik Kubbe",
        standfirst="Why it matters.",
        key_points=("One", "Two"),
        body=make_body("First words.", "Last words."),
        kind="analysis",
    )
    article = make_article()

    article.revise(content, make_user(), based_on=article.draft_id)

    article.refresh_from_db()
    assert article.draft is not None
    assert article.draft.content == content
    assert article.draft.words == 4
