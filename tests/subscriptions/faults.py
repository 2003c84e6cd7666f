"""Ways in which things break while letters go out; small in the tests, large in the benchmark.

Each takes an office with letters to send, breaks something, and raises AssertionError where a
letter is lost, sent twice or not accounted for. What it returns is for the benchmark's report.
"""

import random
import signal
import time

from django.db import connection

from subscriptions.models import Delivery, Mailing

from .office import Office, differences, names_of, states

NOTHING = {"lost": 0, "not marked": 0, "twice": 0}
LANES = 2


def workers_are_killed(office: Office, letters: int, kills: int) -> str:
    """kill -9, again and again, of one of two workers in the middle of their letters."""
    for _ in range(2):
        office.start_worker()
    for number in range(1, kills + 1):
        office.wait_for_letters(letters * number // (kills + 1))
        office.kill(random.choice(office.workers))
        office.start_worker()
    office.wait_for_the_end()
    uncertain = names_of("uncertain")
    assert differences(office.server) == NOTHING, differences(office.server)
    assert len(uncertain) <= kills * LANES, uncertain
    assert sum(states().values()) == letters
    there = len(uncertain & set(office.server.taken()))
    office.command("reconcile_mail", "--log", str(office.server.log), "--complete")
    office.wait_for_the_end()
    everybody_once(office, letters)
    return (
        f"{kills} kills: 0 lost, 0 twice, {len(uncertain)} uncertain by name ({there} of them had "
        "arrived); after reconciliation everybody has one"
    )


def a_worker_stands_still(office: Office, letters: int, seconds: float) -> str:
    """SIGSTOP: not dead, only slow. Nobody may take its letters for lost."""
    first, _ = office.start_worker(), office.start_worker()
    office.wait_for_letters(letters // 4)
    first.send_signal(signal.SIGSTOP)
    time.sleep(seconds)
    assert "uncertain" not in states(), states()
    first.send_signal(signal.SIGCONT)
    office.wait_for_the_end()
    everybody_once(office, letters)
    return f"{seconds:.0f} s asleep: 0 lost, 0 twice, 0 uncertain"


def sessions_are_cut(office: Office, letters: int, times: int) -> str:
    """pg_terminate_backend: whoever has lost its lock sends nothing more."""
    office.start_worker()
    for number in range(1, times + 1):
        office.wait_for_letters(letters * number // (times + 1))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                " AND backend_type = 'client backend'"
            )
    return settled(office, letters, f"sessions cut {times} times")


def the_mail_server_is_away(office: Office, letters: int, seconds: float) -> str:
    """It dies, and comes back on the same port: no attempt is used up, and it goes on soon."""
    office.start_worker()
    office.wait_for_letters(letters // 4)
    office.server.stop()
    time.sleep(seconds)
    waiting = Delivery.objects.filter(state__in=["queued", "claimed"])
    tried = waiting.exclude(attempts=0).count()
    assert tried == 0, f"{tried} letters lost an attempt"
    before = sum(office.server.taken().values())
    office.server.start()
    back = time.monotonic()
    office.wait_for_letters(before + 1)
    pause = time.monotonic() - back
    assert pause <= 60, pause
    return settled(office, letters, f"back after {seconds:.0f} s, resumed within {pause:.0f} s")


def settled(office: Office, letters: int, what: str) -> str:
    """To the end, and once more by the mail server's log."""
    office.wait_for_the_end()
    uncertain = len(names_of("uncertain"))
    assert differences(office.server) == NOTHING, differences(office.server)
    office.command("reconcile_mail", "--log", str(office.server.log), "--complete")
    office.wait_for_the_end()
    everybody_once(office, letters)
    return f"{what}: 0 lost, 0 twice, {uncertain} uncertain by name, 0 after reconciliation"


def everybody_once(office: Office, letters: int) -> None:
    assert differences(office.server) == NOTHING, differences(office.server)
    assert states() == {"sent": letters}, states()
    taken = office.server.taken()
    assert len(taken) == letters, (len(taken), letters)
    assert set(Mailing.objects.values_list("state", flat=True)) == {"finished"}
