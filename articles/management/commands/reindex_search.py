import multiprocessing
import os
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import batched
from typing import Any

import django
from django.core.management.base import BaseCommand
from django.db import connection

from articles.models import Article, SearchEntry

CHUNK = 1_000


class Command(BaseCommand):
    help = "Writes what search knows of each published article anew; readers can search meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--missing", action="store_true", help="only articles that search does not know yet"
        )

    def handle(self, *args: Any, missing: bool, **options: Any) -> None:
        articles = SearchEntry.objects.missing() if missing else Article.objects.published()
        ids = list(articles.values_list("pk", flat=True))
        began, done = time.monotonic(), 0
        for written in written_in_chunks(ids):
            done += written
            left = (time.monotonic() - began) / done * (len(ids) - done)
            self.stdout.write(f"{done:,} of {len(ids):,}, about {left:.0f} s left")
        if not missing:
            SearchEntry.objects.exclude(article__in=Article.objects.published()).delete()
        if len(ids) > CHUNK and not connection.in_atomic_block:
            with connection.cursor() as cursor:
                # So that Postgres knows at once which words are common.
                cursor.execute("VACUUM (ANALYZE) articles_searchentry, articles_searchword")
        took = time.monotonic() - began
        self.stdout.write(f"{len(ids):,} articles written for search in {took:.1f} s.")


def written_in_chunks(ids: list[int]) -> Iterator[int]:
    """How many each time, on all processors where it is worth their start."""
    chunks = [list(chunk) for chunk in batched(ids, CHUNK)]
    if len(chunks) < 3 or connection.in_atomic_block:
        yield from map(write, chunks)
        return
    # Each has a connection of its own.
    processes = multiprocessing.get_context("spawn").Pool(os.cpu_count(), django.setup)
    with processes as pool:
        yield from pool.imap_unordered(write, chunks)


def write(ids: list[int]) -> int:
    for _ in SearchEntry.objects.write_all(ids):
        pass
    return len(ids)
