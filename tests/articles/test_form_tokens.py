"""Every form of the newsdesk that posts carries its token: an include with `only` drops it."""

import re

import pytest
from django.urls import reverse

from articles.models import Comment, PreviewLink
from tests.make import client_of, make_article, make_content, make_image, make_user

pytestmark = pytest.mark.django_db

FORM = re.compile(r'<form[^>]*method="post".*?</form>', re.DOTALL)
OF_AN_ARTICLE = ("change", "versions", "compare", "comments", "preview", "delete")


@pytest.mark.parametrize("name", OF_AN_ARTICLE)
def test_a_form_about_an_article_carries_its_token(name: str) -> None:
    editor = make_user("Editor", email="mira@example.org")
    article = make_article("One", "The ship sailed at dawn.")
    article.revise(make_content("Two", "It sailed."), editor, article.draft_id)
    Comment.objects.ask(article, editor, "Who says so?")
    PreviewLink.objects.make(article, editor, "Ana", 1)
    address = reverse(f"admin:articles_article_{name}", args=[article.pk])
    check(client_of(editor).get(address, {"as": "letter"}).content)


@pytest.mark.parametrize("name", ["admin:articles_image_changelist", "admin:articles_image_change"])
def test_a_form_about_pictures_carries_its_token(name: str) -> None:
    image = make_image()
    address = reverse(name, args=[image.pk] if name.endswith("_change") else [])
    check(client_of(make_user("Editor")).get(address).content)


def check(page: bytes) -> None:
    forms = FORM.findall(page.decode())
    assert forms
    assert [form for form in forms if "csrfmiddlewaretoken" not in form] == []
