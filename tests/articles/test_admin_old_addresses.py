"""Editors keep old addresses, one by hand or many at once."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Redirect
from tests.make import client_of, make_article, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    return make_article("Long cables", published=True)


def many(client: Client, *lines: str) -> Any:
    return client.post(reverse("admin:articles_redirect_many"), {"lines": "\n".join(lines)})


def test_an_editor_adds_one_by_hand_and_changes_it(desk: Client, article: Article) -> None:
    add = reverse("admin:articles_redirect_add")
    refused = desk.post(add, {"old": "/old/", "new": "/nowhere/"})
    assert "Nothing is published at /nowhere/" in refused.text

    desk.post(add, {"old": "/old/", "new": article.get_absolute_url()})

    redirect = Redirect.objects.get()
    assert redirect.article == article
    change = reverse("admin:articles_redirect_change", args=[redirect.pk])
    assert article.get_absolute_url() in desk.get(change).text
    desk.post(change, {"old": "/old/", "new": "/topics/"})
    redirect.refresh_from_db()
    assert (redirect.article, redirect.target) == (None, "/topics/")
    assert "/topics/" in desk.get(reverse("admin:articles_redirect_changelist")).text


def test_many_are_pasted_as_a_spreadsheet_has_them(desk: Client, article: Article) -> None:
    answer = many(
        desk,
        "old,new",
        f"/?p=1,{article.get_absolute_url()}",
        "",
        '"/a,b/", /topics/',
        "/c/\t/topics/",
    )

    assert answer.status_code == 302
    assert set(Redirect.objects.values_list("path", flat=True)) == {"/?p=1", "/a,b/", "/c/"}
    page = many(desk, f"/?p=1,{article.get_absolute_url()}", "/d/,/topics/")
    assert page.status_code == 302
    assert "1 old address leads on now. 1 did so already." in desk.get(page["Location"]).text


def test_a_faulty_line_is_named_and_nothing_is_saved(desk: Client) -> None:
    page = many(desk, "/a/,/topics/", "/b/", "/a/,/corrections/", "/c/,/nowhere/", "/d/,<b>,x")

    assert page.status_code == 200
    for told in ("Line 2: Two addresses", "Line 3: /a/ stands in line 1", "Line 4: Nothing is"):
        assert told in page.text
    assert "/c/,/nowhere/" in page.text
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("text", ["", "\x00", '"', "a" * 5000, ",", "\n" * 3, "x,y\n" * 2001])
def test_whatever_is_pasted_is_answered(desk: Client, text: str) -> None:
    assert many(desk, text).status_code in (200, 302)
    assert not Redirect.objects.exists()


def test_writers_keep_no_old_addresses() -> None:
    writer = client_of(make_user("Writer"))

    assert many(writer, "/a/,/topics/").status_code == 403
    assert writer.get(reverse("admin:articles_redirect_changelist")).status_code == 403
    assert not Redirect.objects.exists()
