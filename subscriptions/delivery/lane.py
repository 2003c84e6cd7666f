"""A worker's number, and a lock that ends with its database session.

The lock tells a dead worker from one that is merely slow: no time-out has to guess. A stopped or
waiting process keeps its lock; one that has lost its session can mark nothing any more, and what
it cannot mark it does not send.
"""

import contextlib
import logging
import secrets
from collections.abc import Iterator

from django.db import connection

from ..models import Delivery

logger = logging.getLogger(__name__)

LOCKS = 5_309_181
"""Sets our locks apart from others' in the same database."""


@contextlib.contextmanager
def lane() -> Iterator[int]:
    """A new worker number, locked for as long as the block runs and this session lives."""
    worker = secrets.randbelow(2**31 - 1) + 1
    lock("pg_advisory_lock", worker)
    try:
        yield worker
    finally:
        # A session that is lost has freed both: others recover what was in hand.
        if connection.is_usable():
            Delivery.objects.release(worker)
            lock("pg_advisory_unlock", worker)


def recover() -> None:
    """Looks after what dead workers had in hand."""
    for worker in Delivery.objects.at_work():
        if not lock("pg_try_advisory_lock", worker):
            continue
        try:
            if Delivery.objects.bury(worker):
                logger.warning("A worker died in the middle of a letter: see the mailing's page.")
        finally:
            lock("pg_advisory_unlock", worker)


def lock(function: str, worker: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", [LOCKS, worker])
        (answer,) = cursor.fetchone()
    return answer is True
