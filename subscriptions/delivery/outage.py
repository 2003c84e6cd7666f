"""How long this process leaves a mail server alone that it could not reach."""

import logging
import time

logger = logging.getLogger(__name__)

LONGEST = 30


class Outage:
    def __init__(self) -> None:
        self.failures = 0
        self.until = 0.0

    @property
    def lasts(self) -> bool:
        return time.monotonic() < self.until

    def met(self, error: Exception) -> None:
        """Once more without success: 1, 2, 4 … 30 seconds until the next try."""
        pause = min(2**self.failures, LONGEST)
        self.failures = min(self.failures + 1, 10)
        self.until = time.monotonic() + pause
        logger.warning("%s Next try in %d s; nothing is lost.", error, pause)

    def over(self) -> None:
        if self.failures:
            logger.info("The mail server takes mail again.")
        self.failures = 0
        self.until = 0.0


outage = Outage()
