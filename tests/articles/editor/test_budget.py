"""What the writing page asks of a slow line."""

import gzip
from typing import Any

import pytest

from tests.make import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BUDGET = 160_000


def test_all_scripts_of_the_writing_page_stay_within_their_budget(newsdesk: Any, page: Any) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Any) -> None:
        if response.request.resource_type == "script":
            sizes[response.url] = len(gzip.compress(response.body(), 9))

    page.on("response", weigh)
    article = make_article("Light", "The ship sailed.")
    tab = newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user("Editor"))
    tab.wait_for_selector("#editor .ProseMirror")
    tab.wait_for_load_state("networkidle")

    assert any("/vendor/" in url for url in sizes)
    assert sum(sizes.values()) <= BUDGET, sorted(sizes.items(), key=lambda size: -size[1])


def test_the_admins_own_scripts_are_left_out(newsdesk: Any, page: Any) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    article = make_article("Light", "The ship sailed.")
    newsdesk(f"/admin/articles/article/{article.pk}/change/", make_user("Editor"))
    page.wait_for_load_state("networkidle")

    own = {url.rpartition("/")[2] for url in asked if "/admin/js/" in url or "jsi18n" in url}
    assert own <= {"theme.js"}
