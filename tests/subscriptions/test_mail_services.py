"""Letters handed to a mail service over HTTP, with a service on loopback."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from newsroom import env
from subscriptions.delivery import Lane, prepare
from subscriptions.delivery.outage import outage
from subscriptions.models import Delivery, Mailing
from tests.make import make_article, make_subscriber

from .conftest import SITE

pytestmark = pytest.mark.django_db

TAKEN = {"To": "kit@readers.example", "MessageID": "8f0", "ErrorCode": 0, "Message": "OK"}


class Service:
    """answer: status and JSON, or None to hang up without one."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], dict[str, Any]]] = []
        self.answer: Callable[[], tuple[int, object] | None] = lambda: (200, TAKEN)


@pytest.fixture
def service() -> Iterator[tuple[Service, str]]:
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            service.requests.append((dict(self.headers), body))
            answer = service.answer()
            if answer is None:
                self.close_connection = True
                return
            self.send_response(answer[0])
            self.end_headers()
            self.wfile.write(json.dumps(answer[1]).encode())

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield service, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def postmark(service: tuple[Service, str], settings: Any, monkeypatch: Any) -> Service:
    monkeypatch.setenv("EMAIL_URL", f"anymail+postmark://tOkEn/?api_url={service[1]}")
    settings.MAIL_TRANSPORT = env.mail_url("EMAIL_URL")
    return service[0]


@pytest.fixture
def resend(service: tuple[Service, str], settings: Any, monkeypatch: Any) -> Service:
    monkeypatch.setenv("EMAIL_URL", f"anymail+resend://kEy/?api_url={service[1]}")
    settings.MAIL_TRANSPORT = env.mail_url("EMAIL_URL")
    service[0].answer = lambda: (200, {"id": "4c1"})
    return service[0]


def send() -> Delivery:
    make_subscriber("kit@readers.example")
    make_article("Frigates sail", publish={"announce": True})
    prepare()
    Lane().send()
    return Delivery.objects.get()


def test_a_letter_goes_in_parts_with_its_own_headers_and_key(postmark: Service) -> None:
    row = send()
    assert row.state == "sent"
    ((headers, body),) = postmark.requests
    assert headers["X-Postmark-Server-Token"] == "tOkEn"
    assert body["To"] == "kit@readers.example"
    assert body["Subject"] == "Frigates sail"
    assert "Frigates sail" in body["TextBody"]
    assert "<html" in body["HtmlBody"]
    named = {header["Name"]: header["Value"] for header in body["Headers"]}
    assert named["List-Unsubscribe"].startswith(f"<{SITE}/unsubscribe/")
    assert named["List-Unsubscribe"].strip("<>") in body["HtmlBody"]
    assert named["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert body["Metadata"] == {"delivery": f"{row.mailing_id}.{row.subscriber_id}"}


def test_where_the_service_knows_repetitions_it_is_given_a_key(resend: Service) -> None:
    row = send()
    ((headers, _),) = resend.requests
    assert headers["Idempotency-Key"] == f"{row.mailing_id}.{row.subscriber_id}"


def test_a_refused_reader_fails(postmark: Service) -> None:
    said = "Invalid 'To' address: 'kit@readers.example'."
    postmark.answer = lambda: (422, {"ErrorCode": 300, "Message": said})
    row = send()
    assert row.state == "failed"
    assert "Invalid 'To' address" in row.reason


@pytest.mark.parametrize("status", [401, 429, 503])
def test_what_is_not_the_readers_fault_uses_up_no_attempt(postmark: Service, status: int) -> None:
    postmark.answer = lambda: (status, {"ErrorCode": 10, "Message": "No"})
    row = send()
    assert (row.state, row.attempts) == ("queued", 0)
    assert outage.lasts


def test_a_service_that_is_not_there_uses_up_no_attempt(settings: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("EMAIL_URL", "anymail+postmark://t/?api_url=http://127.0.0.1:9/")
    settings.MAIL_TRANSPORT = env.mail_url("EMAIL_URL")
    row = send()
    assert (row.state, row.attempts) == ("queued", 0)
    assert outage.lasts


def test_no_answer_leaves_the_letter_uncertain(postmark: Service) -> None:
    postmark.answer = lambda: None
    assert send().state == "uncertain"
    assert Mailing.objects.get().counts()["uncertain"] == 1


def test_no_answer_of_a_service_that_knows_repetitions_is_asked_for_again(resend: Service) -> None:
    resend.answer = lambda: None
    row = send()
    assert (row.state, row.attempts) == ("queued", 0)
    resend.answer = lambda: (200, {"id": "4c1"})
    outage.over()
    Delivery.objects.update(not_before=None)
    Lane().send()
    assert Delivery.objects.get().state == "sent"
    keys = {headers["Idempotency-Key"] for headers, _ in resend.requests}
    assert len(resend.requests) == 2
    assert len(keys) == 1
