"""The door of the newsdesk: ten tries for a name and for an address, then ten minutes."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from newsroom.models import ALLOWED, LoginTries
from tests.make import make_user

pytestmark = pytest.mark.django_db

TOO_MANY = "Too many tries: wait 10 minutes."
NO_MATCH = "Name and password do not match."


def log_in(name: str, password: str = "wrong", address: str = "192.0.2.1") -> HttpResponse:
    data = {"username": name, "password": password}
    return Client(REMOTE_ADDR=address).post("/admin/login/", data)  # type: ignore[return-value]


def use_up(name: str, address: str = "192.0.2.1") -> None:
    for _ in range(ALLOWED):
        assert NO_MATCH in log_in(name, address=address).text


@pytest.fixture
def editor() -> User:
    return make_user("Editor", username="mira", password="a long word")


def test_the_right_password_opens(editor: User) -> None:
    answer = log_in("mira", "a long word")

    assert answer.status_code == 302
    assert "/admin/accounts/profile/" not in answer["Location"]


@pytest.mark.parametrize("name", ["mira", "nobody"])
def test_ten_wrong_tries_close_the_door_whether_the_name_exists_or_not(
    editor: User, name: str
) -> None:
    use_up(name)

    assert TOO_MANY in log_in(name).text
    assert TOO_MANY in log_in(name, "a long word", address="198.51.100.7").text


def test_an_address_that_tries_many_names_waits_and_uses_up_no_more_of_them(editor: User) -> None:
    for number in range(ALLOWED):
        log_in(f"guess-{number}")
    for _ in range(ALLOWED):
        assert TOO_MANY in log_in("mira").text

    assert log_in("mira", "a long word", address="198.51.100.7").status_code == 302


def test_other_letters_for_the_same_name_are_no_further_tries(editor: User) -> None:
    use_up("mira")

    for name in ("MIRA", "Mira", "ｍｉｒａ"):
        assert TOO_MANY in log_in(name, address="198.51.100.7").text


def test_after_ten_minutes_the_door_opens_again(editor: User) -> None:
    use_up("mira")
    assert TOO_MANY in log_in("mira", "a long word").text
    LoginTries.objects.update(last_at=timezone.now() - timedelta(minutes=10, seconds=1))

    assert log_in("mira", "a long word").status_code == 302


def test_trying_on_makes_the_wait_no_longer(editor: User) -> None:
    use_up("mira")
    earlier = timezone.now() - timedelta(minutes=9)
    LoginTries.objects.update(last_at=earlier)

    log_in("mira")

    assert set(LoginTries.objects.values_list("last_at", flat=True)) == {earlier}


def test_who_logs_in_starts_anew_but_their_address_keeps_its_count(editor: User) -> None:
    for _ in range(ALLOWED - 1):
        log_in("somebody")
    assert log_in("mira", "a long word").status_code == 302

    assert NO_MATCH in log_in("mira").text
    assert TOO_MANY in log_in("mira").text
    assert NO_MATCH in log_in("mira", address="198.51.100.7").text


def test_the_addresses_of_one_connection_count_together() -> None:
    for number in range(ALLOWED):
        log_in(f"guess-{number}", address=f"2001:db8:1:2::{number:x}")

    assert TOO_MANY in log_in("new", address="2001:db8:1:2:ffff::1").text
    assert NO_MATCH in log_in("new", address="2001:db8:1:3::1").text


def test_a_right_password_of_somebody_without_a_desk_says_no_more_than_a_wrong_one() -> None:
    make_user(username="reader", password="a long word")
    make_user("Writer", username="left", password="a long word", is_active=False)

    for name in ("reader", "left"):
        assert NO_MATCH in log_in(name, "a long word").text


def test_an_unknown_name_costs_the_same_work_as_a_known_one(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    hasher = hashers.get_hasher("default")
    encode = type(hasher).encode
    monkeypatch.setattr(
        type(hasher), "encode", lambda *args: hashed.append("once") or encode(*args)
    )

    log_in("mira")
    for_known = len(hashed)
    log_in("nobody")

    assert len(hashed) == 2 * for_known > 0


def test_neither_names_nor_addresses_are_kept() -> None:
    log_in("mira")

    kept = str(list(LoginTries.objects.values()))
    assert "mira" not in kept
    assert "192.0.2.1" not in kept


@pytest.mark.parametrize("name", ["\x00", "m\x00ira", "x" * 5000, " ", "'; --", "İ" * 150])
def test_whatever_is_typed_for_a_name_is_answered(name: str) -> None:
    assert log_in(name).status_code == 200


def test_where_there_is_no_address_the_name_alone_counts(editor: User) -> None:
    use_up("mira", address="")

    assert TOO_MANY in log_in("mira", address="").text
    assert NO_MATCH in log_in("other", address="").text


def test_old_tries_are_forgotten() -> None:
    log_in("mira")
    LoginTries.objects.update(last_at=timezone.now() - timedelta(days=2))
    log_in("other", address="198.51.100.7")

    LoginTries.objects.forget_old()

    assert LoginTries.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_no_more_than_ten() -> None:
    start = threading.Barrier(2 * ALLOWED)

    def count(_: int) -> bool:
        start.wait()
        try:
            return LoginTries.objects.allow("mira", "")
        finally:
            connection.close()

    with ThreadPoolExecutor(2 * ALLOWED) as hands:
        allowed: list[Any] = list(hands.map(count, range(2 * ALLOWED)))

    assert sum(allowed) == ALLOWED


def test_a_name_of_very_many_accents_is_answered_at_once() -> None:
    began = time.monotonic()

    log_in("mira" + "\u0301\u0316" * 50_000)

    assert time.monotonic() - began < 5
