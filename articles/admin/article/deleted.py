"""An article that somebody deletes while somebody else sends something for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError
from django.http import Http404

from ...models import Article


@contextmanager
def not_found_if_deleted(pk: Any) -> Iterator[None]:
    """Raises Http404 for what failed because the article is no longer there."""
    try:
        yield
    except (Article.DoesNotExist, IntegrityError) as error:
        if pk is None or Article.objects.filter(pk=pk).exists():
            raise
        raise Http404("Somebody has deleted this article.") from error
