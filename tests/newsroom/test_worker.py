import logging
import threading
import time

import pytest
from django.db import OperationalError

from newsroom.worker import STEPS, Step, Worker

# Before each call the worker looks at its connections.
pytestmark = pytest.mark.django_db


def test_the_worker_knows_its_steps() -> None:
    assert [step.name for step in STEPS] == ["heartbeat", "publishing", "mail"]


def test_a_failing_step_is_logged_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    calls = []

    def fails_once() -> bool:
        calls.append(time.monotonic())
        if len(calls) == 1:
            raise ValueError("no such desk")
        return False

    worker, step = Worker(()), Step("publishing", fails_once)
    with caplog.at_level(logging.INFO):
        more, failures = worker.attempt(step, 0)
        assert (more, failures) == (False, 1)
        assert worker.attempt(step, failures) == (False, 0)
    assert "no such desk" in caplog.text
    assert "Traceback" in caplog.text
    assert "publishing works again" in caplog.text


def test_a_failing_step_does_not_stop_the_others() -> None:
    failed, done = threading.Event(), threading.Event()

    def always_fails() -> None:
        failed.set()
        raise ValueError("broken")

    def works() -> None:
        if failed.is_set():
            done.set()

    worker = Worker(())
    threads = [
        threading.Thread(target=worker.repeat, args=[step])
        for step in (Step("mail", always_fails), Step("publishing", works, every=0.01))
    ]
    for thread in threads:
        thread.start()
    assert done.wait(5)
    worker.stopping.set()
    for thread in threads:
        thread.join(5)
        assert not thread.is_alive()


def test_a_database_that_is_away_is_one_line_and_no_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def away() -> None:
        raise OperationalError("connection refused\n")

    assert Worker(()).attempt(Step("mail", away), 3) == (False, 4)
    assert "mail: the database is away (connection refused)" in caplog.text
    assert "Traceback" not in caplog.text


def test_a_step_with_more_to_do_is_called_again_at_once() -> None:
    worker, calls = Worker(()), []

    def three_times() -> bool:
        calls.append(1)
        if len(calls) == 3:
            worker.stopping.set()
        return True

    begun = time.monotonic()
    worker.repeat(Step("mail", three_times, every=60))
    assert len(calls) == 3
    assert time.monotonic() - begun < 5
