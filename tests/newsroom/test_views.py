from pathlib import Path
from typing import Any

import pytest
from django.test import Client


@pytest.fixture
def picture(settings: Any) -> str:
    file = Path(settings.MEDIA_ROOT) / "img/1/0123456789ab-800.webp"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"RIFF")
    return "/media/img/1/0123456789ab-800.webp"


@pytest.mark.django_db
def test_a_site_with_its_database_is_healthy(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert response["Cache-Control"] == "no-store"


def test_media_may_be_kept_for_ever(client: Client, picture: str) -> None:
    response = client.get(picture)
    assert response.status_code == 200
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_media_is_only_read(client: Client, picture: str) -> None:
    assert client.head(picture).status_code == 200
    assert client.post(picture).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["img", "nothing.jpg", "../secret-key", "%2e%2e/secret-key", "a%00b", "a" * 5000]
)
def test_what_is_no_media_file_is_not_found(client: Client, picture: str, name: str) -> None:
    response = client.get(f"/media/{name}")
    assert response.status_code == 404
    assert "immutable" not in response.get("Cache-Control", "")


@pytest.mark.django_db
def test_every_page_carries_the_security_headers_and_no_cookie(client: Client) -> None:
    response = client.get("/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["base64", "rot13", "utf-16", "unicode_escape", "utf-8"])
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_a_form_in_an_odd_encoding_is_read_as_utf_8(
    client: Client, kind: str, charset: str
) -> None:
    form = "email=reader%40example.org"
    if kind.startswith("multipart"):
        form = (
            '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\nr@example.org\r\n--x--\r\n'
        )
    answer = client.generic("POST", "/subscribe/", form, f"{kind}; charset={charset}")
    assert answer.status_code == 302


def test_a_picture_may_be_shown_by_web_mail_and_feed_readers(client: Client, picture: str) -> None:
    assert client.get(picture)["Cross-Origin-Resource-Policy"] == "cross-origin"
