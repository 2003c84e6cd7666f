"""How long it takes to write down who gets an article, among 100,000 readers.

    python benchmarks/fanout.py [--readers 100000]

The whole of making a mailing, in the database's one transaction; doing it again must add nobody.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.report import Line, percentile, report
from benchmarks.stage import make_readers, newsroom

ROUNDS = 5
MILLISECONDS = 1_000.0


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--readers", type=int, default=100_000)
    readers = parser.parse_args().readers
    with newsroom():
        make_readers(readers)
        rounds = [measured(readers) for _ in range(ROUNDS)]
    first = [once for once, _, _ in rounds]
    again = [repeated for _, repeated, _ in rounds]
    # So many as there are readers, and proportionally less where there are fewer.
    limit = max(200, MILLISECONDS * readers / 100_000)
    lines = [
        Line(f"{readers:,} readers", {"p50": percentile(first, 0.5)}, {"p50": limit}),
        Line("the same once more", {"p50": percentile(again, 0.5)}, {"p50": limit}),
        Line("letters added by that", {"all": sum(new for _, _, new in rounds)}, {"all": 0}),
    ]
    return report("Fan-out", "milliseconds", lines)


def measured(readers: int) -> tuple[float, float, int]:
    """Milliseconds for a new mailing, and for its audience once more; letters added by that."""
    from subscriptions.models import Delivery, Mailing, Subscriber
    from tests.make import make_article

    article = make_article(publish={"announce": True})
    begun = time.perf_counter()
    mailing = Mailing.objects.derive(article.changes.get())
    once = (time.perf_counter() - begun) * 1000
    assert mailing is not None
    assert mailing.candidates == readers, mailing.candidates
    begun = time.perf_counter()
    added = Delivery.objects.freeze(mailing.pk, Subscriber.objects.audience(article))
    repeated = (time.perf_counter() - begun) * 1000
    Delivery.objects.all().delete()
    return once, repeated, added


if __name__ == "__main__":
    sys.exit(main())
