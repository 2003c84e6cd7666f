"""Fills a database with made-up articles and subscribers, to measure the site under load.

    python benchmarks/generate.py --articles 100000 --subscribers 100000

in the database of DATABASE_URL, or of VAR_DIR. What is there stays. Articles are published, spread
over ten years, with search entries; subscribers are confirmed and get everything at once. Nobody
is sent anything.
"""

import argparse
import datetime
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import batched, count
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.text import slugify
from psycopg.types.json import Jsonb

from articles.models import Article, Author, Byline, Change, Desk, Revision, Topic, TopicAlias
from articles.models.topic import Tagging
from benchmarks.words import DESKS, KINDS, Writer, subjects
from subscriptions.models import Subscriber, Subscription

BATCH = 2_000
DAYS = 3_650
SENTENCES = 40_000
OF_A_TOPIC = 60


def main(argv: list[str] | None = None) -> None:
    options = parsed(argv)
    began = time.monotonic()
    if options.articles:
        add_articles(options.articles)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        call_command("reindex_search", missing=True)
    if options.subscribers:
        add_subscribers(options.subscribers)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"Done in {time.monotonic() - began:.0f} s.")


def parsed(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Made-up articles and subscribers.")
    parser.add_argument("--articles", type=int, default=0, metavar="N")
    parser.add_argument("--subscribers", type=int, default=0, metavar="N")
    options = parser.parse_args(argv)
    if options.articles < 0 or options.subscribers < 0:
        parser.error("A number of things to make cannot be negative.")
    return options


# Articles


def add_articles(number: int) -> None:
    edition = Edition(Writer(), number)
    for done in edition.load():
        said(done, number, "articles")


class Edition:
    def __init__(self, writer: Writer, number: int) -> None:
        self.writer, self.dice, self.number = writer, writer.dice, number
        self.desks = [desk_called(name, place) for place, name in enumerate(DESKS, 1)]
        self.authors = [author_called(name) for name in writer.people[:40]]
        self.topics = topics()
        self.sentences = [writer.sentence() for _ in range(SENTENCES)]
        self.on_topics = {
            topic.pk: [writer.about(topic.name) for _ in range(OF_A_TOPIC)] for topic in self.topics
        }

    def load(self) -> Iterator[int]:
        """Yields how many are done."""
        first, revision = next_number(Article), next_number(Revision)
        end = timezone.now() - datetime.timedelta(hours=1)
        step = datetime.timedelta(days=DAYS) / self.number
        for batch in batched(range(self.number), BATCH):
            with transaction.atomic():
                self.add([(first + n, revision + n, end - step * (self.number - n)) for n in batch])
            yield batch[-1] + 1

    def add(self, rows: list[tuple[int, int, datetime.datetime]]) -> None:
        pieces = [self.piece(*row) for row in rows]
        copy_in(Article, (piece["article"] for piece in pieces))
        copy_in(Revision, (piece["revision"] for piece in pieces))
        copy_in(Change, (piece["change"] for piece in pieces))
        copy_in(Byline, (row for piece in pieces for row in piece["bylines"]))
        copy_in(Tagging, (row for piece in pieces for row in piece["taggings"]))

    def piece(self, pk: int, revision: int, moment: datetime.datetime) -> dict[str, Any]:
        topics = list(dict.fromkeys(self.writer.common(self.topics) for _ in range(4)))
        headline = self.writer.headline(topics[0].name)[:200]
        blocks, words = self.body(topics)
        standfirst = self.dice.choice(self.on_topics[topics[0].pk])
        return {
            "article": {
                "id": pk,
                "slug": f"{slugify(headline)[:80]}-{pk}",
                "desk_id": self.writer.common(self.desks).pk,
                "state": "published",
                "draft_id": revision,
                "live_id": revision,
                "created_at": moment,
                "published_at": moment,
                "changed_at": moment,
            },
            "revision": {
                "id": revision,
                "article_id": pk,
                "number": 1,
                "headline": headline,
                "standfirst": standfirst,
                "body": json.dumps({"type": "doc", "content": blocks}, ensure_ascii=False),
                "kind": self.dice.choice(KINDS),
                "words": words,
                "at": moment,
            },
            "change": {"article_id": pk, "revision_id": revision, "kind": "first", "at": moment},
            "bylines": [{"article_id": pk, "author_id": self.writer.common(self.authors).pk}],
            "taggings": [{"content_object_id": pk, "tag_id": topic.pk} for topic in topics],
        }

    def body(self, topics: list[Topic]) -> tuple[list[dict[str, Any]], int]:
        """From 250 to 1,500 words: paragraphs of four sentences, a heading before every fifth."""
        blocks: list[dict[str, Any]] = []
        words = 0
        for number in range(self.dice.choice((5, 8, 10, 12, 12, 15, 18, 30))):
            sentences = self.dice.choices(self.sentences, k=3)
            topic = self.writer.common(topics)
            sentences.insert(self.dice.randrange(3), self.dice.choice(self.on_topics[topic.pk]))
            text = " ".join(sentences)
            words += text.count(" ") + 1
            if number % 5 == 4:
                blocks.append(block("heading", f"The {topic.name}", {"level": 2}))
            blocks.append(block("paragraph", text))
        return blocks, words


def block(kind: str, text: str, attrs: dict[str, Any] | None = None) -> dict[str, Any]:
    content = {"content": [{"type": "text", "text": text}]}
    return {"type": kind, **({"attrs": attrs} if attrs else {}), **content}


def desk_called(name: str, position: int) -> Desk:
    fields = {"slug": slugify(name), "position": position}
    return Desk.objects.get_or_create(name=name, defaults=fields)[0]


def author_called(name: str) -> Author:
    return Author.objects.get_or_create(slug=slugify(name), defaults={"name": name})[0]


def topics() -> list[Topic]:
    found = []
    for subject in subjects():
        topic = Topic.objects.named(subject.name)
        if topic is None:
            topic = Topic.objects.create(name=subject.name, kind=subject.kind)
        for alias in subject.aliases:
            if Topic.objects.named(alias) is None:
                TopicAlias.objects.create(topic=topic, name=alias)
        found.append(topic)
    return found


# Subscribers


def add_subscribers(number: int) -> None:
    first, moment = next_number(Subscriber), timezone.now()
    for batch in batched(range(first, first + number), BATCH * 5):
        with transaction.atomic():
            copy_in(Subscriber, (subscriber(pk, moment) for pk in batch))
            copy_in(Subscription, ({"subscriber_id": pk, "since": moment} for pk in batch))
        said(batch[-1] - first + 1, number, "subscribers")


def subscriber(pk: int, moment: datetime.datetime) -> dict[str, Any]:
    address = f"reader-{pk}@readers.example"
    return {
        "id": pk,
        "address": address,
        "key": address,
        "state": Subscriber.State.CONFIRMED,
        "consent_at": moment,
        "consent_form": "benchmark",
        "consent_wording": "Made up, to measure.",
        "confirmed_at": moment,
    }


# Copying


def copy_in(model: type[models.Model], rows: Iterable[dict[str, Any]]) -> None:
    """COPY of rows by column; columns that a row does not name get the model's default."""
    usual = usual_values(model)
    numbers = count(next_number(model))
    table = connection.ops.quote_name(model._meta.db_table)
    named = ", ".join(connection.ops.quote_name(column) for column in usual)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(list((usual | {"id": next(numbers)} | row).values()))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence(%s, 'id'), (SELECT max(id) FROM {table}))",
            [model._meta.db_table],
        )


def usual_values(model: type[models.Model]) -> dict[str, Any]:
    blank = model()
    usual: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        value = field.get_db_prep_save(getattr(blank, field.attname), connection)
        usual[field.column] = json.dumps(value.obj) if isinstance(value, Jsonb) else value
    return usual


def next_number(model: type[models.Model]) -> int:
    newest: int | None = model._default_manager.aggregate(last=models.Max("pk"))["last"]
    return (newest or 0) + 1


def moment(year: int) -> datetime.datetime:
    """When that year begins."""
    return timezone.make_aware(datetime.datetime(year, 1, 1))  # noqa: DTZ001 (made so here)


def said(done: int, of: int, what: str) -> None:
    if done == of or done % (BATCH * 5) == 0:
        print(f"{done:,} of {of:,} {what}", flush=True)


if __name__ == "__main__":
    main()
