"""The worker: the applications' steps, each in a thread of its own, and background jobs.

A step that fails is logged and tried again after a growing pause; it stops neither the others
nor the worker. The database may go away and come back meanwhile.
"""

import asyncio
import logging
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections
from procrastinate.contrib.django import app as jobs
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

from articles.models import Article
from newsroom.embedded import EmbeddedDatabaseError
from subscriptions import delivery

logger = logging.getLogger(__name__)

LONGEST_PAUSE = 30
STOP_SECONDS = 8
AWAY = (OperationalError, InterfaceError, EmbeddedDatabaseError, ConnectorException)


@dataclass(frozen=True)
class Step:
    """`run` returns True when more work waits; otherwise it is called again after `every` s."""

    name: str
    run: Callable[[], object]
    every: float = 1


STEPS = (
    Step("heartbeat", delivery.attend, every=5),
    Step("publishing", lambda: Article.objects.publish_due()),
    Step("mail", delivery.prepare),
)


class Worker:
    def __init__(self, steps: tuple[Step, ...] | None = None) -> None:
        self.stopping = threading.Event()
        self.steps = (*STEPS, *self.lanes()) if steps is None else steps

    def lanes(self) -> list[Step]:
        """Each has a thread, and with it a database session of its own."""
        lanes = [delivery.Lane(self.stopping.is_set) for _ in range(settings.MAIL_CONNECTIONS)]
        return [Step(f"letters {number}", lane.send) for number, lane in enumerate(lanes, 1)]

    def run(self) -> None:
        """Until SIGTERM or SIGINT."""
        for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(signum, lambda *_: self.stopping.set())
        # A step that hangs must not keep the process (daemon): each survives being cut off.
        threads = [
            threading.Thread(target=self.repeat, args=[step], name=step.name, daemon=True)
            for step in (*self.steps, Step("jobs", self.run_jobs))
        ]
        for thread in threads:
            thread.start()
        logger.info("The worker has started.")
        while not self.stopping.wait(1):
            pass
        end = time.monotonic() + STOP_SECONDS
        for thread in threads:
            thread.join(max(0, end - time.monotonic()))
        logger.info("The worker has stopped.")

    def repeat(self, step: Step) -> None:
        failures = 0
        while not self.stopping.is_set():
            more, failures = self.attempt(step, failures)
            if failures:
                self.stopping.wait(min(2 ** (failures - 1), LONGEST_PAUSE))
            elif not more:
                self.stopping.wait(step.every)

    def attempt(self, step: Step, failures: int) -> tuple[bool, int]:
        """One call: whether more work waits, and how often in a row the step has now failed."""
        try:
            close_old_connections()
            more = step.run() is True
        except AWAY as error:
            logger.warning("%s: the database is away (%s)", step.name, " ".join(str(error).split()))
        except Exception:
            logger.exception("%s failed and will be tried again", step.name)
        else:
            if failures:
                logger.info("%s works again", step.name)
            return more, 0
        return False, failures + 1

    def run_jobs(self) -> None:
        asyncio.run(self._work_on_jobs())

    async def _work_on_jobs(self) -> None:
        connector = DjangoConnector(alias="default").get_worker_connector()
        async with jobs.with_connector(connector).open_async() as app:
            work = asyncio.create_task(
                app.run_worker_async(
                    name="worker",
                    fetch_job_polling_interval=1,
                    delete_jobs="successful",
                    shutdown_graceful_timeout=STOP_SECONDS / 2,
                    install_signal_handlers=False,
                )
            )
            while not work.done() and not self.stopping.is_set():
                await asyncio.wait([work], timeout=0.5)
            work.cancel()
            try:
                await work
            except asyncio.CancelledError:
                if not self.stopping.is_set():
                    raise
