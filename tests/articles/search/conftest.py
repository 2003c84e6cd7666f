"""The demonstration edition, loaded once for a whole file of tests, and a way to ask it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from articles.demo.load import load
from articles.demo.plates import PICTURES_OF_THE_DEMO
from articles.models import Article, Image
from articles.search.find import Found, find
from articles.search.lookup import look_up
from articles.search.query import compiled, read


@pytest.fixture(scope="module")
def edition(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Its pictures stand in the library already, so that none is cut."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(settings, "VAR_DIR", tmp_path_factory.mktemp("edition"))
        with transaction.atomic():
            Image.objects.bulk_create(
                Image(
                    filename=picture.file.name,
                    alt=picture.alt,
                    credit=picture.credit,
                    state=Image.State.READY,
                )
                for picture in PICTURES_OF_THE_DEMO
            )
            load(lambda _: None)
            yield
            transaction.set_rollback(True)


def ask(text: str) -> Found:
    """What a query finds, without the page around it."""
    query = read(text)
    query = query.with_topics(look_up(query, {}).topics)
    return find(compiled(query)) if query.groups else Found()


@pytest.fixture
def headlines(db: None) -> Callable[[str], list[str]]:
    """The headlines that a query finds, the best first."""

    def found(text: str) -> list[str]:
        articles = Article.objects.select_related("live").in_bulk(ask(text).ids)
        return [articles[pk].shown.headline for pk in ask(text).ids]

    return found


@pytest.fixture
def search(client: Client, db: None) -> Callable[..., str]:
    """The page that a query brings up."""

    def page(text: str = "", **values: Any) -> str:
        answer = client.get("/search/", {"q": text, **values})
        assert answer.status_code == 200
        return answer.text

    return page
