"""Adding and changing people: roles are handed out, passwords and more than roles are not."""

import re
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from articles.models import Author
from articles.models.people import role_of
from tests.make import client_of, make_author, make_user

pytestmark = pytest.mark.django_db

ADD = "/admin/auth/user/add/"
AYSE = {
    "username": "ayse",
    "full_name": "Ayşe Nur Kaya",
    "email": "ayse@newsroom.example",
    "role": "Writer",
    "byline": "new",
}


@pytest.fixture
def boss() -> User:
    return make_user("Chief", username="boss", email="boss@newsroom.example")


@pytest.fixture
def chief(boss: User) -> Client:
    return client_of(boss)


def page_of(person: User, name: str = "change") -> str:
    return reverse(f"admin:auth_user_{name}", args=[person.pk])


def as_shown(person: User, **changed: Any) -> dict[str, Any]:
    """What the page of that person posts; a field that is None is not sent."""
    author = Author.objects.filter(user=person).first()
    data = {
        "username": person.username,
        "full_name": person.get_full_name() or "Some Body",
        "email": person.email or f"{person.username}@newsroom.example",
        "role": role_of(person),
        "is_active": "on",
        "byline": author.pk if author else "",
        **changed,
    }
    return {name: value for name, value in data.items() if value is not None}


def link_in(letter: Any) -> str:
    found = re.search(r"https?://[^/]+(/admin/password/\S+)", letter.body)
    assert found
    return found[1]


def test_one_page_makes_the_account_the_role_and_the_byline(chief: Client) -> None:
    answer = chief.post(ADD, AYSE, follow=True)

    person = User.objects.get(username="ayse")
    assert (person.first_name, person.last_name) == ("Ayşe Nur", "Kaya")
    assert (role_of(person), person.is_staff, person.is_superuser) == ("Writer", True, False)
    assert person.author.name == "Ayşe Nur Kaya"  # type: ignore[attr-defined]
    assert not person.has_usable_password()
    assert "gets a letter to ayse@newsroom.example" in answer.text
    assert "It is good for 3 days" in answer.text


def test_the_letter_leads_to_a_page_where_they_set_their_own_password(
    chief: Client, client: Client
) -> None:
    chief.post(ADD, AYSE)
    (letter,) = mail.outbox
    assert letter.to == ["ayse@newsroom.example"]
    assert "Your user name is ayse." in letter.body

    form = client.get(link_in(letter), follow=True)
    assert "Ayşe Nur Kaya" in form.text
    here = form.redirect_chain[-1][0]  # type: ignore[attr-defined]
    new = {"new_password1": "a long new word", "new_password2": "a long new word"}
    assert "Your password is set" in client.post(here, new, follow=True).text

    assert client.login(username="ayse", password="a long new word")
    assert "This link does not work" in Client().get(link_in(letter)).text


def test_no_password_and_no_hash_is_on_any_page(chief: Client) -> None:
    person = make_user("Writer", password="a long word")

    for page in (ADD, page_of(person)):
        text = chief.get(page).text
        assert 'type="password"' not in text
        assert "md5" not in text
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_user_password_change", args=[person.pk])
    chief.post(page_of(person), as_shown(person, password="forged", password1="forged"))
    person.refresh_from_db()
    assert person.check_password("a long word")


def test_a_byline_that_exists_is_taken_over(chief: Client) -> None:
    free, taken = make_author("Old Name"), make_author("Taken", user=make_user("Writer"))
    assert f'value="{taken.pk}"' not in chief.get(ADD).text

    chief.post(ADD, {**AYSE, "byline": free.pk})

    free.refresh_from_db()
    assert free.user == User.objects.get(username="ayse")
    assert chief.post(ADD, {**AYSE, "username": "x", "byline": taken.pk}).status_code == 200


def test_a_second_byline_of_one_name_is_not_made(chief: Client) -> None:
    make_author("Ayşe Nur Kaya")

    answer = chief.post(ADD, AYSE)

    assert "There is a byline “Ayşe Nur Kaya” already." in answer.text
    assert not User.objects.filter(username="ayse").exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("username", "BOSS", "Somebody has this user name already."),
        ("email", "Boss@Newsroom.example", "boss has this address already."),
        ("email", "", "This field is required."),
        ("role", "", "This field is required."),
        ("role", "Emperor", "not one of the available choices"),
        ("full_name", "x\0", "Null characters"),
        ("full_name", "y" * 151, "at most 150 characters"),
        ("byline", "99999999999999999999", "not one of the available choices"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_made(
    chief: Client, field: str, value: str, said: str
) -> None:
    answer = chief.post(ADD, {**AYSE, field: value})

    assert said in answer.text
    assert User.objects.count() == 1
    assert mail.outbox == []


@pytest.mark.parametrize("name", ["ﬃ" * 100, "ﬁona"], ids=["too long", "taken"])
def test_a_user_name_is_looked_at_as_it_is_kept(chief: Client, name: str) -> None:
    make_user("Writer", username="Fiona")

    answer = chief.post(ADD, AYSE | {"username": name})

    assert answer.status_code == 200
    assert not User.objects.filter(email=AYSE["email"]).exists()


def test_a_link_that_fills_the_form_in_is_not_followed(chief: Client) -> None:
    assert "mallory" not in chief.get(ADD + "?username=mallory&role=Chief&is_superuser=1").text


def test_changing_the_role_takes_the_old_one_away(chief: Client) -> None:
    person = make_user("Editor", first_name="Mira", last_name="Okafor")

    chief.post(page_of(person), as_shown(person, role="Writer"))

    assert [group.name for group in person.groups.all()] == ["Writer"]
    entry = LogEntry.objects.latest("pk")
    assert entry.get_change_message().endswith("role.")


def test_a_deactivated_person_is_out_at_once_and_keeps_their_articles(chief: Client) -> None:
    person = make_user("Writer", password="a long word")
    theirs = client_of(person)
    assert theirs.get("/admin/").status_code == 200

    chief.post(page_of(person), as_shown(person, is_active=None))

    assert theirs.get("/admin/").status_code == 302
    assert not Client().login(username=person.username, password="a long word")


def test_a_new_link_is_sent_on_demand(chief: Client) -> None:
    person = make_user("Writer", email="mira@newsroom.example")

    said = chief.post(page_of(person, "link"), follow=True).text

    assert "gets a letter to mira@newsroom.example" in said
    assert len(mail.outbox) == 1
    assert "Sent a link to set a password." in str(LogEntry.objects.latest("pk"))
    assert chief.get(page_of(person, "link")).status_code == 405


def test_a_link_is_not_sent_where_it_would_be_of_no_use(chief: Client) -> None:
    nowhere = make_user("Writer")
    gone = make_user("Writer", email="gone@newsroom.example", is_active=False)

    assert "no e-mail address" in chief.post(page_of(nowhere, "link"), follow=True).text
    assert "may not log in" in chief.post(page_of(gone, "link"), follow=True).text
    assert chief.post("/admin/auth/user/99999999/link/").status_code == 404
    assert mail.outbox == []


def test_a_mail_server_that_is_away_is_told_and_the_account_stands(
    chief: Client, settings: Any
) -> None:
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": 1},
        }
    }

    said = chief.post(ADD, AYSE, follow=True).text

    assert "The mail server did not take the letter to ayse@newsroom.example." in said
    assert User.objects.filter(username="ayse").exists()


# What a chief cannot do


def test_a_chief_makes_nobody_a_technician(chief: Client, boss: User) -> None:
    person = make_user("Writer")
    assert "is_superuser" not in chief.get(page_of(person)).text
    forged = {"is_superuser": "on", "user_permissions": ["1"], "groups": ["3"], "is_staff": "on"}

    chief.post(ADD, {**AYSE, **forged})
    for each in (person, boss):
        chief.post(page_of(each), as_shown(each, **forged))

    assert not User.objects.filter(is_superuser=True).exists()
    assert not User.objects.filter(user_permissions__isnull=False).exists()
    assert role_of(person) == "Writer"


def test_a_chief_does_nothing_to_a_technician(chief: Client) -> None:
    root = make_user(
        username="root", is_superuser=True, is_staff=True, email="root@newsroom.example"
    )

    assert chief.get(page_of(root)).status_code == 200
    for name in ("change", "delete", "link"):
        answer = chief.post(page_of(root, name), as_shown(root, role="", email="x@y.example"))
        assert answer.status_code == 403
    root.refresh_from_db()
    assert root.email == "root@newsroom.example"
    assert mail.outbox == []


def test_nobody_changes_their_own_role_or_locks_themselves_out(chief: Client, boss: User) -> None:
    make_user("Chief")

    chief.post(page_of(boss), as_shown(boss, role="Writer", is_active=None, full_name="The Boss"))

    boss.refresh_from_db()
    assert (role_of(boss), boss.is_active) == ("Chief", True)
    assert boss.get_full_name() == "The Boss"
    assert chief.post(page_of(boss, "delete"), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("change", [{"role": "Editor"}, {"is_active": None}])
def test_the_last_who_looks_after_the_accounts_stays(boss: User, change: dict[str, Any]) -> None:
    """Also from somebody who may change accounts and is no chief."""
    make_user("Chief", is_active=False)
    helper = make_user("Writer")
    rights = Permission.objects.filter(codename__in=["view_user", "change_user"])
    helper.user_permissions.add(*rights)

    answer = client_of(helper).post(page_of(boss), as_shown(boss, **change))

    assert "make another chief first" in answer.text
    boss.refresh_from_db()
    assert (role_of(boss), boss.is_active) == ("Chief", True)


def test_an_account_that_was_used_is_not_deleted(chief: Client) -> None:
    used, mistaken = make_user("Writer"), make_user("Writer")
    client_of(used)

    assert chief.post(page_of(used, "delete"), {"post": "yes"}).status_code == 403
    chief.post(page_of(mistaken, "delete"), {"post": "yes"})

    assert User.objects.filter(pk=used.pk).exists()
    assert not User.objects.filter(pk=mistaken.pk).exists()
    listed = "/admin/auth/user/"
    forged = {"action": "delete_selected", "_selected_action": [used.pk], "post": "yes"}
    chief.post(listed, forged)
    assert User.objects.filter(pk=used.pk).exists()


@pytest.mark.parametrize("role", ["Writer", "Editor"])
def test_people_are_a_chiefs_business(role: str) -> None:
    desk, person = client_of(make_user(role)), make_user("Writer", email="a@b.example")

    assert desk.get("/admin/auth/user/").status_code == 403
    assert desk.post(ADD, AYSE).status_code == 403
    for name in ("change", "link", "delete"):
        assert desk.post(page_of(person, name), AYSE).status_code == 403
    assert mail.outbox == []


def test_the_list_tells_nothing_of_a_hash(chief: Client) -> None:
    assert chief.get("/admin/auth/user/?password__startswith=md5").status_code in (302, 400)


def test_a_technician_makes_technicians(client: Client) -> None:
    client.force_login(make_user(username="root", is_superuser=True, is_staff=True))

    client.post(ADD, {**AYSE, "role": "", "is_superuser": "on"})

    made = User.objects.get(username="ayse")
    assert made.is_superuser
    assert role_of(made) == ""


def test_the_list_asks_no_more_for_more_people(
    chief: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(8):
        make_author(user=make_user("Writer"))

    with django_assert_max_num_queries(9):
        assert chief.get("/admin/auth/user/").status_code == 200
