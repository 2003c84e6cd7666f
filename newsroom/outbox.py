"""Django's own mail (a password reset, say) on a machine without a mail server."""

import time
from collections.abc import Sequence
from pathlib import Path
from secrets import token_hex
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from subscriptions.delivery.transport import OF_ACCOUNTS


class EmailBackend(BaseEmailBackend):
    """Each message becomes one .eml file in `directory`."""

    def __init__(self, directory: Path, **options: Any) -> None:
        super().__init__(**options)
        self.directory = Path(directory)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        self.directory.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{time.strftime('%Y%m%d-%H%M%S')}-{token_hex(4)}{OF_ACCOUNTS}"
            draft = self.directory / f".{name}"
            draft.write_bytes(message.message().as_bytes())
            draft.rename(self.directory / name)
        return len(email_messages)
