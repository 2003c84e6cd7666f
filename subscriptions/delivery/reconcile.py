"""Settling uncertain letters by evidence: the mail server's log says whether it took them."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from ..models import Delivery, Mailing
from ..models.delivery import DeliveryQuerySet
from .compose import message_id

POSTFIX = re.compile(r"postfix\S*/(cleanup|qmgr)\[\d+\]: (\w+): (.*)")
POSTFIX_NAME = re.compile(r"message-id=<([^<>]+)>")
EXIM_TAKEN = re.compile(r"^\S+ \S+ (?:\S+ )?\S+ <= .* id=<?([^\s<>]+)>?")
LISTED = re.compile(r"^<?([^\s<>@]+@[^\s<>]+?)>?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Settled:
    """found: in the log; repeated: not there, and sent again; open: nobody knows yet."""

    found: int
    repeated: int
    open: int


def reconcile(lines: Iterable[str], *, is_complete: bool) -> Settled:
    """lines: of the log, from before the first uncertain letter. is_complete: what it does not
    name was not taken."""
    letters = {
        message_id(letter.mailing_id, letter.subscriber_id).strip("<>"): letter
        for letter in Delivery.objects.uncertain()
    }
    taken = {name: letters.pop(name) for name in set(names_taken(lines, letters))}
    found = uncertain(taken.values()).prove_sent() if taken else 0
    if not is_complete or not letters:
        return Settled(found, 0, len(letters))
    return Settled(found, Mailing.objects.repeat(uncertain(letters.values())), 0)


def uncertain(letters: Iterable[Delivery]) -> DeliveryQuerySet:
    """These rows, as long as nobody else has settled them."""
    which = Q()
    for letter in letters:
        which |= Q(mailing=letter.mailing_id, subscriber=letter.subscriber_id)
    return Delivery.objects.uncertain().filter(which)


def names_taken(lines: Iterable[str], wanted: Container[str]) -> Iterator[str]:
    """Message-IDs, without brackets, of letters that the server says it took.

    A log of Postfix or Exim, or a list that begins each line with a Message-ID.
    """
    in_the_door: dict[str, str] = {}
    for line in lines:
        if postfix := POSTFIX.search(line):
            program, queue_id, text = postfix.groups()
            name = postfix_taken(program, queue_id, text, in_the_door)
        else:
            told = EXIM_TAKEN.search(line) or LISTED.match(line)
            name = told.group(1) if told else ""
        if name in wanted:
            yield name


def postfix_taken(program: str, queue_id: str, text: str, in_the_door: dict[str, str]) -> str:
    """cleanup names a message while it is still coming in: it is taken when qmgr has it."""
    if program == "cleanup":
        if named := POSTFIX_NAME.search(text):
            in_the_door[queue_id] = named.group(1)
        return ""
    return in_the_door.pop(queue_id, "") if text.startswith("from=") else ""
