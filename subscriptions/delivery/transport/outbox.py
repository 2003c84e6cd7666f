"""One .eml file a message: the mail server of a machine that has none."""

from pathlib import Path

from django.utils import timezone
from django.utils.text import slugify

from .base import BrokenOff, Unreachable

OF_ACCOUNTS = ".account.eml"
"""How files end that hold no reader's letter, but a link to somebody's account."""


class Outbox:
    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.draft: Path | None = None

    def begin(self, sender: str, recipient: str, message: bytes, key: str = "") -> None:
        moment = timezone.localtime().strftime("%Y%m%d-%H%M%S-%f")
        name = f"{moment}-{slugify(recipient.replace('@', ' at ').replace('.', ' '))[:80]}.eml"
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            self.draft = self.directory / f".{name}"
            self.draft.write_bytes(message)
        except OSError as error:
            self.abandon()
            raise Unreachable(f"{self.directory}: {error.strerror}") from error

    def complete(self) -> None:
        if self.draft is None:
            raise BrokenOff("There is no message to complete.")
        try:
            self.draft.rename(self.draft.with_name(self.draft.name.removeprefix(".")))
        except OSError as error:
            raise BrokenOff(f"{self.directory}: {error.strerror}") from error
        self.draft = None

    def abandon(self) -> None:
        if self.draft is not None:
            self.draft.unlink(missing_ok=True)
            self.draft = None

    def close(self) -> None:
        self.abandon()
