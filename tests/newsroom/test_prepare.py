from io import StringIO

import pytest

from articles.models import SearchEntry
from newsroom.management.commands.prepare import Command
from tests.make import make_article


@pytest.mark.django_db
def test_articles_from_before_there_was_a_search_can_be_found_after_it() -> None:
    article = make_article("The frigate", published=True)
    SearchEntry.objects.all().delete()

    Command(stdout=StringIO()).let_search_know()

    assert SearchEntry.objects.get().article == article
