import json
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom.processes import free_port, python, sentence

PUBLIC = {
    "DATABASE_URL": "postgres://newsroom@database.invalid/newsroom",
    "SECRET_KEY": "k7" * 30,
    "SITE_URL": "https://news.example.org",
}


def read(*names: str, **variables: str) -> Any:
    """These settings, as a process with those variables has them."""
    values = ", ".join(f"s.{name}" for name in names)
    code = f"import json, newsroom.settings as s; print(json.dumps([{values}], default=str))"
    result = python("-c", code, **variables)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("", "SECRET_KEY is not set"),
        ("short", "SECRET_KEY is shorter than 50 characters"),
        (
            "change-me-to-fifty-or-more-random-characters-please-do",
            "still the example's placeholder",
        ),
    ],
)
def test_a_public_site_refuses_to_start_without_a_secret_of_its_own(key: str, problem: str) -> None:
    assert problem in sentence(python("manage.py", "check", **PUBLIC | {"SECRET_KEY": key}))


def test_a_newcomers_machine_makes_its_secret_once(tmp_path: Path) -> None:
    first, second = (read("SECRET_KEY", VAR_DIR=str(tmp_path / "var")) for _ in range(2))
    assert first == second
    assert len(first[0]) > 50
    assert (tmp_path / "var/secret-key").stat().st_mode & 0o777 == 0o600


def test_https_turns_on_what_only_https_can_have() -> None:
    names = ("SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE", "SECURE_SSL_REDIRECT")
    assert read(*names, **PUBLIC, TRUST_PROXY="1") == [31536000, True, True]
    assert read(*names, **PUBLIC) == [31536000, True, False]
    assert read(*names, **PUBLIC | {"SITE_URL": "http://a.example.org"}) == [0, False, False]


def test_the_sites_own_host_is_answered() -> None:
    [hosts] = read("ALLOWED_HOSTS", **PUBLIC)
    assert hosts == ["localhost", "127.0.0.1", "[::1]", "news.example.org"]
    assert read("ALLOWED_HOSTS", **PUBLIC, ALLOWED_HOSTS="a.org, b.org") == [["a.org", "b.org"]]


def test_without_a_mail_server_messages_become_files(tmp_path: Path) -> None:
    [transport] = read("MAIL_TRANSPORT", VAR_DIR=str(tmp_path))
    assert transport == {"kind": "outbox", "directory": str(tmp_path / "mail")}


def test_another_kind_of_database_is_refused(tmp_path: Path) -> None:
    for url in ("sqlite:///db.sqlite3", "nonsense"):
        result = python("manage.py", "check", **PUBLIC | {"DATABASE_URL": url})
        assert "DATABASE_URL must" in sentence(result)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    said = sentence(python("manage.py", "check", VAR_DIR=str(file)))
    assert str(file) in said
    assert "set VAR_DIR" in said


def test_a_database_that_cannot_be_reached_is_one_sentence() -> None:
    url = f"postgres://newsroom@127.0.0.1:{free_port()}/newsroom"
    said = sentence(
        python("manage.py", "migrate", "--skip-checks", **PUBLIC | {"DATABASE_URL": url})
    )
    assert said.startswith("The database that DATABASE_URL names cannot be reached: ")
