"""What one worker has in hand of one mailing. Its statements run once for every letter, so they are
SQL that the server keeps prepared."""

import datetime
from typing import Any

import psycopg
from django.db import connection

from .delivery import Delivery
from .subscriber import Subscriber

LETTER, READER = Delivery._meta.db_table, Subscriber._meta.db_table
State = Delivery.State

CLAIM = f"""
    WITH free AS (
        SELECT subscriber_id FROM {LETTER}
        WHERE mailing_id = %(mailing)s AND queue = %(queue)s AND state = '{State.QUEUED}'
            AND subscriber_id > %(after)s AND (not_before IS NULL OR not_before <= %(now)s)
        ORDER BY subscriber_id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
    ), mine AS (
        UPDATE {LETTER} AS letter SET state = '{State.CLAIMED}', worker = %(worker)s FROM free
        WHERE letter.mailing_id = %(mailing)s AND letter.subscriber_id = free.subscriber_id
        RETURNING letter.subscriber_id
    )
    SELECT mine.subscriber_id, reader.address FROM mine
    LEFT JOIN {READER} AS reader
        ON reader.id = mine.subscriber_id AND reader.state = '{Subscriber.State.CONFIRMED}'
    ORDER BY mine.subscriber_id
"""  # noqa: S608
HAND_OVER = f"""
    UPDATE {LETTER} AS letter SET
        state = CASE subscriber_id
            WHEN %(reader)s THEN '{State.HANDING_OVER}' ELSE '{State.SENT}' END,
        worker = CASE subscriber_id WHEN %(reader)s THEN worker END,
        attempts = CASE subscriber_id WHEN %(reader)s THEN attempts ELSE attempts + 1 END,
        reason = CASE subscriber_id WHEN %(reader)s THEN reason ELSE '' END,
        at = %(now)s
    WHERE mailing_id = %(mailing)s AND subscriber_id IN (%(reader)s, %(answered)s)
        AND worker = %(worker)s
        AND CASE subscriber_id WHEN %(reader)s
            THEN state = '{State.CLAIMED}' AND EXISTS (
                SELECT FROM {READER} WHERE id = %(reader)s
                AND state = '{Subscriber.State.CONFIRMED}')
            ELSE state = '{State.HANDING_OVER}' END
    RETURNING subscriber_id
"""  # noqa: S608

NOBODY = 0


class Hand:
    """`answered`: the reader whose letter the mail server has taken, and which is still marked as
    being handed over: the next mark says both, and a death leaves only one letter uncertain.
    `unsaid`: the reader at whose letter the database was lost, before the final word."""

    def __init__(self, mailing_id: int, worker: int) -> None:
        self.mailing_id = mailing_id
        self.worker = worker
        self.answered = NOBODY
        self.unsaid = NOBODY
        self.cursor: psycopg.Cursor[Any] | None = None

    def claim(self, queue: int, after: int, limit: int) -> list[tuple[int, str | None]]:
        """Readers with their addresses, None for those who are no longer confirmed.

        What another worker looks at is left to it. Those up to `after` are known to be taken:
        their remains in the index would cost more and more.
        """
        return self.execute(CLAIM, queue=queue, after=after, limit=limit)

    def letter(self, reader: int) -> Delivery:
        return Delivery(mailing_id=self.mailing_id, subscriber_id=reader, worker=self.worker)

    def hand_over(self, reader: int) -> bool:
        """Just before the final word to the mail server. False: it must not be said.

        Either the letter is no longer ours, or the reader has unsubscribed.
        """
        answered, self.answered = self.answered, NOBODY
        try:
            marked = self.execute(HAND_OVER, reader=reader, answered=answered)
        except BaseException:
            # Whether it is marked nobody knows; but the final word was not said.
            self.answered, self.unsaid = answered, reader or self.unsaid
            raise
        return (reader,) in marked

    def taken(self, reader: int) -> None:
        """The mail server has it."""
        self.answered = reader

    def mark_taken(self) -> None:
        """At the end, when no next letter says it along."""
        if self.answered:
            self.hand_over(NOBODY)

    def remember(self) -> None:
        """After its session was lost: what was taken is known here, whatever others think."""
        letters = Delivery.objects.given_up_by(self.worker).filter(mailing=self.mailing_id)
        letters.filter(subscriber=self.answered).prove_sent()
        letters.filter(subscriber=self.unsaid).prove_unsent()
        self.answered = self.unsaid = NOBODY

    def execute(self, query: str, **values: Any) -> list[Any]:
        values |= {
            "mailing": self.mailing_id,
            "worker": self.worker,
            "now": datetime.datetime.now(datetime.UTC),
        }
        if self.cursor is None:
            connection.ensure_connection()
            self.cursor = psycopg.Cursor(connection.connection)
        with connection.wrap_database_errors:
            return self.cursor.execute(query, values, prepare=True).fetchall()
