from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from tests.make import client_of, make_article, make_content, make_user

pytestmark = pytest.mark.django_db

VERBS = ("submit", "recall", "publish", "schedule", "unschedule", "withdraw", "send_back")
STATES = ("draft", "review", "scheduled", "published", "withdrawn")
ASKED = {
    "publish_at_0": "2031-01-07",
    "publish_at_1": "07:00",
    "note": "Who says so?",
    "reason": "It named the wrong ship.",
}
"""Whatever a verb may ask for."""
BECOMES = {
    ("submit", "draft"): "review",
    ("recall", "review"): "draft",
    ("send_back", "review"): "draft",
    ("publish", "draft"): "published",
    ("publish", "review"): "published",
    ("publish", "scheduled"): "published",
    ("publish", "withdrawn"): "published",
    ("schedule", "draft"): "scheduled",
    ("schedule", "review"): "scheduled",
    ("schedule", "scheduled"): "scheduled",
    ("schedule", "published"): "published",
    ("unschedule", "scheduled"): "draft",
    ("withdraw", "published"): "withdrawn",
}
"""What a verb makes of an article in a state; at any other it says where the article stands."""


def in_state(state: str, by: User) -> Article:
    article = make_article(by=by, published=state in ("published", "withdrawn"))
    match state:
        case "review":
            article.submit()
        case "scheduled":
            article.schedule(timezone.now() + timedelta(hours=1))
        case "withdrawn":
            article.withdraw("It was wrong.")
    return article


def may(role: str, verb: str, state: str) -> bool:
    """The whole table of rights. role: "own" is the writer of the article."""
    match verb:
        case "submit":
            return role == "Editor" or (role == "own" and state == "draft")
        case "recall":
            return role == "own"
        case _:
            return role == "Editor"


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", ["own", "Writer", "Editor", "", "nobody"])
def test_every_verb_is_for_who_may_and_when_it_may(role: str, verb: str) -> None:
    for state in STATES:
        writer = make_user("Writer")
        article = in_state(state, writer)
        client = (
            Client()
            if role == "nobody"
            else client_of(writer if role == "own" else make_user(role, is_staff=True))
        )

        answer = client.post(reverse(f"admin:articles_article_{verb}", args=[article.pk]), ASKED)

        article.refresh_from_db()
        if may(role, verb, state):
            assert answer.status_code == 302, (verb, state)
            assert article.state == BECOMES.get((verb, state), state), (verb, state)
        else:
            # A login page, no such article, or a refusal.
            expected = {"nobody": 302, "Writer": 404, "": 404}.get(role, 403)
            assert answer.status_code == expected, (verb, state)
            assert article.state == state


def test_a_refusal_says_who_may() -> None:
    writer = make_user("Writer")
    article = make_article(by=writer)
    url = reverse("admin:articles_article_publish", args=[article.pk])

    assert "Only an editor can publish. Send it for review." in client_of(writer).post(url).text


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_at_the_wrong_moment_says_where_the_article_stands(verb: str) -> None:
    for state in STATES:
        if (verb, state) in BECOMES or verb == "recall":
            continue
        article = in_state(state, make_user("Writer"))
        url = reverse(f"admin:articles_article_{verb}", args=[article.pk])

        said = client_of(make_user("Editor")).post(url, ASKED, follow=True).text

        again = "Readers have this version already" in said
        assert "by now; load the page again" in said or again, (verb, state)


@pytest.mark.parametrize("role", ["own", "Writer", "Editor", "", "nobody"])
@pytest.mark.parametrize("state", STATES)
def test_the_gate_looks_for_who_may_write(role: str, state: str) -> None:
    writer = make_user("Writer")
    article = in_state(state, writer)
    client = (
        Client()
        if role == "nobody"
        else client_of(writer if role == "own" else make_user(role, is_staff=True))
    )

    answer = client.post(reverse("admin:articles_article_check", args=[article.pk]), {})

    allowed = role == "Editor" or (role == "own" and state == "draft")
    expected = 200 if allowed else {"nobody": 302, "Writer": 404, "": 404}.get(role, 403)
    assert answer.status_code == expected


def test_a_writer_takes_their_article_back_from_review() -> None:
    writer = make_user("Writer")
    article = in_state("review", writer)
    change = reverse("admin:articles_article_change", args=[article.pk])
    recall = reverse("admin:articles_article_recall", args=[article.pk])
    assert f'formaction="{recall}"' in client_of(writer).get(change).text

    page = client_of(writer).post(recall, follow=True)

    assert "Taken back from review" in page.text
    assert 'name="headline"' in page.text


def test_the_three_roles_exist_with_their_rights() -> None:
    rights = {
        name: set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))
        for name in ("Writer", "Editor", "Chief")
    }

    assert rights["Writer"] < rights["Editor"] < rights["Chief"]
    assert "publish_article" in rights["Editor"] - rights["Writer"]
    assert {"change_sitesettings", "change_user"} <= rights["Chief"] - rights["Editor"]


def test_a_writer_sees_their_own_articles_alone() -> None:
    writer = make_user("Writer")
    make_article("Mine to see", by=writer)
    theirs = make_article("Not mine")

    listed = client_of(writer).get(reverse("admin:articles_article_changelist"))

    assert "Mine to see" in listed.text
    assert "Not mine" not in listed.text
    change = reverse("admin:articles_article_change", args=[theirs.pk])
    assert client_of(writer).get(change).status_code == 302
    for name in ("versions",):
        url = reverse(f"admin:articles_article_{name}", args=[theirs.pk])
        assert client_of(writer).get(url).status_code == 404


def test_a_writer_reads_but_does_not_change_what_was_handed_in() -> None:
    writer = make_user("Writer")
    article = make_article("Handed in", by=writer)
    article.submit()
    url = reverse("admin:articles_article_change", args=[article.pk])

    page = client_of(writer).get(url)

    assert page.status_code == 200
    assert "Handed in" in page.text
    assert 'name="headline"' not in page.text
    assert client_of(writer).post(url, {"headline": "Changed"}).status_code == 403


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in ("submit", "recall")])
def test_a_writer_cannot_do_an_editors_work_by_its_address(verb: str) -> None:
    writer = make_user("Writer")
    article = make_article(by=writer)

    answer = client_of(writer).post(reverse(f"admin:articles_article_{verb}", args=[article.pk]))

    article.refresh_from_db()
    assert answer.status_code == 403
    assert article.state == "draft"


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_never_done_by_following_a_link(verb: str) -> None:
    article = make_article()
    url = reverse(f"admin:articles_article_{verb}", args=[article.pk])

    assert client_of(make_user("Editor")).get(url).status_code == 405


@pytest.mark.parametrize("verb", VERBS)
def test_an_outsider_is_asked_to_log_in(verb: str) -> None:
    article = make_article()
    url = reverse(f"admin:articles_article_{verb}", args=[article.pk])

    for client in (Client(), client_of(make_user())):
        answer = client.post(url)
        assert answer.status_code == 302
        assert "/login/" in answer.url  # type: ignore[attr-defined]
    article.refresh_from_db()
    assert article.state == "draft"


def test_a_writer_does_not_bring_back_versions_of_a_handed_in_article() -> None:
    writer = make_user("Writer")
    article = make_article(by=writer)
    article.revise(make_content("Second"), writer, based_on=article.draft_id)
    article.submit()

    url = reverse("admin:articles_article_restore", args=[article.pk])

    assert client_of(writer).post(url, {"number": 1}).status_code == 403


def test_an_editor_has_no_way_to_settings_and_accounts() -> None:
    editor = client_of(make_user("Editor"))

    for name in ("admin:auth_user_changelist", "admin:articles_sitesettings_changelist"):
        answer = editor.get(reverse(name), follow=True)
        assert answer.status_code == 403
