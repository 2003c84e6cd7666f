"""Uncertain letters, settled by the mail server's log or by the clock."""

import datetime
import gzip
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from subscriptions.delivery import prepare
from subscriptions.delivery.compose import message_id
from subscriptions.models import Delivery, Mailing, Subscriber
from tests.make import make_article, make_subscriber

from .conftest import Sink

pytestmark = pytest.mark.django_db

Work = Callable[[], None]


@pytest.fixture
def names(sink: Sink) -> list[str]:
    """Message-IDs, without brackets, of three letters that are uncertain."""
    readers = [make_subscriber() for _ in range(3)]
    make_article(publish={"announce": True})
    prepare()
    mailing = Mailing.objects.get()
    Delivery.objects.update(state="uncertain", at=timezone.now())
    prepare()
    return [message_id(mailing.pk, reader.pk).strip("<>") for reader in readers]


def states() -> list[str]:
    return list(Delivery.objects.order_by("subscriber_id").values_list("state", flat=True))


def reconcile(*words: str) -> str:
    out = StringIO()
    call_command("reconcile_mail", *words, stdout=out)
    return out.getvalue()


def kept(folder: Path, *lines: str) -> str:
    file = folder / "mail.log"
    file.write_text("".join(f"{line}\n" for line in lines))
    return str(file)


def test_postfix_has_taken_what_it_has_queued(names: list[str], tmp_path: Path) -> None:
    post = "Nov 23 03:00:00 mx postfix"
    log = kept(
        tmp_path,
        f"{post}/cleanup[811]: 4XbZ1k2Qz: message-id=<{names[0]}>",
        f"{post}/cleanup[811]: 5YcZ1k2Qz: message-id=<{names[1]}>",
        f"{post}/smtpd[810]: lost connection after DATA from unknown[192.0.2.1]",
        f"{post}/qmgr[700]: 4XbZ1k2Qz: from=<news@datum.example>, size=9, nrcpt=1 (queue active)",
    )
    assert "1 were taken by the mail server, 0 are sent again, 2 are still" in reconcile(
        "--log", log
    )
    assert states() == ["sent", "uncertain", "uncertain"]


def test_exim_has_taken_what_it_says_it_has(names: list[str], tmp_path: Path) -> None:
    log = kept(
        tmp_path,
        f"2026-11-23 03:00:00 1tEx-00-AB <= news@datum.example H=a P=esmtp S=912 id={names[1]}",
        f"2026-11-23 03:00:00 1tEy-00-AB rejected after DATA: id={names[0]}",
    )
    reconcile("--log", log)
    assert states() == ["uncertain", "sent", "uncertain"]


def test_a_list_of_names_will_do(names: list[str], tmp_path: Path) -> None:
    file = tmp_path / "names.gz"
    with gzip.open(file, "wt") as names_file:
        names_file.write(f"<{names[0]}> kit@readers.example\n{names[2]}\n\nnothing\n")
    reconcile("--log", str(file))
    assert states() == ["sent", "uncertain", "sent"]


def test_what_a_complete_log_does_not_name_is_sent_again(
    names: list[str], sink: Sink, work: Work, tmp_path: Path
) -> None:
    assert Mailing.objects.get().state == "finished"
    log = kept(tmp_path, f"<{names[0]}>")
    assert "1 were taken by the mail server, 2 are sent again, 0 are" in reconcile(
        "--log", log, "--complete"
    )
    work()
    assert states() == ["sent"] * 3
    assert {str(r.message["Message-ID"]).strip("<>") for r in sink.received} == set(names[1:])
    assert Mailing.objects.get().state == "finished"


def test_without_uncertain_letters_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert "0 were taken" in reconcile("--log", kept(tmp_path, "<a@b.example>"), "--complete")


def test_a_log_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"missing\.log cannot be read: No such file"):
        reconcile("--log", str(tmp_path / "missing.log"))


# By the clock


def test_uncertain_letters_are_held_for_a_person(names: list[str], work: Work, sink: Sink) -> None:
    Delivery.objects.update(at=timezone.now() - datetime.timedelta(hours=5))
    work()
    assert sink.received == []
    assert states() == ["uncertain"] * 3


def test_uncertain_letters_are_repeated_after_a_while_where_the_settings_say_so(
    names: list[str], work: Work, sink: Sink, settings: Any
) -> None:
    settings.MAIL_REPEAT_UNCERTAIN_AFTER = 30
    work()
    assert sink.received == []
    Delivery.objects.update(at=timezone.now() - datetime.timedelta(minutes=31))
    work()
    assert {str(r.message["Message-ID"]).strip("<>") for r in sink.received} == set(names)
    assert states() == ["sent"] * 3


def test_they_are_not_repeated_for_ever(
    names: list[str], work: Work, sink: Sink, settings: Any
) -> None:
    settings.MAIL_REPEAT_UNCERTAIN_AFTER = 30
    ago = timezone.now() - datetime.timedelta(minutes=31)
    Delivery.objects.update(at=ago, attempts=3)
    work()
    assert sink.received == []


def test_a_reader_who_has_left_gets_no_repetition(
    names: list[str], work: Work, sink: Sink, tmp_path: Path
) -> None:
    leaving = Subscriber.objects.order_by("pk")[0]
    leaving.unsubscribe()
    reconcile("--log", kept(tmp_path), "--complete")
    work()
    assert leaving.address not in sink.recipients
    assert states() == ["excluded", "sent", "sent"]
