"""What `check_mail` says of a domain, as a name server on loopback knows it."""

import socket
import threading
from collections.abc import Iterator
from io import StringIO
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from django.core.management import CommandError, call_command

from subscriptions.delivery.standing import Grade, Standing

from .conftest import Sink

pytestmark = pytest.mark.django_db

DOMAIN = "datum.example"
GOOD = {
    (f"{DOMAIN}.", "TXT"): ['"google-site-verification=1"', '"v=spf1 ip4:192.0.2.1 " "-all"'],
    (f"_dmarc.{DOMAIN}.", "TXT"): ['"v=DMARC1; p=reject; rua=mailto:d@datum.example"'],
    (f"mail._domainkey.{DOMAIN}.", "TXT"): [f'"v=DKIM1; k=rsa; p={"A" * 200}" "{"B" * 192}"'],
    (f"{DOMAIN}.", "MX"): ["10 mx.datum.example."],
    ("mx.datum.example.", "A"): ["8.8.4.4"],
    ("4.4.8.8.in-addr.arpa.", "PTR"): ["mx.datum.example."],
}
Zone = dict[tuple[str, str], list[str]]


class Names:
    """records: what is known, and may be changed meanwhile."""

    def __init__(self) -> None:
        self.records: Zone = dict(GOOD)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.server = f"127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                wire, asker = self.socket.recvfrom(4096)
            except OSError:
                return
            self.socket.sendto(self.answer(dns.message.from_wire(wire)).to_wire(), asker)

    def answer(self, question: dns.message.Message) -> dns.message.Message:
        (asked,) = question.question
        response = dns.message.make_response(question)
        response.flags |= dns.flags.RA
        name, kind = asked.name.to_text().lower(), dns.rdatatype.to_text(asked.rdtype)
        if values := self.records.get((name, kind)):
            response.answer.append(dns.rrset.from_text(asked.name, 60, "IN", kind, *values))
        elif not any(known == name for known, _ in self.records):
            response.set_rcode(dns.rcode.NXDOMAIN)
        return response


@pytest.fixture
def names() -> Iterator[Names]:
    names = Names()
    yield names
    names.socket.close()


def graded(names: Names, server: str = "mx.datum.example", selector: str = "") -> dict[str, str]:
    found = Standing(DOMAIN, (names.server,)).findings(server, selector)
    return {finding.what: f"{finding.grade}: {finding.words}" for finding in found}


def test_a_well_kept_domain_is_good_in_everything(names: Names) -> None:
    found = graded(names)
    assert list(found) == ["SPF", "DKIM", "DMARC", "MX", "PTR"]
    assert all(words.startswith("good") for words in found.values()), found
    assert "v=spf1 ip4:192.0.2.1 -all" in found["SPF"]
    assert "Under mail._domainkey" in found["DKIM"]


def test_a_domain_without_anything_is_told_what_to_add(names: Names) -> None:
    names.records.clear()
    found = graded(names)
    assert found["SPF"].startswith("bad: There is none: add a record")
    assert found["DKIM"].startswith("weak: No key is found under the common selectors")
    assert found["DMARC"].startswith("bad: There is none: Gmail and Yahoo want one")
    assert found["MX"].startswith("weak: The domain takes no mail")
    assert found["PTR"] == "bad: mx.datum.example has no address."


@pytest.mark.parametrize(
    ("records", "words"),
    [
        (['"v=spf1 -all"', '"v=spf1 mx ~all"'], "bad: There are several"),
        (['"v=spf1 +all"'], "bad: It allows everybody"),
        (['"v=spf1 mx ?all"'], "weak: It does not say"),
        (['"v=spf1 mx"'], "weak: It does not say"),
        (['"v=spf1 redirect=_spf.example.org"'], "good"),
        (['"v=spf10 -all"'], "bad: There is none"),
    ],
)
def test_spf_is_read_closely(names: Names, records: list[str], words: str) -> None:
    names.records[f"{DOMAIN}.", "TXT"] = records
    assert graded(names)["SPF"].startswith(words)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ('"v=DKIM1; p="', "bad: Under mail._domainkey: the key was revoked"),
        (f'"k=rsa; p={"A" * 216}"', "weak: Under mail._domainkey: a key of 1,024 bits"),
        (f'"v=DKIM1; k=ed25519; p={"A" * 44}"', "good"),
        ('"hello"', "weak: No key"),
    ],
)
def test_dkim_keys_are_looked_at(names: Names, record: str, words: str) -> None:
    names.records[f"mail._domainkey.{DOMAIN}.", "TXT"] = [record]
    assert graded(names)["DKIM"].startswith(words)


def test_a_named_selector_is_the_only_one_that_counts(names: Names) -> None:
    assert graded(names, selector="2026")["DKIM"].startswith("bad: There is no key under 2026.")


def test_a_policy_of_none_is_weak(names: Names) -> None:
    names.records[f"_dmarc.{DOMAIN}.", "TXT"] = ['"v=DMARC1; p=none"']
    assert graded(names)["DMARC"].startswith("weak: p=none")


def test_a_name_that_does_not_lead_back_is_bad(names: Names) -> None:
    names.records["4.4.8.8.in-addr.arpa.", "PTR"] = ["elsewhere.example."]
    assert "which does not lead back" in graded(names)["PTR"]
    del names.records["4.4.8.8.in-addr.arpa.", "PTR"]
    assert graded(names)["PTR"].startswith("bad: 8.8.4.4 has no name (PTR)")


def test_a_mail_server_in_ones_own_network_is_not_judged(names: Names) -> None:
    assert graded(names, "127.0.0.1")["PTR"].startswith("unknown: 127.0.0.1 is reached by")


def test_name_servers_that_are_silent_are_no_bad_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subscriptions.delivery.standing.SECONDS", 0.2)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as deaf:
        deaf.bind(("127.0.0.1", 0))
        silent = Standing(DOMAIN, (f"127.0.0.1:{deaf.getsockname()[1]}",))
        found = list(silent.findings("", "mail"))
    assert {finding.grade for finding in found} == {Grade.UNKNOWN}
    assert "The name servers do not answer" in found[0].words


# The command


def told(*words: str) -> str:
    out = StringIO()
    call_command("check_mail", *words, stdout=out)
    return out.getvalue()


def test_the_command_tells_each_finding_and_sends_a_letter(names: Names, sink: Sink) -> None:
    text = told("kit@readers.example", "--nameserver", names.server)
    assert "Letters come from news@datum.example, by the mail server 127.0.0.1." in text
    assert "ok   SPF: v=spf1" in text
    assert "ok   Letter: taken for kit@readers.example" in text
    (letter,) = sink.received
    assert letter.message["Subject"] == "A letter to try the mail"


def test_the_command_fails_where_something_is_bad(names: Names, sink: Sink, capsys: Any) -> None:
    names.records.clear()
    with pytest.raises(SystemExit) as end:
        told("--nameserver", names.server)
    assert end.value.code == 1


def test_a_refused_letter_is_said_in_a_sentence(names: Names, sink: Sink) -> None:
    sink.on_recipient = lambda address: "550 No such user"
    with pytest.raises(CommandError, match="was refused: 550 No such user"):
        told("kit@readers.example", "--nameserver", names.server)


def test_no_letter_goes_to_what_is_no_address(names: Names, sink: Sink) -> None:
    with pytest.raises(CommandError, match="has an @ in it"):
        told("kit", "--nameserver", names.server)
    assert sink.received == []


def test_a_machine_of_ones_own_is_told_to_set_a_sender(settings: Any, capsys: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Newsroom <news@localhost.localdomain>"
    with pytest.raises(SystemExit):
        told()
