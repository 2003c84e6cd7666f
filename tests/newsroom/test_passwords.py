"""A forgotten password: the same answer to everybody, and a letter to who has an account."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from articles.password_links import link_for
from newsroom.models import LoginTries
from newsroom.passwords import ASKED_AT_MOST, TOO_OFTEN
from newsroom.tasks import send_forgotten
from tests.make import client_of, make_user

pytestmark = pytest.mark.django_db

ASK = "/admin/password/"


def ask(email: str, address: str = "192.0.2.1") -> Any:
    return Client(REMOTE_ADDR=address).post(ASK, {"email": email}, follow=True)


def asked_for() -> list[str]:
    jobs = ProcrastinateJob.objects.filter(task_name="newsroom.tasks.send_forgotten")
    return [job.args["email"] for job in jobs]


@pytest.fixture
def mira() -> User:
    return make_user("Editor", username="mira", email="mira@newsroom.example", password="forgotten")


def test_the_login_page_leads_there(client: Client) -> None:
    assert f'<a href="{ASK}">Forgotten your password?</a>' in client.get("/admin/login/").text
    assert "Type the e-mail address of your account" in client.get(ASK).text


def test_known_and_unknown_addresses_get_the_same_answer(mira: User) -> None:
    known, unknown = ask(mira.email), ask("nobody@newsroom.example", "198.51.100.7")

    assert "If an account has this address" in known.text
    assert without_tokens(known.text) == without_tokens(unknown.text)
    assert asked_for() == [mira.email, "nobody@newsroom.example"]
    assert mail.outbox == []


def without_tokens(text: str) -> str:
    return re.sub(r'(nonce|value)="[^"]*"', "", text)


def test_the_letter_goes_to_who_has_the_address_and_may_come_in(mira: User) -> None:
    make_user(username="reader", email="reader@newsroom.example")
    make_user("Writer", username="left", email="left@newsroom.example", is_active=False)

    for email in ("MIRA@newsroom.example", "reader@newsroom.example", "left@newsroom.example"):
        send_forgotten(email)

    (letter,) = mail.outbox
    assert letter.to == ["mira@newsroom.example"]
    assert link_for(mira) in letter.body


def test_somebody_who_never_set_a_password_can_ask_too() -> None:
    make_user("Writer", email="new@newsroom.example")

    send_forgotten("new@newsroom.example")

    assert len(mail.outbox) == 1


def test_who_asks_too_often_waits_whether_the_address_is_known_or_not(mira: User) -> None:
    for email in (mira.email, "nobody@newsroom.example"):
        for number in range(ASKED_AT_MOST):
            assert TOO_OFTEN not in ask(email, f"192.0.2.{number}").text
        assert TOO_OFTEN in ask(email, "198.51.100.9").text
    assert len(asked_for()) == 2 * ASKED_AT_MOST

    LoginTries.objects.update(last_at=timezone.now() - timedelta(minutes=11))
    assert TOO_OFTEN not in ask(mira.email).text


def test_asking_uses_up_no_tries_to_log_in(mira: User) -> None:
    for _ in range(20):
        ask(mira.email)

    data = {"username": "mira", "password": "forgotten"}
    assert Client(REMOTE_ADDR="192.0.2.1").post("/admin/login/", data).status_code == 302


@pytest.mark.parametrize("typed", ["", "no address", "a\0b@c.example", "x" * 5000, "a@b\nTo: c"])
def test_whatever_is_typed_is_answered(typed: str) -> None:
    assert ask(typed).status_code == 200
    assert asked_for() == []


def test_a_new_password_ends_other_sessions_and_the_wait(mira: User) -> None:
    stolen = client_of(mira)
    for _ in range(11):
        Client().post("/admin/login/", {"username": "mira", "password": "wrong"})
    client = Client()
    page = client.get(path_of(mira), follow=True)
    new = {"new_password1": "a long new word", "new_password2": "a long new word"}

    client.post(page.redirect_chain[-1][0], new)

    assert stolen.get("/admin/").status_code == 302
    data = {"username": "mira", "password": "a long new word"}
    assert Client(REMOTE_ADDR="203.0.113.5").post("/admin/login/", data).status_code == 302


def test_a_weak_password_is_refused_in_words(mira: User) -> None:
    client = Client()
    page = client.get(path_of(mira), follow=True)

    answer = client.post(
        page.redirect_chain[-1][0], {"new_password1": "123", "new_password2": "123"}
    )

    assert "too short" in answer.text
    mira.refresh_from_db()
    assert mira.check_password("forgotten")


@pytest.mark.parametrize("path", ["MQ/x-y/", "%00/x/", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5/a-b/", "é/é/"])
def test_a_link_that_is_none_leads_to_a_new_one(client: Client, path: str) -> None:
    answer = client.get(ASK + path)

    assert answer.status_code == 200
    assert "Ask for a new one" in answer.text


def test_a_link_of_somebody_who_left_opens_nothing(client: Client, mira: User) -> None:
    path = path_of(mira)
    User.objects.filter(pk=mira.pk).update(is_active=False)

    assert "This link does not work" in client.get(path, follow=True).text


def test_a_link_in_the_outbox_of_this_machine_is_for_technicians_alone(
    settings: Any, tmp_path: Path
) -> None:
    backend = "newsroom.outbox.EmailBackend"
    options = {"directory": settings.MAIL_TRANSPORT["directory"]}
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    EmailMessage("A new password", "https://…", to=["root@newsroom.example"]).send()
    (kept,) = Path(options["directory"]).glob("*.eml")

    chief = client_of(make_user("Chief"))
    root = client_of(make_user(is_superuser=True, is_staff=True))

    outbox = "/admin/subscriptions/mailing/outbox/"
    assert "A new password" not in chief.get(outbox).text
    assert chief.get(f"{outbox}{kept.name}/").status_code == 404
    assert "A new password" in root.get(outbox).text
    assert root.get(f"{outbox}{kept.name}/").status_code == 200


def path_of(person: User) -> str:
    return "/admin/" + link_for(person).partition("/admin/")[2]
