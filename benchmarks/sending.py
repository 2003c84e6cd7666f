"""How fast letters go out, beside what could be had without any safety and Django's own way.

    python benchmarks/sending.py [--letters 2000] [--rounds 5] [--memory 20000] [--only speed,…]

speed: smtplib with finished bytes and no database, on one connection; EmailMultiAlternatives, with
texts that are already rendered, on one connection; our lanes, everything committed. In turns,
against the same mail server on loopback; medians. connections: the mail server is 20 ms away.
memory: the most that a worker ever held, for 1,000 letters and for --memory of them (Linux).
"""

import argparse
import contextlib
import smtplib
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.report import Line, report
from benchmarks.stage import make_readers, newsroom

if TYPE_CHECKING:
    from subscriptions.models import Mailing
    from tests.subscriptions.office import MailServer

CONNECTIONS = 4
DISTANCE = 0.02
MOST_MEGABYTES = 120.0
MOST_GROWTH = 8.0
LETTERS_OF_A_LANE = 40


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", type=int, default=20_000)
    parser.add_argument("--only", default="speed,connections,memory")
    options = parser.parse_args()
    failed = 0
    with newsroom() as folder:
        for name in options.only.split(","):
            failed |= PARTS[name](folder, options)
    return failed


def speed(folder: Path, options: argparse.Namespace) -> int:
    times: dict[str, list[float]] = {}
    with_readers(options.letters)
    with served(folder, 0) as server:
        ways: dict[str, Callable[[int], float]] = {
            "smtplib, finished bytes": lambda number: by_smtplib(server, number),
            "EmailMultiAlternatives": lambda number: by_django(server, number // 4),
            "lanes, 1 connection": lambda number: by_lanes(number, 1),
            f"lanes, {CONNECTIONS} connections": lambda number: by_lanes(number, CONNECTIONS),
        }
        for _ in range(options.rounds):
            for name, send in ways.items():
                times.setdefault(name, []).append(send(options.letters) * 1000)
    medians = {name: statistics.median(found) for name, found in times.items()}
    raw, django, _, ours = medians.values()
    lines = [Line(name, {"ms": ms, "of raw": ms / raw}) for name, ms in medians.items()]
    lines.append(Line("lanes, of smtplib", {"%": ours / raw * 100}, {"%": 200}))
    lines.append(Line("lanes, of EmailMultiAlternatives", {"%": ours / django * 100}, {"%": 10}))
    return report("Sending", "milliseconds a letter", lines)


def connections(folder: Path, options: argparse.Namespace) -> int:
    lines, single = [], 0.0
    with served(folder, DISTANCE):
        for number in (1, 8, 32):
            letters = LETTERS_OF_A_LANE * number
            with_readers(letters)
            rate = 1 / by_lanes(letters, number)
            single = single or rate
            figures = {"a second": rate, "lost %": 100 - 100 * rate / (single * number)}
            lines.append(Line(f"{number} connections", figures, {"lost %": 25}))
    return report("A mail server 20 ms away", "letters", lines)


def memory(folder: Path, options: argparse.Namespace) -> int:
    few = megabytes(folder, 1_000)
    many = megabytes(folder, options.memory)
    lines = [
        Line("1,000 letters", {"most": few}, {"most": MOST_MEGABYTES}),
        Line(f"{options.memory:,} letters", {"most": many}, {"most": MOST_MEGABYTES}),
        Line("more than for 1,000", {"most": many - few}, {"most": MOST_GROWTH}),
    ]
    return report("Memory of a worker", "MB", lines)


def megabytes(folder: Path, letters: int) -> float:
    """The most that a worker held until all were sent, as the system counts it."""
    from tests.make import make_article
    from tests.subscriptions.office import Office, is_over

    with_readers(letters)
    with served(folder, 0) as server:
        office = Office(folder, server, MAIL_CONNECTIONS=str(CONNECTIONS))
        make_article(publish={"announce": True})
        worker = office.start_worker()
        try:
            office.wait(lambda: has_begun() and is_over(), seconds=60 + letters / 50)
            status = Path(f"/proc/{worker.pid}/status").read_text()
        finally:
            office.close()
            forget()
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) / 1024


def by_lanes(letters: int, number: int) -> float:
    """Seconds for one letter, from the first claim to the last mark."""
    from django.db import connection

    from subscriptions.delivery import Lane

    mailing = a_mailing()
    assert mailing.candidates == letters, mailing.candidates

    def send() -> None:
        lane = Lane()
        while lane.send():
            pass
        connection.close()

    lanes = [threading.Thread(target=send) for _ in range(number)]
    begun = time.perf_counter()
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    took = time.perf_counter() - begun
    assert mailing.counts()["sent"] == letters, mailing.counts()
    forget()
    return took / letters


def by_smtplib(server: "MailServer", letters: int) -> float:
    """The letters are printed beforehand; nothing is noted anywhere."""
    from subscriptions.delivery.compose import printed, sender

    stencil, own = printed(a_mailing()), sender()
    ready = [(address, stencil.to(n, address, "subscribed")) for n, address in readers(letters)]
    forget()
    begun = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", server.port) as connection:
        for address, message in ready:
            connection.sendmail(own, [address], message)
    return (time.perf_counter() - begun) / letters


def by_django(server: "MailServer", letters: int) -> float:
    """As in its documentation, with the reader's link put into texts rendered once."""
    from django.core.mail import EmailMultiAlternatives
    from django.core.mail.backends.smtp import EmailBackend

    from articles.models import SiteSettings
    from subscriptions import emails, tokens
    from subscriptions.delivery.compose import message_id

    mailing = a_mailing()
    letter = emails.article(mailing, SiteSettings.load(), unsubscribe="@link@", why="subscribed")
    backend = EmailBackend(alias="default", host="127.0.0.1", port=server.port)
    backend.open()
    begun = time.perf_counter()
    for n, address in readers(letters):
        link = tokens.unsubscribe_url(n)
        headers = {"Message-ID": message_id(mailing.pk, n), "List-Unsubscribe": f"<{link}>"}
        text, html = (part.replace("@link@", link) for part in (letter.text, letter.html))
        message = EmailMultiAlternatives(letter.subject, text, None, [address], headers=headers)
        message.attach_alternative(html, "text/html")
        backend.send_messages([message])
    took = time.perf_counter() - begun
    backend.close()
    forget()
    return took / letters


def readers(number: int) -> list[tuple[int, str]]:
    from subscriptions.models import Subscriber

    return list(Subscriber.objects.order_by("pk").values_list("pk", "address")[:number])


def with_readers(number: int) -> None:
    """Exactly so many."""
    from subscriptions.models import Subscriber, Subscription

    Subscription.objects.all().delete()
    Subscriber.objects.all().delete()
    make_readers(number)


def a_mailing() -> "Mailing":
    from subscriptions.delivery import prepare
    from subscriptions.models import Mailing
    from tests.make import make_article

    make_article("Nobody owns the bottom of the Baltic", *[PARAGRAPH] * 20,
                 publish={"announce": True})  # fmt: skip
    prepare()
    return Mailing.objects.latest("pk")


def forget() -> None:
    from articles.models import Change
    from subscriptions.models import Delivery, Mailing

    Change.objects.update(announce=False)
    Delivery.objects.all().delete()
    Mailing.objects.all().delete()


def has_begun() -> bool:
    from subscriptions.models import Mailing

    return Mailing.objects.exists()


@contextlib.contextmanager
def served(folder: Path, delay: float) -> Iterator["MailServer"]:
    """A mail server, to which the lanes of this process send."""
    from django.conf import settings

    from tests.subscriptions.office import MailServer

    server = MailServer(folder, delay).start()
    settings.MAIL_TRANSPORT = {
        "kind": "smtp", "host": "127.0.0.1", "port": server.port,
        "user": "", "password": "", "tls": "none",
    }  # fmt: skip
    try:
        yield server
    finally:
        server.stop()


PARAGRAPH = (
    "The repair ship left the yard at dawn with spare cable for two faults and the crew of one. "
    "Nobody in the ministry would say who had asked for it, or when the second one would sail. " * 4
)
PARTS: dict[str, Callable[[Path, argparse.Namespace], int]] = {
    "speed": speed,
    "connections": connections,
    "memory": memory,
}

if __name__ == "__main__":
    sys.exit(main())
