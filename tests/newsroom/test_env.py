import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import env
from tests.newsroom.processes import BASE_DIR, named_in_example


def test_the_example_names_exactly_the_variables_that_the_settings_read() -> None:
    source = (BASE_DIR / "newsroom/settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'\benv\.\w+\("([A-Z_]+)"', source))
    assert set(named_in_example()) == read
    assert len(named_in_example()) == len(read)


@pytest.mark.parametrize(
    ("value", "meaning"), [("1", True), ("True", True), ("0", False), ("false", False), ("", False)]
)
def test_a_flag_means_what_it_says(
    monkeypatch: pytest.MonkeyPatch, value: str, meaning: bool
) -> None:
    monkeypatch.setenv("DEBUG", value)
    assert env.flag("DEBUG") is meaning


def test_a_flag_that_is_neither_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="DEBUG must be 1 or 0, not 'maybe'"):
        env.flag("DEBUG")


@pytest.mark.parametrize(
    "url",
    ["example.org", "ftp://example.org", "https://", "https://a.org/news", "http://a.org:port"],
)
def test_a_site_address_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("SITE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must be the site's address"):
        env.site_url("SITE_URL", "http://127.0.0.1:8000")


def test_a_site_address_loses_its_trailing_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://news.example.org/")
    assert env.site_url("SITE_URL", "") == "https://news.example.org"


@pytest.mark.parametrize(
    ("url", "port", "tls"),
    [
        ("smtp://mail.example.org", 25, "none"),
        ("smtp://mail.example.org:587", 587, "starttls"),
        ("smtp://mail.example.org:465/", 465, "ssl"),
        ("smtp://mail.example.org/?tls=ssl", 465, "ssl"),
        ("smtp://mail.example.org:2525/?tls=starttls", 2525, "starttls"),
        ("smtp://mail.example.org:587/?tls=none", 587, "none"),
    ],
)
def test_the_mail_address_names_port_and_encryption(
    monkeypatch: pytest.MonkeyPatch, url: str, port: int, tls: str
) -> None:
    monkeypatch.setenv("EMAIL_URL", url)
    mail = env.mail_url("EMAIL_URL")
    assert mail is not None
    assert (mail["host"], mail["port"], mail["tls"]) == ("mail.example.org", port, tls)


def test_the_mail_password_may_hold_any_character(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_URL", "smtp://news%40a.org:p%2Fs%3Aw%40rd@mail.example.org:587/")
    mail = env.mail_url("EMAIL_URL")
    assert mail is not None
    assert (mail["user"], mail["password"]) == ("news@a.org", "p/s:w@rd")


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "imap://u:secret@mail.example.org",
        "smtp://u:secret@mail.example.org:many",
        "smtp://u:secret@mail.example.org/?tls=perhaps",
        "smtp://u:secret@mail.example.org/?ssl=1",
    ],
)
def test_a_wrong_mail_address_is_refused_without_telling_its_password(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("EMAIL_URL", url)
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL must look like") as caught:
        env.mail_url("EMAIL_URL")
    assert "secret" not in str(caught.value)


def test_the_environment_wins_over_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text('# a comment\n\nSITE_URL=https://file.example.org\nTIME_ZONE="Asia/Tokyo"\n')
    monkeypatch.setenv("SITE_URL", "https://set.example.org")
    monkeypatch.setenv("TIME_ZONE", "")
    monkeypatch.delenv("TIME_ZONE")
    env.load(file)
    assert env.text("SITE_URL") == "https://set.example.org"
    assert env.text("TIME_ZONE") == "Asia/Tokyo"


def test_a_line_that_sets_nothing_is_named(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("DEBUG=1\nSITE_URL\n")
    with pytest.raises(ImproperlyConfigured, match=r"\.env, line 2: expected NAME=value"):
        env.load(file)
