"""A letter to one person of the newsroom, before readers get theirs."""

import secrets
from dataclasses import replace

from articles.models import SiteSettings

from .. import emails
from ..models import Mailing
from .compose import message_id, sender, single
from .transport import opened


def send_test(mailing: Mailing, address: str) -> None:
    """Through the readers' own mail server, and leaving no trace among their letters.

    Raises Refused, Unanswered, Unreachable.
    """
    site = SiteSettings.load()
    letter = emails.article(mailing, site, unsubscribe="", why="asked for a test of it")
    marked = replace(letter, subject=f"Test: {letter.subject}")
    message = single(marked, site, address, message_id("test", secrets.token_hex(16)))
    with opened() as transport:
        transport.begin(sender(), address, message)
        transport.complete()
