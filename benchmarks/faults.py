"""What is left of the letters when everything around them breaks.

    python benchmarks/faults.py [--messages 20000] [--kills 20] [--only kills,sleep,…]

With a database, workers and a mail server of its own. The suite runs the same, small.
"""

import argparse
import datetime
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.stage import Report, make_readers, newsroom

if TYPE_CHECKING:
    from tests.subscriptions.office import Office


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--delay", type=float, default=0.005, help="of each answer, in seconds")
    parser.add_argument("--only", default=",".join(FAULTS))
    options = parser.parse_args()
    report = Report()
    with newsroom() as folder:
        make_readers(options.messages)
        for name in options.only.split(","):
            run(name, folder, options, report)
    return report.end()


def run(name: str, folder: Path, options: argparse.Namespace, report: Report) -> None:
    from tests.make import make_article
    from tests.subscriptions.office import MailServer, Office

    empty_the_tables()
    server = MailServer(folder, options.delay).start()
    office = Office(folder, server)
    make_article(publish={"announce": True})
    begun = time.monotonic()
    try:
        said = FAULTS[name](office, options)
    except (AssertionError, OSError) as error:
        report.line(kept=False, what=f"{name}: {error}")
    else:
        report.line(kept=True, what=f"{name}: {said} ({time.monotonic() - begun:.0f} s)")
    finally:
        office.close()


def empty_the_tables() -> None:
    from articles.models import Change
    from subscriptions.models import Delivery, Heartbeat, Mailing

    Delivery.objects.all().delete()
    Mailing.objects.all().delete()
    Change.objects.update(announce=False)
    Heartbeat.objects.all().delete()


def kills(office: "Office", options: argparse.Namespace) -> str:
    return faults().workers_are_killed(office, options.messages, options.kills)


def sleep(office: "Office", options: argparse.Namespace) -> str:
    return faults().a_worker_stands_still(office, options.messages, 8)


def sessions(office: "Office", options: argparse.Namespace) -> str:
    return faults().sessions_are_cut(office, options.messages, 5)


def away(office: "Office", options: argparse.Namespace) -> str:
    return faults().the_mail_server_is_away(office, options.messages, 20)


def restart(office: "Office", options: argparse.Namespace) -> str:
    """PostgreSQL goes down in the middle; the first who needs it starts it again."""
    from django.db import connection

    from newsroom.embedded.server import Server

    office.start_worker()
    office.wait_for_letters(options.messages // 4)
    connection.close()
    Server(office.folder).stop()
    return faults().settled(office, options.messages, "PostgreSQL restarted")


def restored(office: "Office", options: argparse.Namespace) -> str:
    """A copy from half-way through, five hours old: nobody may get a letter out of it."""
    from tests.subscriptions.office import Office

    worker = office.start_worker()
    office.wait_for_letters(options.messages // 4)
    worker.send_signal(signal.SIGTERM)
    worker.wait()
    office.workers.remove(worker)
    url = copy_of_database()
    office.start_worker()
    office.wait_for_the_end()
    before = office.server.taken()
    secret = (office.folder / "secret-key").read_text().strip()
    copy = Office(office.folder, office.server, DATABASE_URL=url, SECRET_KEY=secret)
    copy.start_worker()
    try:
        time.sleep(20)
        assert office.server.taken() == before, "letters went out of a restored copy"
        assert "wait for a person" in copy.told(), copy.told()
    finally:
        copy.kill(copy.workers[0])
    return "a copy of five hours ago mailed nobody and waits for a person"


def copy_of_database() -> str:
    """With everything in it five hours older, and a publication that has no mailing yet."""
    import psycopg
    from django.db import connection

    from newsroom.embedded.server import DATABASE, POSTGRES_USER
    from tests.make import make_article

    late = make_article(publish={"announce": True})
    host = str(connection.get_connection_params()["host"])
    connection.close()
    hours = datetime.timedelta(hours=5)
    with psycopg.connect(host=host, user=POSTGRES_USER, dbname="postgres", autocommit=True) as c:
        c.execute("DROP DATABASE IF EXISTS copy")
        c.execute(f'CREATE DATABASE copy TEMPLATE "{DATABASE}"')
    with psycopg.connect(host=host, user=POSTGRES_USER, dbname="copy", autocommit=True) as c:
        c.execute("UPDATE subscriptions_heartbeat SET at = at - %s", [hours])
        c.execute("UPDATE subscriptions_mailing SET resumed_at = resumed_at - %s", [hours])
        c.execute("UPDATE articles_change SET at = at - %s", [hours])
    late.changes.update(announce=False)
    return f"postgres://{POSTGRES_USER}@{quote(host, safe='')}/copy"


def faults() -> ModuleType:
    from tests.subscriptions import faults

    return faults


FAULTS: dict[str, Callable[..., str]] = {
    "kills": kills,
    "sleep": sleep,
    "sessions": sessions,
    "away": away,
    "restart": restart,
    "restored": restored,
}

if __name__ == "__main__":
    sys.exit(main())
