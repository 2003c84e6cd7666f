"""Handing one finished message to somebody who sends it, in two steps, so that it can be noted in
between that the letter is about to leave: `begin` does everything that can be taken back,
`complete` says the final word."""

from typing import Protocol


class Unreachable(Exception):
    """Nothing can be sent now, to anybody. What was begun was not handed over."""


class BrokenOff(Unreachable):
    """The connection ended in the middle of a message, before it was handed over."""


class Unanswered(Exception):
    """The final word was said and no answer came: the message may or may not have arrived."""


class Refused(Exception):
    """The server says no to this message or reader."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(f"{code} {text}")
        self.for_good = 500 <= code <= 599


class Transport(Protocol):
    def begin(self, sender: str, recipient: str, message: bytes, key: str = "") -> None:
        """key: names this letter to this reader, at every repetition; "" where none comes.

        Raises Refused, BrokenOff, Unreachable.
        """

    def complete(self) -> None:
        """Raises Refused, Unanswered, and BrokenOff where the word was surely not heard."""

    def abandon(self) -> None:
        """Takes back what was begun."""

    def close(self) -> None: ...
