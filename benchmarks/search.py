"""How long Postgres takes to answer readers' searches, among 100,000 articles.

    make bench                        in a database of its own, made the first time
    python benchmarks/search.py       in the database of VAR_DIR or DATABASE_URL

Measured is what the page asks of Postgres to find articles: what is known of the words, then the
results with all their counts. CPU is the mean that the server works for one, whoever else uses the
machine (as exact as its clock, which ticks every 10 ms). It fails where a budget is not kept.
"""

import argparse
import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

import django
import psutil

django.setup()

from django.core.management import call_command
from django.db import connection

from articles.models import Article, Desk, SearchEntry, Topic
from articles.search.find import Filters, find
from articles.search.lookup import look_up
from articles.search.query import compiled, read
from benchmarks import generate
from benchmarks.report import Line, percentile, report

ARTICLES = 100_000
ROUNDS = 25
LIMITS = {"p95": 15.0, "max": 50.0}
PHRASES = {"p95": 25.0, "max": 50.0}

CLASSES: dict[str, list[str]] = {
    "topic under any name": ["S-400", "Triumf", "f35", "Joint Strike Fighter", "Leo 2", "tb2"],
    "one common word": ["ministry", "contract", "frigate", "weeks", "army"],
    "one rare word": ["gyroscope", "hydrophone", "thermograph", "astrocline"],
    "two words": ["frigate contract", "ministry delayed", "minister sonar", "S-400 hydrophone"],
    "three words": ["army ordered frigate", "new submarine trial", "ministry of Finland tested"],
    "one or another": ["frigate OR corvette", "gripen OR rafale OR f-16", "army OR navy OR modem"],
    "without a word": ["frigate -navy", "S-400 -patriot", "ministry -army -navy"],
    "words that nothing has": ["xyzzyq frigate", "qwrtz", "zzzzz yyyyy xxxxx"],
    "misspelt": ["frigat contrat", "submarin triall", "minstry"],
    "words that never meet": ["hydrophone cryostat gyromotor seismogram ionosphere servovalve"],
    "two hundred signs": ["the army ordered a new frigate after a trial of " * 5],
    "stop words": ["the of and", "what is it about the frigate"],
}
PHRASE_CLASSES: dict[str, list[str]] = {
    "phrases": ['"joint strike fighter"', '"the ministry ordered"', '"million euros"'],
    "phrases that never stand": ['"frigate army ministry"', '"ordered new the old navy"'],
    "phrases and words": ['"after a trial" frigate', '"per cent" -navy', '"a year ago" S-400'],
}


def main() -> int:
    parser = argparse.ArgumentParser(description="How long a search takes in Postgres.")
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N")
    options = parser.parse_args()
    prepare(options.articles)
    lines = [
        *(line(name, texts, LIMITS, options.rounds) for name, texts in CLASSES.items()),
        *(line(name, texts, PHRASES, options.rounds) for name, texts in PHRASE_CLASSES.items()),
        *narrowed(options.rounds),
    ]
    title = f"Search among {SearchEntry.objects.count():,} articles"
    return report(title, "milliseconds of Postgres", lines)


def prepare(articles: int) -> None:
    """The tables, as many articles, and all of them in memory."""
    call_command("migrate", verbosity=0, interactive=False)
    missing = articles - Article.objects.count()
    if missing > 0:
        generate.main(["--articles", str(missing)])
    if SearchEntry.objects.missing().exists():
        call_command("reindex_search", missing=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE) articles_searchentry, articles_searchword")
    for text in [text for texts in (CLASSES | PHRASE_CLASSES).values() for text in texts]:
        measured(text)


def line(
    name: str,
    texts: list[str],
    limits: dict[str, float],
    rounds: int,
    filters: Filters | None = None,
    *,
    newest: bool = False,
) -> Line:
    server = psutil.Process(connection.connection.info.backend_pid)
    before = sum(server.cpu_times()[:2])
    dice = random.Random(1)
    times = [
        measured(text, filters, newest=newest)
        for _ in range(rounds)
        for text in dice.sample(texts, len(texts))
    ]
    figures = {
        "p50": percentile(times, 0.5),
        "p95": percentile(times, 0.95),
        "max": max(times),
        "CPU": (sum(server.cpu_times()[:2]) - before) * 1000 / len(times),
    }
    return Line(name, figures, limits)


def narrowed(rounds: int) -> list[Line]:
    texts = CLASSES["one common word"] + CLASSES["two words"]
    topic, desk = Topic.objects.named("Conscription"), Desk.objects.latest("position")
    year = Filters(years=[2019], since=generate.moment(2019), until=generate.moment(2020))
    cases = {
        "in one desk": Filters(desks=[desk.pk]),
        "in one topic": Filters(topics=[topic.pk] if topic else []),
        "of one kind": Filters(kinds=["interview"]),
        "in an old year": year,
    }
    return [
        *(line(name, texts, LIMITS, rounds, filters) for name, filters in cases.items()),
        line("the newest first", texts, LIMITS, rounds, newest=True),
    ]


def measured(text: str, filters: Filters | None = None, *, newest: bool = False) -> float:
    """Milliseconds."""
    query = read(text)
    began = time.perf_counter()
    known = look_up(query, {})
    took = time.perf_counter() - began
    query = query.with_topics(known.topics)
    query = query.without(word for word, instead in known.unknown.items() if not instead) or query
    made = compiled(query)
    began = time.perf_counter()
    find(made, filters, newest=newest)
    return (took + time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
