"""What is typed is kept on the server long before it is saved, for its writer alone."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Presence, Scratch
from tests.articles.test_admin_writing import page_of, typed
from tests.make import make_article, make_content, make_user

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"


def keep_of(article: Article | None) -> str:
    if article is None:
        return reverse("admin:articles_article_keep_new")
    return reverse("admin:articles_article_keep", args=[article.pk])


def logged_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def told(client: Client, path: str) -> Any:
    return client.get(path).context["keeping"]


def test_what_is_typed_is_kept_and_written_over(desk: Client, editor: User) -> None:
    article = make_article("Before")

    for headline in ("Half a", "Half a headline"):
        answer = desk.post(keep_of(article), typed(article, headline=headline))

    scratch = Scratch.objects.get()
    assert (scratch.by, scratch.article, scratch.headline) == (editor, article, "Half a headline")
    assert answer.json()["saved_at"] == scratch.saved_at.isoformat()
    assert scratch.value("based_on") == str(article.draft_id)
    article.refresh_from_db()
    assert article.headline == "Before"


def test_the_page_gives_back_to_its_writer_what_was_kept(desk: Client) -> None:
    article = make_article("Before")
    assert told(desk, page_of(article))["scratch"] is None

    desk.post(keep_of(article), typed(article, headline="After"))

    assert ["headline", "After"] in told(desk, page_of(article))["scratch"]["fields"]
    other = told(logged_in(make_user("Editor")), page_of(article))
    assert other["scratch"] is None
    assert "After" not in logged_in(make_user("Editor")).get(page_of(article)).text


def test_saving_forgets_it_and_what_is_refused_does_not(desk: Client) -> None:
    article = make_article("Before")
    desk.post(keep_of(article), typed(article, headline="After"))

    refused = desk.post(page_of(article), typed(article, headline="After", slug="no good"))
    assert Scratch.objects.exists()
    assert refused.context["keeping"]["bound"]
    assert refused.context["keeping"]["scratch"] is None
    desk.post(page_of(article), typed(article, headline="After"))

    assert not Scratch.objects.exists()


def test_a_conflict_leaves_it_until_it_is_resolved(desk: Client) -> None:
    article = make_article("Before")
    mine = typed(article, headline="Mine")
    desk.post(keep_of(article), mine)
    article.revise(make_content("Theirs"), make_user("Editor"), article.draft_id)

    assert "saved while you were writing" in desk.post(page_of(article), mine).text

    kept = told(desk, page_of(article))
    assert ["headline", "Mine"] in kept["scratch"]["fields"]
    assert (kept["based_on"], kept["draft"]["number"]) == (1, 2)


def test_somebody_elses_save_leaves_mine(desk: Client) -> None:
    article = make_article("Before")
    desk.post(keep_of(article), typed(article, headline="Mine"))

    logged_in(make_user("Editor")).post(page_of(article), typed(article, headline="Theirs"))

    assert Scratch.objects.get().headline == "Mine"


def test_new_articles_are_kept_by_the_tickets_of_their_pages(desk: Client) -> None:
    first, second = told(desk, ADD)["ticket"], told(desk, ADD)["ticket"]
    for ticket, headline in ((first, "One"), (second, "Two")):
        desk.post(keep_of(None), typed(headline=headline, ticket=ticket))

    page = told(desk, ADD)
    assert [begun["headline"] for begun in page["begun"]] == ["Two", "One"]
    assert page["scratch"] is None
    again = told(desk, f"{ADD}?ticket={first}")
    assert ["headline", "One"] in again["scratch"]["fields"]
    assert [begun["headline"] for begun in again["begun"]] == ["Two"]
    desk.post(ADD, typed(headline="One", ticket=first))

    assert Scratch.objects.get().headline == "Two"
    assert Article.objects.get().headline == "One"


def test_a_script_does_not_fill_the_disk_with_articles_begun(
    desk: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.models.scratch.MOST_BEGUN", 2)
    tickets = [str(uuid.uuid4()) for _ in range(3)]
    for ticket in tickets[:2]:
        desk.post(keep_of(None), {"ticket": ticket, "headline": "Begun"})

    answer = desk.post(keep_of(None), {"ticket": tickets[2], "headline": "One too many"})

    assert answer.status_code == 429
    assert "saved none of them" in answer.json()["error"]
    assert Scratch.objects.filter(by=editor).count() == 2
    again = desk.post(keep_of(None), {"ticket": tickets[0], "headline": "Written on"})
    assert again.status_code == 200
    on_an_article = desk.post(keep_of(make_article()), {"headline": "Written too"})
    assert on_an_article.status_code == 200


def test_the_ticket_of_another_person_opens_nothing(desk: Client) -> None:
    ticket = told(desk, ADD)["ticket"]
    desk.post(keep_of(None), typed(headline="Secret", ticket=ticket))

    page = logged_in(make_user("Editor")).get(f"{ADD}?ticket={ticket}")

    assert "Secret" not in page.text
    assert page.context["keeping"]["scratch"] is None


def test_what_is_thrown_away_can_be_had_back(desk: Client) -> None:
    article = make_article("Before")
    desk.post(keep_of(article), typed(article, headline="After"))

    answer = desk.post(keep_of(article), {"forget": "1"}).json()

    assert ["headline", "After"] in answer["forgotten"]
    assert not Scratch.objects.exists()
    assert desk.post(keep_of(article), {"forget": "1"}).json()["forgotten"] == []


def test_only_the_forms_own_fields_are_kept(desk: Client) -> None:
    article = make_article()
    forged = {"is_superuser": "1", "bylines-0-article": "7", "headline__x": "y", "": "z"}

    desk.post(keep_of(article), typed(article, publish_at_0="2026-11-24", **forged))

    names = {name for name, _ in Scratch.objects.get().fields}
    assert names.isdisjoint(forged)
    assert {"headline", "body", "publish_at_0", "bylines-0-author", "bylines-TOTAL_FORMS"} <= names
    assert "csrfmiddlewaretoken" not in names


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("{id}/keep/", {"headline": "a\0b"}),
        ("{id}/keep/", {"only_here": "1", "section": "\0"}),
        ("{id}/keep/", {"body": "x" * (3 * 1024 * 1024 + 1)}),
        ("{id}/keep/", {f"bylines-{n}-author": "1" for n in range(1001)}),
        ("add/keep/", {"headline": "No ticket"}),
        ("add/keep/", {"headline": "Forged", "ticket": "1' or '1'='1"}),
        ("add/keep/", {"headline": "a\0b", "ticket": str(uuid.uuid4())}),
    ],
)
def test_what_cannot_be_kept_is_refused(desk: Client, path: str, data: dict[str, str]) -> None:
    article = make_article()

    answer = desk.post("/admin/articles/article/" + path.format(id=article.pk), data)

    assert answer.status_code == 400
    assert not Scratch.objects.exists()


def test_who_may_not_write_may_not_keep() -> None:
    writer = make_user("Writer")
    own, other = make_article(by=writer), make_article()
    own.submit()
    client = logged_in(writer)

    answer = client.post(keep_of(own), typed(own))
    assert answer.status_code == 403
    assert "not change it any more" in answer.json()["error"]
    assert client.post(keep_of(own), {"only_here": "1", "writing": "1"}).status_code == 200
    assert not Presence.objects.get().is_writing
    assert client.post(keep_of(other), {"only_here": "1"}).status_code == 404
    assert client.post("/admin/articles/article/99999999999999999999/keep/").status_code == 404
    for stranger in (Client(), logged_in(make_user())):
        assert stranger.post(keep_of(own), typed(own)).status_code == 302
        assert stranger.post(keep_of(None), typed()).status_code == 302
    assert not Scratch.objects.exists()


def test_a_page_of_another_person_keeps_nothing_here(desk: Client) -> None:
    article, other = make_article(), make_user("Editor")

    answer = desk.post(keep_of(article), typed(article, person=other.pk))

    assert answer.status_code == 403
    assert not Scratch.objects.exists()


def test_a_page_gets_a_new_token_and_hears_whose_it_is(desk: Client, editor: User) -> None:
    for article in (make_article(), None):
        answer = desk.get(keep_of(article)).json()
        assert answer["person"] == editor.pk
        assert answer["token"]
    assert Client().get(keep_of(None)).status_code == 302


def test_keeping_is_cheap(desk: Client, django_assert_max_num_queries: Any) -> None:
    article = make_article("A", *["Words."] * 60)
    Presence.objects.beat(article, make_user("Editor"), writing=True, section="Law")
    posts = (typed(article), {"only_here": "1", "writing": "1"}, {"leave": "1"})

    for data in posts:
        with django_assert_max_num_queries(6):
            desk.post(keep_of(article), data)
    with django_assert_max_num_queries(6):
        desk.post(keep_of(None), typed(ticket=str(uuid.uuid4())))


def test_others_see_who_reads_and_who_writes_where(desk: Client, editor: User) -> None:
    article = make_article()
    mira = logged_in(make_user("Editor", first_name="Mira", last_name="Okafor"))
    desk.post(keep_of(article), {"only_here": "1"})

    (seen,) = mira.post(keep_of(article), {"only_here": "1"}).json()["people"]
    assert (seen["name"], seen["initials"], seen["says"]) == ("Ed Rowe", "ER", "is reading")
    desk.post(keep_of(article), {"only_here": "1", "writing": "1", "section": "What the law says"})

    assert "is writing in “What the law says”" in mira.get(page_of(article)).text
    assert "Ed Rowe" not in desk.get(page_of(article)).text.split("</header>")[0]
    desk.post(keep_of(article), {"leave": "1"})
    assert mira.post(keep_of(article), {"only_here": "1"}).json()["people"] == []


def test_who_is_silent_for_half_a_minute_has_gone(desk: Client, editor: User) -> None:
    article, mira = make_article(), make_user("Editor")
    Presence.objects.beat(article, mira, writing=False, section="x" * 500)
    assert len(Presence.objects.others(article, editor)) == 1

    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=31))

    assert len(Presence.objects.others(article, editor)) == 0


def test_a_save_of_somebody_else_is_told_at_the_next_beat(desk: Client) -> None:
    article = make_article()
    mira = make_user("Editor", first_name="Mira", last_name="Okafor")
    article.revise(make_content("Hers"), mira, article.draft_id)

    draft = desk.post(keep_of(article), {"only_here": "1"}).json()["draft"]

    assert (draft["number"], draft["by"], draft["mine"]) == (2, "Mira Okafor", False)


def test_a_signed_out_person_logs_in_on_the_spot_and_nothing_is_lost(client: Client) -> None:
    editor = make_user("Editor", username="ed", password="a-good-password")
    article = make_article("Before")
    data = typed(article, headline="After", key_points="One\nTwo")

    asked = client.post(page_of(article), data)
    assert asked.status_code == 401
    assert 'value="After"' in asked.text
    wrong = client.post(page_of(article), data | {"username": "ed", "password": "no"})
    assert wrong.status_code == 401
    assert 'value="After"' in wrong.text
    assert 'value="no"' not in wrong.text
    right = data | {"username": "ed", "password": "a-good-password"}
    assert client.post(page_of(article), right).status_code == 302

    article.refresh_from_db()
    assert article.headline == "After"
    assert article.draft is not None
    assert (article.draft.by, article.draft.key_points) == (editor, ["One", "Two"])


def test_logging_in_on_the_spot_opens_no_door_to_others_articles(client: Client) -> None:
    make_user("Writer", username="wr", password="a-good-password")
    article = make_article("Before")
    right = {"username": "wr", "password": "a-good-password"}

    answer = client.post(page_of(article), typed(article, headline="After") | right)

    assert answer.status_code in (302, 403, 404)
    article.refresh_from_db()
    assert article.headline == "Before"


def test_very_old_texts_are_cleared_away(editor: User) -> None:
    Scratch.objects.keep(editor, make_article(), [["headline", "Old"]])
    Scratch.objects.keep(editor, make_article(), [["headline", "New"]])
    Scratch.objects.filter(pk=Scratch.objects.earliest("pk").pk).update(
        saved_at=timezone.now() - timedelta(days=181)
    )

    Scratch.objects.forget_old()

    assert Scratch.objects.get().headline == "New"


def test_what_was_kept_is_data_in_the_page_and_no_markup(desk: Client) -> None:
    article = make_article()
    desk.post(keep_of(article), typed(article, headline="</script><script>alert(1)</script>"))

    page = desk.get(page_of(article)).text

    assert "<script>alert" not in page
    assert json.dumps("alert(1)")[1:-1] in page
