"""A post office whose workers and mail server are processes, to be killed and stopped."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from django.db import connection

from subscriptions.models import Delivery, Mailing

BASE_DIR = Path(__file__).resolve().parents[2]


class MailServer:
    """The sink, on the same port however often it is started."""

    def __init__(self, folder: Path, delay: float = 0.0) -> None:
        self.log = folder / f"taken-{time.monotonic_ns()}.log"
        self.log.touch()
        self.delay = delay
        self.port = 0
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> "MailServer":
        words = [str(self.log), str(self.port), "--delay", str(self.delay)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.subscriptions.sink", *words],
            cwd=BASE_DIR, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())
        return self

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            if self.process.stdout:
                self.process.stdout.close()
            self.process = None

    def taken(self) -> Counter[str]:
        """How often it took a letter to each reader."""
        return Counter(line.split()[1] for line in self.log.read_text().splitlines())


class Office:
    """environment: what the workers need to find the database."""

    def __init__(self, folder: Path, server: MailServer, **environment: str) -> None:
        self.folder = folder
        self.server = server
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "EMAIL_URL": f"smtp://127.0.0.1:{server.port}/?tls=none",
            "MAIL_CONNECTIONS": "2",
            "DEBUG": "0",
            **environment,
        }
        self.workers: list[subprocess.Popen[bytes]] = []
        self.log = folder / "workers.log"

    def start_worker(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            worker = subprocess.Popen(
                [sys.executable, "manage.py", "worker"],
                cwd=BASE_DIR, env=self.environment, stdout=log, stderr=log,
            )  # fmt: skip
        self.workers.append(worker)
        return worker

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        self.workers.remove(worker)

    def close(self) -> None:
        for worker in list(self.workers):
            self.kill(worker)
        self.server.stop()

    def command(self, *words: str) -> str:
        return subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=BASE_DIR, env=self.environment, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    def told(self) -> str:
        return self.log.read_text(errors="replace")[-4000:] if self.log.exists() else ""

    def wait(self, condition: Callable[[], object], seconds: float = 120) -> None:
        """Until it holds."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"It did not happen.\n{states()}\n{self.told()}")
            time.sleep(0.05)

    def wait_for_letters(self, number: int) -> None:
        self.wait(lambda: sum(self.server.taken().values()) >= number)

    def wait_for_the_end(self, seconds: float = 180) -> None:
        self.wait(is_over, seconds)


def states() -> dict[str, int]:
    """Letters of all mailings by state."""
    found = Delivery.objects.order_by().values_list("state", flat=True)
    return dict(Counter(found))


def is_over() -> bool:
    return not Mailing.objects.exclude(state__in=["finished", "paused"]).exists()


def names_of(state: str) -> set[str]:
    """The readers whose letters are in that state."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reader.key FROM subscriptions_delivery AS letter"
            " JOIN subscriptions_subscriber AS reader ON reader.id = letter.subscriber_id"
            " WHERE letter.state = %s",
            [state],
        )
        return {key for (key,) in cursor.fetchall()}


def differences(server: MailServer) -> dict[str, int]:
    """What the table says against what the mail server took: all are to be 0.

    Of a letter that is uncertain by name, both are allowed.
    """
    taken, uncertain = server.taken(), names_of("uncertain")
    sent = names_of("sent")
    return {
        "lost": len(sent - set(taken)),
        "not marked": len(set(taken) - sent - uncertain),
        "twice": sum(times - 1 for times in taken.values()),
    }
