"""The first page of the newsdesk: what went wrong, what waits, what is whose, what goes out."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.models import Article, Comment, Image, Scratch
from subscriptions.models import Delivery, Heartbeat, Mailing
from tests.make import make_article, make_content, make_user

pytestmark = pytest.mark.django_db

TICKET = "7b0f3b3e-0000-4000-8000-000000000000"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def editor() -> User:
    return make_user("Editor", username="ed", first_name="Ed", last_name="Rowe")


@pytest.fixture
def writer() -> User:
    return make_user("Writer", username="mira", first_name="Mira", last_name="Okafor")


def seen(user: User, query: str = "") -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/admin/{query}")
    assert answer.status_code == 200
    return str(answer.text)


def part(page: str, name: str) -> str:
    """The section of that name; "" where there is none."""
    _, found, rest = page.partition(f'aria-labelledby="h-{name}"')
    return rest.partition("</section>")[0] if found else ""


def make_mailing(subject: str, letters: dict[str, int], **fields: Any) -> Mailing:
    mailing = Mailing.objects.create(
        subject=subject, **{"state": "finished", "candidates": sum(letters.values()), **fields}
    )
    states = [state for state, count in letters.items() for _ in range(count)]
    Delivery.objects.bulk_create(
        Delivery(mailing=mailing, subscriber_id=number, state=state)
        for number, state in enumerate(states, 1)
    )
    return mailing


# What went wrong


def test_where_nothing_went_wrong_it_says_since_when(editor: User) -> None:
    Heartbeat.beat("worker")

    page = seen(editor)

    since = timezone.localtime() - 4 * DAY
    assert f"Nothing went wrong since {since:%A}." in page
    assert part(page, "wrong") == ""


def test_each_thing_that_went_wrong_is_told_with_the_way_to_it(editor: User) -> None:
    Heartbeat.beat("worker")
    paused = make_mailing(
        "Evening letter", {"sent": 3, "queued": 1204}, state="paused", note="Away."
    )
    torn = make_mailing("Morning letter", {"sent": 9, "failed": 2, "uncertain": 1})
    image = Image.objects.create(title="Radar mast", alt="x", state="failed", problem="It is torn.")
    late = make_article("Missed its hour")
    Article.objects.filter(pk=late.pk).update(note="It could not go out as scheduled. No desk.")

    wrong = part(seen(editor), "wrong")

    assert '<span class="count">4</span>' in wrong
    for text in (
        "“Evening letter” is paused",
        "Away. 1,204 addresses have not been tried.",
        "Letters: 2 failed, 1 uncertain.",
        "“Radar mast” could not be read",
        "It is torn.",
        "“Missed its hour” did not go out",
        "No desk.",
        f"/admin/subscriptions/mailing/{paused.pk}/change/",
        f"/admin/subscriptions/mailing/{torn.pk}/change/",
        f"/admin/articles/image/{image.pk}/change/",
        f"/admin/articles/article/{late.pk}/change/",
    ):
        assert text in wrong


def test_an_update_that_did_not_go_out_is_told_too(editor: User) -> None:
    article = make_article("Out already", published=True)
    Article.objects.filter(pk=article.pk).update(
        note="The update could not go out as scheduled. No desk."
    )

    assert "“Out already” did not go out" in part(seen(editor), "wrong")


def test_letters_that_failed_long_ago_are_no_news_but_a_paused_mailing_is(editor: User) -> None:
    old = timezone.now() - 30 * DAY
    make_mailing("Old and torn", {"failed": 2}, created_at=old)
    make_mailing("Old and paused", {"queued": 1}, created_at=old, state="paused")

    wrong = part(seen(editor), "wrong")

    assert "Old and torn" not in wrong
    assert "Old and paused" in wrong


def test_a_silent_worker_is_told_to_everybody(writer: User) -> None:
    Heartbeat.objects.create(name="worker", at=timezone.now() - datetime.timedelta(minutes=6))

    assert "No heartbeat for 6 minutes." in part(seen(writer), "wrong")


# What waits, and what is theirs


def test_an_editor_finds_what_is_in_review_and_a_writer_does_not(
    editor: User, writer: User
) -> None:
    make_article("Please read", by=writer).submit()

    waiting = part(seen(editor), "waiting")
    assert "Please read" in waiting
    assert "Mira Okafor" in waiting
    assert "Nothing is waiting for you." in part(seen(writer), "waiting")


def test_a_writer_finds_what_was_sent_back_with_the_reason(editor: User, writer: User) -> None:
    article = make_article("Try again", by=writer)
    article.submit()
    article.send_back("The second figure has no source.")

    waiting = part(seen(writer), "waiting")

    assert "Try again" in waiting
    assert "Sent back: The second figure has no source" in waiting
    assert "Try again" not in part(seen(editor), "waiting")


def test_open_comments_of_others_wait_until_they_are_settled(editor: User, writer: User) -> None:
    article = make_article("Asked about", by=writer)
    comments = [Comment.objects.ask(article, editor, text) for text in ("Nautical?", "Whose?")]
    Comment.objects.ask(article, writer, "A note to myself")
    comments[0].answer(writer, "Yes.")

    assert "2 open comments" in part(seen(writer), "waiting")
    comments[0].settle(writer)
    assert "1 open comment<" in part(seen(writer), "waiting")
    comments[1].settle(writer)
    assert "Asked about" not in part(seen(writer), "waiting")


def test_mine_are_drafts_scheduled_articles_and_unsaved_texts(editor: User) -> None:
    draft = make_article("A draft of mine", by=editor)
    make_article("Out tomorrow", by=editor).schedule(timezone.now() + DAY)
    make_article("Out last month", by=editor, publish={"at": timezone.now() - 30 * DAY})
    make_article("Somebody else's")
    Scratch.objects.keep(editor, draft, [["headline", "Other words"]])
    Scratch.objects.keep(editor, None, [["headline", "Never  saved"]], ticket=TICKET)
    Scratch.objects.keep(make_user("Writer"), None, [["headline", "Not mine"]], ticket=TICKET)

    mine = part(seen(editor), "mine")

    for text in ("A draft of mine", "Unsaved text of yours", "Goes out tomorrow", "Never saved"):
        assert text in mine
    for text in ("Out last month", "Somebody else", "Not mine", "Other words"):
        assert text not in mine


def test_a_pile_that_is_long_is_folded(editor: User) -> None:
    for number in range(9):
        make_article(f"Draft {number}", by=editor)

    mine = part(seen(editor), "mine")

    assert "<summary>3 more</summary>" in mine
    assert "Draft 0" in mine


def test_a_writer_sees_nothing_of_others(writer: User, editor: User) -> None:
    Heartbeat.beat("worker")
    make_article("Secret plans", by=editor).schedule(timezone.now() + DAY / 24)
    make_article("Out today", by=editor, published=True)
    late = make_article("Stopped", by=editor)
    Article.objects.filter(pk=late.pk).update(note="It could not go out as scheduled. No desk.")
    Image.objects.create(title="Torn mast", alt="x", state="failed", uploaded_by=editor)
    make_mailing("Evening letter", {"queued": 2}, state="paused")

    page = seen(writer)

    for text in ("Secret plans", "Out today", "Stopped", "Torn mast", "Evening letter"):
        assert text not in page
    for name in ("mail", "worker"):
        assert part(page, name) == ""


def test_who_has_no_role_is_told_so() -> None:
    page = seen(make_user(is_staff=True))

    assert "Your account has no role yet." in page
    assert part(page, "waiting") == ""


# The calendar


def on(article: Article, at: datetime.datetime) -> None:
    Article.objects.filter(pk=article.pk).update(published_at=at)


def test_a_week_has_its_days_in_order_with_what_goes_out_and_went_out(editor: User) -> None:
    out = make_article("Went out", published=True)
    on(out, datetime.datetime(2026, 11, 23, 9, 30, tzinfo=datetime.UTC))
    due = make_article("Goes out")
    due.schedule(timezone.now() + DAY)
    moment = datetime.datetime(2026, 11, 27, 7, tzinfo=datetime.UTC)
    Article.objects.filter(pk=due.pk).update(publish_at=moment)
    make_mailing("Evening letter", {"sent": 1}, created_at=moment + DAY / 2)

    calendar = part(seen(editor, "?week=2026-W48"), "calendar")

    order = [">Mon 23<", "Went out", "Tue 24", "Nothing", ">Fri 27<", "Goes out", "Evening letter"]
    places = [calendar.index(text) for text in order]
    assert places == sorted(places)
    assert "Letter, finished" in calendar
    assert "Times are London time" in calendar


def test_a_month_has_whole_weeks_and_a_way_to_its_neighbours(editor: User) -> None:
    out = make_article("In November", published=True)
    on(out, datetime.datetime(2026, 11, 12, 9, 30, tzinfo=datetime.UTC))

    calendar = part(seen(editor, "?month=2026-11"), "calendar")

    assert "In November" in calendar
    assert calendar.count('<li class="day') == 42
    for text in ("November 2026", "month=2026-10", "month=2026-12", "Mon 26", "Sun 6"):
        assert text in calendar


def test_days_are_those_of_the_sites_own_clock(editor: User) -> None:
    article = make_article("Just after midnight in London", published=True)
    on(article, datetime.datetime(2026, 6, 30, 23, 30, tzinfo=datetime.UTC))

    july = part(seen(editor, "?month=2026-07"), "calendar")

    assert "00:30" in july
    assert july.index(">Wed 1<") < july.index("Just after midnight") < july.index(">Thu 2<")


def test_a_planned_update_stands_at_its_hour(editor: User) -> None:
    article = make_article("Old words", by=editor, published=True)
    article.revise(make_content("New words"), editor, based_on=article.draft_id)
    article.schedule(timezone.now() + 40 * DAY, change="update", text="More is known.")
    moment = datetime.datetime(2030, 1, 9, 7, tzinfo=datetime.UTC)
    Article.objects.filter(pk=article.pk).update(publish_at=moment)

    assert "Update, scheduled" in part(seen(editor, "?week=2030-W02"), "calendar")


@pytest.mark.parametrize(
    "query",
    [
        "week=",
        "week=2026-W54",
        "week=2026-W00",
        "week=0000-W01",
        "week=9999-W53",
        "week=x%00",
        "week=" + "9" * 5000,
        "week=٢٠٢٦-W01",
        "month=2026-13",
        "month=2026-00",
        "month=9999-12",
        "month=-1",
        "month=%00",
        "week=2026-W48&week=?",
        "e=1",
    ],
)
def test_a_week_that_cannot_be_is_this_week(editor: User, query: str) -> None:
    assert "This week" in part(seen(editor, f"?{query}"), "calendar")


@pytest.mark.parametrize("query", ["week=2000-W01", "week=2099-W53", "month=2099-12"])
def test_the_ends_of_the_calendar_have_pages(editor: User, query: str) -> None:
    assert part(seen(editor, f"?{query}"), "calendar")


# The post office


def test_the_last_mailings_stand_with_their_numbers(editor: User) -> None:
    make_mailing("Evening letter", {"sent": 1296, "failed": 3, "uncertain": 1})

    mail = part(seen(editor), "mail")

    cells = [text.strip() for text in mail.replace("</td>", "").split('<td class="num">')[1:]]
    assert [text.split()[0] for text in cells] == ["1,300", "1,296", "3", "1"]


def test_the_worker_says_what_waits_and_what_comes_next(editor: User) -> None:
    Heartbeat.beat("worker")
    make_article("In an hour").schedule(timezone.now() + DAY / 24)
    Image(alt="x", upload="waiting").save()
    Image.objects.get().defer("prepare_image")

    worker = part(seen(editor), "worker")

    for text in (" ago<", "1, the oldest for", "Publish “In an hour”", "free"):
        assert text in worker


def test_the_page_costs_the_same_however_much_there_is(
    editor: User, django_assert_max_num_queries: Any
) -> None:
    client = Client()
    client.force_login(editor)
    for number in range(12):
        article = make_article(f"Draft {number}", by=editor)
        Scratch.objects.keep(editor, article, [])
        Comment.objects.ask(article, make_user(), "Why?")
        make_article(f"In review {number}").submit()
        make_article(f"Out {number}", published=True)
        make_article(f"Due {number}").schedule(timezone.now() + DAY)
        make_mailing(f"Letter {number}", {"sent": 2, "failed": 1})
        Image.objects.create(title=f"Torn {number}", alt="x", state="failed")

    with django_assert_max_num_queries(22):
        client.get("/admin/")
