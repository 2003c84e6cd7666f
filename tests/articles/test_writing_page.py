"""The writing page in a browser."""

import json

import pytest

from articles.body.document import Body
from tests.make import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
POSTED = "new FormData(document.getElementById('article_form')).get('body')"


def test_a_text_that_is_opened_and_left_alone_stays_as_it_was(newsdesk):
    article = make_article("", "The ship sailed at dawn.")
    tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user("Editor"))
    tab.wait_for_selector("#editor .copy")
    assert Body.load(json.loads(tab.evaluate(POSTED))) == article.draft.body
