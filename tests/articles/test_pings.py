"""Pings: who is told of a publication, when, and whom we do not talk to."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import parse_qs

import pytest
from django.db import transaction
from procrastinate import JobContext
from procrastinate.contrib.django import app as jobs
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Job

from articles import pings, tasks
from articles.models import Article, Series, SiteSettings
from articles.pings import post
from tests.articles.listening import CERTIFICATE, Listener, dripping, listening
from tests.make import make_article, make_author, make_desk, make_topic

pytestmark = pytest.mark.django_db
KEY = "a1b2c3d4-e5f6"
FEED = "https://news.example/feed/"


@pytest.fixture
def hub() -> Iterator[Listener]:
    with listening() as listener:
        yield listener


@pytest.fixture
def at_home(settings) -> None:
    """On a developer's machine: the listener's address is refused anywhere else."""
    settings.DEBUG = True


def decided(**fields: str) -> None:
    SiteSettings.objects.update_or_create(pk=1, defaults=fields)


def waiting(task: str) -> list[dict]:
    """What the jobs of that name that wait are to do."""
    found = ProcrastinateJob.objects.filter(task_name=f"articles.tasks.{task}", status="todo")
    return list(found.order_by("pk").values_list("args", flat=True))


def context(attempts: int = 0) -> JobContext:
    job = Job(
        id=1, queue="default", lock=None, queueing_lock=None, task_name="x", attempts=attempts
    )
    return JobContext(app=jobs, job=job, start_timestamp=0, abort_reason=lambda: None)


# When anybody is told


def test_nobody_is_told_until_somebody_is_named():
    article = make_article(published=True)
    article.publish(None, change="update", text="More.")
    article.withdraw("It was wrong.")
    assert waiting("tell_of_article") == []


@pytest.mark.parametrize(
    "told", [{"websub_hub": "https://hub.example/"}, {"indexnow_key": KEY}], ids=["hub", "key"]
)
def test_a_publication_an_update_and_a_withdrawal_are_told(told):
    decided(**told)
    article = make_article()
    assert waiting("tell_of_article") == []
    article.publish(None)
    article.publish(None, change="update", text="More.")
    article.withdraw("It was wrong.")
    assert waiting("tell_of_article") == [{"article_id": article.pk}] * 3


def test_what_is_scheduled_is_told_when_it_goes_out():
    decided(indexnow_key=KEY)
    article = make_article()
    article.publish_scheduled()
    assert len(waiting("tell_of_article")) == 1


def test_an_archive_that_is_imported_is_told_to_nobody():
    decided(indexnow_key=KEY)
    moment = make_article(published=True).published_at
    before = len(waiting("tell_of_article"))
    make_article(publish={"at": moment})
    assert len(waiting("tell_of_article")) == before


def test_a_publication_that_fails_is_not_told():
    decided(indexnow_key=KEY)
    article = make_article()
    with transaction.atomic():
        article.publish(None)
        transaction.set_rollback(True)
    assert waiting("tell_of_article") == []


# What is told


def test_each_feed_that_the_article_stands_in_is_told_by_a_job_of_its_own(settings):
    author, topic = make_author("Ada"), make_topic("NATO")
    filing = {"desk": make_desk("Air"), "authors": [author], "topics": [topic]}
    article = make_article(published=True, filing=filing)
    series = Series.objects.create(name="The Baltic", slug="baltic")
    Article.objects.filter(pk=article.pk).update(series=series)
    decided(websub_hub="https://hub.example/")
    tasks.tell_of_article(article_id=article.pk)
    places = ["/", "/desk/air/", "/series/baltic/", "/topic/nato/", author.get_absolute_url()]
    wanted = [
        f"{settings.SITE_URL}{place}feed/{form}"
        for place in places
        for form in ("", "atom/", "json/")
    ]
    assert [job["feed"] for job in waiting("tell_hub")] == wanted
    assert waiting("tell_search_engines") == []


def test_search_engines_are_told_of_the_page(settings):
    article = make_article(published=True)
    decided(indexnow_key=KEY)
    tasks.tell_of_article(article_id=article.pk)
    page = settings.SITE_URL + article.get_absolute_url()
    assert waiting("tell_search_engines") == [{"page": page}]
    assert waiting("tell_hub") == []


def test_an_article_that_is_gone_meanwhile_is_no_trouble():
    decided(indexnow_key=KEY)
    tasks.tell_of_article(article_id=987654)
    assert waiting("tell_search_engines") == []


@pytest.mark.usefixtures("at_home")
def test_a_hub_is_told_by_form(hub):
    decided(websub_hub=hub.url)
    tasks.tell_hub(context(), feed=FEED)
    (heard,) = hub.heard
    assert heard.path == "/hub?a=b"
    assert heard.host == f"127.0.0.1:{hub.port}"
    assert heard.content_type == "application/x-www-form-urlencoded"
    assert parse_qs(heard.body) == {"hub.mode": ["publish"], "hub.url": [FEED]}


@pytest.mark.usefixtures("at_home")
def test_search_engines_are_told_host_key_and_page(hub, settings, client):
    decided(indexnow_key=KEY)
    pings.tell_search_engines(KEY, f"{settings.SITE_URL}/2026/11/14/x/", endpoint=hub.url)
    (heard,) = hub.heard
    told = json.loads(heard.body)
    assert heard.content_type == "application/json; charset=utf-8"
    assert told["host"] == settings.SITE_URL.partition("//")[2]
    assert told["urlList"] == [f"{settings.SITE_URL}/2026/11/14/x/"]
    assert told["key"] == KEY
    assert client.get(told["keyLocation"].removeprefix(settings.SITE_URL)).text == KEY


def test_who_is_not_named_any_more_is_not_told(hub):
    tasks.tell_hub(context(), feed=FEED)
    tasks.tell_search_engines(context(), page=FEED)
    assert hub.heard == []


# Over an encrypted line


@pytest.fixture
def known(monkeypatch) -> None:
    """This machine trusts the certificate of the tests' hub."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest.mark.usefixtures("at_home", "known")
def test_a_hub_is_reached_by_name_at_the_address_that_was_looked_at():
    with listening(secure=True) as hub:
        asked = []

        def resolve(host, port):
            asked.append((host, port))
            return [("127.0.0.1", hub.port)]

        pings.tell_hub("https://hub.example/", FEED, resolve)
        pings.tell_search_engines(KEY, FEED, resolve=resolve)
        assert asked == [("hub.example", 443), ("api.indexnow.org", 443)]
        assert [heard.host for heard in hub.heard] == ["hub.example", "api.indexnow.org"]


@pytest.mark.usefixtures("at_home")
def test_a_certificate_that_nobody_vouches_for_is_not_accepted():
    with listening(secure=True) as hub, pytest.raises(OSError, match="certificate verify failed"):
        pings.tell_hub("https://hub.example/", FEED, lambda *_: [("127.0.0.1", hub.port)])


@pytest.mark.usefixtures("at_home", "known")
def test_a_certificate_for_another_name_is_not_accepted():
    with listening(secure=True) as hub, pytest.raises(OSError, match="not valid for"):
        pings.tell_hub("https://other.example/", FEED, lambda *_: [("127.0.0.1", hub.port)])


@pytest.mark.usefixtures("at_home")
def test_where_one_address_is_silent_the_next_is_tried(hub):
    dead, alive = ("127.0.0.1", free_port()), ("127.0.0.1", hub.port)
    pings.tell_hub("http://hub.example/", FEED, lambda *_: [dead, alive])
    assert len(hub.heard) == 1


def free_port() -> int:
    """At which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


# Whom we do not talk to


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "fec0::1",
        "nonsense",
    ],
)
@pytest.mark.parametrize("beside", [[], [("93.184.216.34", 443)]])
def test_an_address_in_somebodys_own_network_is_refused(hub, address, beside):
    with pytest.raises(pings.Refused, match="public internet"):
        pings.tell_hub("https://hub.example/", FEED, lambda *_: [*beside, (address, hub.port)])


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_an_address_on_the_public_internet_is_not(address):
    post.check_public([(address, 443)], "hub.example")


def test_a_name_is_looked_up_as_the_machine_does(hub):
    with pytest.raises(pings.Refused, match="public internet"):
        pings.tell_hub(f"https://localhost:{hub.port}/", FEED)
    assert hub.heard == []


@pytest.mark.parametrize(
    "url",
    [
        "http://hub.example/",
        "ftp://hub.example/",
        "file:///etc/passwd",
        "https:///path",
        "https://hub.example:99999/",
        "//hub.example/",
        "",
    ],
)
def test_only_https_addresses_are_asked(url):
    def resolve(host, port):
        raise AssertionError("Nobody should be looked up.")

    with pytest.raises(pings.Refused):
        pings.tell_hub(url, FEED, resolve)


@pytest.mark.usefixtures("at_home")
def test_a_redirect_is_not_followed(hub):
    hub.status = 302
    with pytest.raises(pings.Refused, match="answered 302"):
        pings.tell_hub(hub.url, FEED)
    assert len(hub.heard) == 1


# When it does not work


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("status", [500, 503, 429, 408])
def test_what_may_go_better_later_is_tried_again(hub, status):
    decided(websub_hub=hub.url)
    hub.status = status
    with pytest.raises(OSError, match=f"answered {status}"):
        tasks.tell_hub(context(), feed=FEED)


@pytest.mark.usefixtures("at_home")
def test_a_plain_no_is_taken_for_an_answer(hub, caplog):
    decided(websub_hub=hub.url)
    hub.status = 403
    tasks.tell_hub(context(), feed=FEED)
    assert "answered 403" in caplog.text


@pytest.mark.usefixtures("at_home")
def test_after_some_hours_it_is_given_up_with_a_word(caplog):
    decided(websub_hub=f"http://127.0.0.1:{free_port()}/")
    with pytest.raises(OSError, match="refused"):
        tasks.tell_hub(context(attempts=tasks.PINGS - 1), feed=FEED)
    tasks.tell_hub(context(attempts=tasks.PINGS), feed=FEED)
    assert "after 8 tries" in caplog.text


def test_the_tries_are_spread_over_some_hours():
    waits = []
    for attempt in range(tasks.PINGS):
        started = time.time()
        decision = tasks.PING_AGAIN.get_retry_decision(
            exception=pings.NotReached(), job=context(attempt).job
        )
        waits.append(decision.retry_at.timestamp() - started)
    assert waits[0] < 10
    assert 3 * 3600 < sum(waits) < 12 * 3600
    last = context(tasks.PINGS).job
    assert tasks.PING_AGAIN.get_retry_decision(exception=pings.NotReached(), job=last) is None


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("drop", [b"", b"H", b"HTTP/1.1 204 No Content\r\nX-Slow: "])
def test_who_speaks_too_slowly_is_cut_off(monkeypatch, drop):
    monkeypatch.setattr(post, "SECONDS_SILENT", 5)
    monkeypatch.setattr(post, "SECONDS_IN_ALL", 0.4)
    started = time.monotonic()
    with dripping(drop) as port, suppress(OSError):
        pings.tell_hub(f"http://127.0.0.1:{port}/", FEED)
    assert time.monotonic() - started < 3
