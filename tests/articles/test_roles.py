import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from tests.make import make_article, make_content, make_user

pytestmark = pytest.mark.django_db

VERBS = ("submit", "publish", "schedule", "unschedule", "withdraw", "send_back")


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


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


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "submit"])
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


def test_a_chief_hands_out_roles_but_cannot_make_a_technician() -> None:
    chief, writer = make_user("Chief"), make_user("Writer", username="ali")
    url = reverse("admin:auth_user_change", args=[writer.pk])
    editor = Group.objects.get(name="Editor")

    client_of(chief).post(
        url,
        {
            "username": "ali",
            "is_active": "on",
            "is_staff": "on",
            "is_superuser": "on",
            "groups": [editor.pk],
        },
    )

    writer.refresh_from_db()
    assert list(writer.groups.all()) == [editor]
    assert not writer.is_superuser


def test_a_chief_cannot_touch_a_technicians_account() -> None:
    chief = client_of(make_user("Chief"))
    technician = make_user(username="root", is_superuser=True, is_staff=True)

    for name in ("change", "delete"):
        url = reverse(f"admin:auth_user_{name}", args=[technician.pk])
        assert chief.post(url, {"username": "mine", "post": "yes"}).status_code == 403
    password = reverse("admin:auth_user_password_change", args=[technician.pk])
    assert chief.post(password, {"password1": "x", "password2": "x"}).status_code == 403
