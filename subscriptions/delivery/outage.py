"""How long this process leaves a mail server alone that it could not reach. All its lanes share
one view: what one of them has met, the others need not meet, and one alone tries again."""

import logging
import threading
import time

logger = logging.getLogger(__name__)

LONGEST = 30
TRIAL = 180
"""Seconds after which a lane that was to try is given up: longer than any answer may take."""
MOST_UNANSWERED = 10


class Outage:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.failures = 0
        self.until = 0.0
        self.trying = False
        self.unanswered = 0

    @property
    def lasts(self) -> bool:
        return time.monotonic() < self.until

    def admits(self) -> bool:
        """Whether the caller may send. After a pause, one caller may, until it says how it was."""
        with self.lock:
            if self.lasts:
                return False
            if self.failures:
                self.trying, self.until = True, time.monotonic() + TRIAL
            return True

    def met(self, error: Exception) -> None:
        """Once more without success: 1, 2, 4 … 30 seconds until the next try."""
        with self.lock:
            if self.lasts and not self.trying:
                return  # another lane has just said so
            pause = min(2**self.failures, LONGEST)
            self.failures = min(self.failures + 1, 10)
            self.trying, self.until = False, time.monotonic() + pause
        logger.warning("%s Next try in %d s; nothing is lost.", error, pause)

    def untried(self) -> None:
        """There was nothing to try it with."""
        with self.lock:
            if self.trying:
                self.trying, self.until = False, 0.0

    def over(self) -> None:
        """The mail server has answered, whatever it said."""
        if not self.failures and not self.unanswered and not self.until:
            return
        with self.lock:
            if self.failures:
                logger.info("The mail server takes mail again.")
            self.failures = self.unanswered = 0
            self.trying, self.until = False, 0.0

    def met_silence(self, error: Exception) -> bool:
        """A letter was taken and not answered. True: there were so many that somebody must look,
        because each of them may or may not have arrived."""
        with self.lock:
            self.unanswered += 1
            many = self.unanswered >= MOST_UNANSWERED
        self.met(error)
        return many


outage = Outage()
