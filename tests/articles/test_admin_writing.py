"""The writing page, as a person uses it: what is typed is kept, and one button publishes."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Redirect, Topic
from tests.make import (
    client_of,
    make_article,
    make_author,
    make_content,
    make_desk,
    make_subscriber,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db

BODY = {
    "type": "doc",
    "content": [
        {"type": "paragraph", "content": [{"type": "text", "text": "The ship sailed."}]},
    ],
}


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def typed(article: Article | None = None, **changed: Any) -> dict[str, Any]:
    """What the browser posts for a page that was opened and changed in these fields."""
    draft = article.draft if article else None
    bylines = list(article.bylines.all()) if article else []
    data: dict[str, Any] = {
        "headline": draft.headline if draft else "",
        "standfirst": draft.standfirst if draft else "",
        "key_points": "\n".join(draft.key_points) if draft else "",
        "body": json.dumps(draft.body.dump()) if draft else json.dumps(BODY),
        "kind": draft.kind if draft else "news",
        "based_on": draft.pk if draft else "",
        "desk": (article.desk_id or "") if article else "",
        "slug": article.slug if article else "",
        "topics": ", ".join(t.name for t in article.topics.all()) if article else "",
        "when": "now",
        "bylines-TOTAL_FORMS": len(bylines) + 1,
        "bylines-INITIAL_FORMS": len(bylines),
        f"bylines-{len(bylines)}-author": "",
    }
    for n, byline in enumerate(bylines):
        data |= {
            f"bylines-{n}-id": byline.pk,
            f"bylines-{n}-author": byline.author_id,
            f"bylines-{n}-position": byline.position,
            f"bylines-{n}-note": byline.note,
        }
    return data | changed


def test_a_new_article_is_saved_with_its_filing(desk: Client, editor: User) -> None:
    naval, author = make_desk("Naval"), make_author("Mira Okafor")
    make_topic("S-400", aliases=("Triumf",))

    answer = desk.post(
        reverse("admin:articles_article_add"),
        typed(
            headline="  A new\n headline ",
            standfirst="Why.",
            key_points="One\n\n Two ",
            desk=naval.pk,
            topics="triumf, S400",
            **{"bylines-0-author": author.pk},
        ),
        follow=True,
    )

    article = Article.objects.get()
    assert answer.redirect_chain[-1][0] == page_of(article)
    assert article.draft is not None
    assert article.headline == "A new headline"
    assert article.draft.key_points == ["One", "Two"]
    assert (article.desk, article.created_by) == (naval, editor)
    assert [topic.name for topic in article.topics.all()] == ["S-400"]
    assert [byline.author for byline in article.bylines.all()] == [author]


def test_the_page_of_an_empty_and_of_a_full_article_opens(desk: Client) -> None:
    article = make_article("A full one", published=True)

    assert desk.get(reverse("admin:articles_article_add")).status_code == 200
    page = desk.get(page_of(article))
    assert "A full one" in page.text
    assert "The ship sailed at dawn." in page.text
    assert "Update the published article" in page.text


def test_one_click_saves_and_publishes(desk: Client, editor: User) -> None:
    article = make_article("Before")

    desk.post(page_of(article), typed(article, headline="After", _verb="publish"))

    article.refresh_from_db()
    assert article.live is not None
    assert (article.state, article.live.headline) == ("published", "After")
    assert article.changes.get().by == editor
    assert "Published" in LogEntry.objects.filter(user=editor).latest("pk").change_message


def test_publishing_at_its_own_address_publishes_the_draft(desk: Client) -> None:
    article = make_article("Ready")

    desk.post(reverse("admin:articles_article_publish", args=[article.pk]), {"announce": "on"})

    article.refresh_from_db()
    assert article.state == "published"
    assert article.changes.get().announce


def test_what_is_not_ready_is_saved_but_does_not_go_out(desk: Client) -> None:
    article = make_article("Before", filing={"desk": None})

    answer = desk.post(
        page_of(article), typed(article, headline="After", _verb="publish"), follow=True
    )

    article.refresh_from_db()
    assert (article.state, article.headline) == ("draft", "After")
    assert "It did not go out. No desk is chosen." in answer.text
    assert 'aria-disabled="true"' in answer.text


def test_a_later_publication_asks_what_readers_are_told(desk: Client) -> None:
    article = make_article("Out", published=True)
    data = typed(article, headline="Corrected", change="correction", _verb="publish")

    refused = desk.post(page_of(article), data)
    assert "Say in a sentence what has changed" in refused.text
    assert "Corrected" in refused.text
    article.refresh_from_db()
    assert article.headline == "Out"

    desk.post(page_of(article), data | {"change_text": "It was 400 km."})
    assert article.changes.last().text == "It was 400 km."  # type: ignore[union-attr]


def test_it_is_scheduled_in_the_sites_own_time(desk: Client) -> None:
    article = make_article()
    day = timezone.localdate() + timedelta(days=3)
    data = typed(article, when="later", publish_at_0=f"{day}", publish_at_1="07:00")

    desk.post(page_of(article), data | {"_verb": "publish", "announce": "on"})

    article.refresh_from_db()
    assert article.state == "scheduled"
    assert article.publish_at is not None
    assert f"{timezone.localtime(article.publish_at):%H:%M}" == "07:00"
    assert article.announce
    assert "Schedule for" in desk.get(page_of(article)).text

    desk.post(page_of(article), typed(article, _verb="unschedule"))
    article.refresh_from_db()
    assert article.state == "draft"


@pytest.mark.parametrize(
    ("day", "time", "says"),
    [
        ("", "", "Give the date and time"),
        ("2031-01-01", "", "Give both"),
        ("2020-01-01", "07:00", "That time has passed"),
        ("2031-03-30", "01:30", "does not exist"),
        ("tomorrow", "07:00", "Write the date as"),
    ],
)
def test_a_wrong_time_is_said_and_nothing_is_scheduled(
    desk: Client, day: str, time: str, says: str
) -> None:
    article = make_article("Waiting")
    data = typed(article, headline="Typed meanwhile", when="later", _verb="publish")

    answer = desk.post(page_of(article), data | {"publish_at_0": day, "publish_at_1": time})

    article.refresh_from_db()
    assert says in answer.text
    assert "Typed meanwhile" in answer.text
    assert article.state == "draft"


def test_review_goes_there_and_back_on_the_page(desk: Client) -> None:
    writer = make_user("Writer")
    article = make_article(by=writer)
    at_home = Client()
    at_home.force_login(writer)

    at_home.post(page_of(article), typed(article, headline="Handed in", _verb="submit"))
    article.refresh_from_db()
    assert (article.state, article.headline) == ("review", "Handed in")

    desk.post(page_of(article), typed(article, note="Who says so?", _verb="send_back"))
    assert "Who says so?" in at_home.get(page_of(article)).text


def test_withdrawing_needs_a_reason_that_readers_see(desk: Client) -> None:
    article = make_article(published=True)
    url = reverse("admin:articles_article_withdraw", args=[article.pk])

    desk.post(url)
    article.refresh_from_db()
    assert article.state == "published"

    desk.post(url, {"reason": "It named the wrong ship."})
    article.refresh_from_db()
    assert (article.state, article.withdrawal_notice) == ("withdrawn", "It named the wrong ship.")


def test_a_published_article_is_withdrawn_and_not_deleted(desk: Client) -> None:
    published, draft = make_article(published=True), make_article("Mere draft")
    delete = "admin:articles_article_delete"

    answer = desk.post(reverse(delete, args=[published.pk]), {"post": "yes"}, follow=True)
    assert "cannot be deleted. Withdraw it" in answer.text
    desk.post(reverse(delete, args=[draft.pk]), {"post": "yes"})

    assert list(Article.objects.all()) == [published]


def test_a_wrong_source_names_the_block_and_keeps_everything(desk: Client) -> None:
    article = make_article("Before")
    bad = {"type": "doc", "content": [*BODY["content"], {"type": "marquee"}]}

    answer = desk.post(page_of(article), typed(article, headline="Typed", body=json.dumps(bad)))

    article.refresh_from_db()
    assert "Block 2" in answer.text
    assert "marquee" in answer.text
    assert "Typed" in answer.text
    assert article.headline == "Before"


@pytest.mark.parametrize(
    "changed",
    [
        {"body": "{"},
        {"body": "[]"},
        {"body": '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text"'},
        {"body": '{"type":"doc","content":"\\u0000"}'},
        {"body": "[" * 5000},
        {"headline": "\x00"},
        {"headline": "x" * 301},
        {"standfirst": "x" * 1001},
        {"key_points": "x" * 301},
        {"key_points": "\n".join("abcdefghi")},
        {"kind": "poem"},
        {"slug": "no spaces please"},
        {"slug": "x" * 200},
        {"desk": "999999"},
        {"desk": "9" * 40},
        {"lead_image": "999999"},
        {"lead_image": "9" * 40},
        {"lead_image": "\x00"},
        {"topics": "x" * 101},
        {"topics": ", ".join(f"topic {n}" for n in range(40))},
        {"topics": "---"},
        {"bylines-1-author": "999999"},
        {"bylines-1-author": "1", "bylines-1-position": "-1"},
        {"based_on": "many"},
    ],
)
def test_what_cannot_be_saved_is_said_and_nothing_is_lost(
    desk: Client, changed: dict[str, str]
) -> None:
    article = make_article("Before")

    answer = desk.post(page_of(article), typed(article) | changed)

    article.refresh_from_db()
    assert answer.status_code == 200
    assert "errorlist" in answer.text
    assert article.revisions.count() == 1


def test_a_page_that_lost_what_it_was_based_on_is_a_conflict(desk: Client) -> None:
    article = make_article("Before")

    answer = desk.post(page_of(article), typed(article, headline="Mine", based_on=""))

    assert "saved while you were writing" in answer.text
    assert "Mine" in answer.text


def test_a_new_topic_is_made_only_after_saying_so(desk: Client) -> None:
    article = make_article()

    asked = desk.post(page_of(article), typed(article, topics="Steel Dome"))
    assert "There is no topic “Steel Dome” yet." in asked.text
    assert "Create “Steel Dome”" in asked.text
    assert not Topic.objects.exists()

    desk.post(page_of(article), typed(article, topics="Steel Dome", new_topics=["Steel Dome"]))
    assert [topic.name for topic in article.topics.all()] == ["Steel Dome"]


def test_a_writer_cannot_make_a_topic_and_loses_nothing_by_trying() -> None:
    writer = make_user("Writer")
    article = make_article("Before", by=writer)
    data = typed(article, headline="After", topics="Steel Dome", new_topics=["Steel Dome"])

    answer = client_of(writer).post(page_of(article), data)

    assert "There is no topic “Steel Dome”. An editor can add it." in answer.text
    assert "Create “Steel Dome”" not in answer.text
    assert 'value="Steel Dome"' in answer.text
    assert "After" in answer.text
    article.refresh_from_db()
    assert (article.headline, Topic.objects.count()) == ("Before", 0)


def test_two_spellings_of_one_new_topic_make_one(desk: Client) -> None:
    article = make_article()
    names = ["S-500", "S500"]

    desk.post(page_of(article), typed(article, topics="S-500, S500", new_topics=names))

    assert [topic.name for topic in article.topics.all()] == ["S-500"]


def test_bylines_stand_in_the_order_of_their_numbers(desk: Client) -> None:
    article = make_article(filing={"authors": [make_author("First"), make_author("Second")]})

    desk.post(page_of(article), typed(article) | {"bylines-0-position": 9})

    assert [str(byline) for byline in article.bylines.all()] == ["Second", "First"]


def test_one_author_stands_in_the_byline_once(desk: Client) -> None:
    author = make_author("Only once")
    article = make_article(filing={"authors": [author]})

    answer = desk.post(page_of(article), typed(article) | {"bylines-1-author": author.pk})

    assert answer.status_code == 200
    assert article.bylines.count() == 1


def test_a_writers_own_name_stands_over_a_new_article(desk: Client, editor: User) -> None:
    author = make_author("Ed Rowe", user=editor)

    page = desk.get(reverse("admin:articles_article_add"))
    assert f'<option value="{author.pk}" selected' in page.text
    desk.post(
        reverse("admin:articles_article_add"),
        typed(headline="New", **{"bylines-0-author": author.pk, "bylines-0-position": 1}),
    )

    assert [byline.author for byline in Article.objects.get().bylines.all()] == [author]


def test_a_changed_address_leaves_a_redirect_and_a_taken_one_is_refused(desk: Client) -> None:
    make_article("Taken", published=True)
    article = make_article("Mine", published=True)
    old = article.get_absolute_url()

    for slug, says in (("taken", "already stands at"), ("", "needs an address")):
        assert says in desk.post(page_of(article), typed(article, slug=slug)).text
    desk.post(page_of(article), typed(article, slug="new-name"))

    article.refresh_from_db()
    assert article.slug == "new-name"
    assert Redirect.objects.get().path == old


def test_a_desk_deleted_meanwhile_is_said(desk: Client) -> None:
    article = make_article("Before", filing={"desk": None})
    gone = make_desk("Gone")
    data = typed(article, desk=gone.pk)
    gone.delete()

    assert "This desk no longer exists" in desk.post(page_of(article), data).text


def test_saving_without_a_change_makes_no_version(desk: Client) -> None:
    article = make_article()

    desk.post(page_of(article), typed(article))

    assert article.revisions.count() == 1


def test_an_older_version_is_brought_back_from_the_list(desk: Client) -> None:
    article = make_article("First words")
    article.revise(make_content("Second words"), make_user(), based_on=article.draft_id)
    restore = reverse("admin:articles_article_restore", args=[article.pk])

    versions = desk.get(reverse("admin:articles_article_versions", args=[article.pk]))
    assert "First words" in versions.text
    desk.post(restore, {"number": "1"})

    article.refresh_from_db()
    assert article.headline == "First words"
    for number in ("", "7", "1" * 40, "one"):
        assert desk.post(restore, {"number": number}).status_code == 404


def test_an_unknown_verb_is_refused(desk: Client) -> None:
    article = make_article()

    assert desk.post(page_of(article), typed(article, _verb="explode")).status_code == 404


def test_the_page_costs_the_same_whatever_stands_in_it(
    desk: Client, django_assert_max_num_queries: Any
) -> None:
    authors = [make_author(f"Author {n}") for n in range(5)]
    article = make_article("A", *["Words."] * 60, published=True, filing={"authors": authors})
    desk.get(page_of(article))

    with django_assert_max_num_queries(12):
        desk.get(page_of(article))


def test_a_new_byline_is_offered_the_last_place(desk: Client) -> None:
    article = make_article(filing={"authors": [make_author("First"), make_author("Second")]})

    assert 'name="bylines-2-position" value="2"' in desk.get(page_of(article)).text


def test_the_log_says_who_did_what_and_leaves_out_what_did_nothing(
    desk: Client, editor: User
) -> None:
    article = make_article("Quiet")

    desk.post(page_of(article), typed(article))
    assert not LogEntry.objects.exists()
    desk.post(page_of(article), typed(article, _verb="publish", announce="on"))

    (entry,) = LogEntry.objects.filter(user=editor)
    assert entry.change_message.startswith("Published: version 1")


def test_without_a_script_the_panel_counts_readers_and_shows_how_it_will_be_found(
    desk: Client,
) -> None:
    article = make_article("A ship sails", filing={"desk": make_desk()})
    make_subscriber()

    page = desk.get(page_of(article)).text

    assert '<noscript><p class="quiet small"><a href="?readers=1#m-h">Count the readers' in page
    assert "E-mail to 1 subscriber<" in desk.get(page_of(article) + "?readers=1").text
    assert '<p class="found-title">A ship sails</p>' in page
    new = desk.get("/admin/articles/article/add/").text
    assert "They are counted once the article is saved" in new
