"""Every address of the newsdesk, asked for by everybody: who gets an answer and who is refused.

A new address is entered in MAY with the least role that may GET it and the least that may POST
to it: W(riter), E(ditor), C(hief), S(uperuser), or - for nobody. The article is an editor's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from articles.models import Article, Page, Redirect, Series
from subscriptions.models import Mailing
from tests.make import (
    make_article,
    make_author,
    make_desk,
    make_image,
    make_subscriber,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db

ROLES = "WECS"
MAY = {
    "admin_logentry_add": "--",
    "admin_logentry_change": "E-",
    "admin_logentry_changelist": "EE",
    "admin_logentry_delete": "--",
    "admin_logentry_history": "EE",
    "app_list": "WW",
    "articles_article_add": "WW",
    "articles_article_change": "EE",
    "articles_article_changelist": "WW",
    "articles_article_check": "-E",
    "articles_article_check_new": "-W",
    "articles_article_comments": "EE",
    "articles_article_compare": "EE",
    "articles_article_delete": "EE",
    "articles_article_from_manuscript": "WW",
    "articles_article_from_manuscript_review": "WW",
    "articles_article_history": "EE",
    "articles_article_keep": "EE",
    "articles_article_keep_new": "WW",
    "articles_article_lead": "-E",
    "articles_article_lookup": "WW",
    "articles_article_preview": "EE",
    "articles_article_publish": "-E",
    "articles_article_recall": "--",
    "articles_article_resolve": "-E",
    "articles_article_restore": "-E",
    "articles_article_schedule": "-E",
    "articles_article_send_back": "-E",
    "articles_article_share": "EE",
    "articles_article_submit": "-E",
    "articles_article_unlead": "-E",
    "articles_article_unschedule": "-E",
    "articles_article_unshare": "--",
    "articles_article_versions": "EE",
    "articles_article_withdraw": "-E",
    "articles_author_add": "EE",
    "articles_author_change": "WE",
    "articles_author_changelist": "WW",
    "articles_author_delete": "CC",
    "articles_author_history": "WW",
    "articles_desk_add": "CC",
    "articles_desk_change": "WC",
    "articles_desk_changelist": "WW",
    "articles_desk_delete": "CC",
    "articles_desk_history": "WW",
    "articles_image_add": "WW",
    "articles_image_change": "WE",
    "articles_image_changelist": "WW",
    "articles_image_delete": "EE",
    "articles_image_history": "WW",
    "articles_image_lookup": "W-",
    "articles_image_upload": "-W",
    "articles_image_words": "-E",
    "articles_page_add": "CC",
    "articles_page_change": "CC",
    "articles_page_changelist": "CC",
    "articles_page_delete": "CC",
    "articles_page_history": "CC",
    "articles_series_add": "EE",
    "articles_series_change": "WE",
    "articles_series_changelist": "WW",
    "articles_series_delete": "EE",
    "articles_series_history": "WW",
    "articles_redirect_add": "EE",
    "articles_redirect_change": "EE",
    "articles_redirect_changelist": "EE",
    "articles_redirect_delete": "EE",
    "articles_redirect_history": "EE",
    "articles_redirect_many": "EE",
    "articles_sitesettings_add": "--",
    "articles_sitesettings_change": "CC",
    "articles_sitesettings_changelist": "WW",
    "articles_sitesettings_delete": "--",
    "articles_sitesettings_history": "CC",
    "articles_topic_add": "EE",
    "articles_topic_change": "WE",
    "articles_topic_changelist": "WW",
    "articles_topic_delete": "EE",
    "articles_topic_history": "WW",
    "articles_topic_lookup": "WW",
    "auth_group_add": "SS",
    "auth_group_change": "CS",
    "auth_group_changelist": "CC",
    "auth_group_delete": "SS",
    "auth_group_history": "CC",
    "auth_user_add": "CC",
    "auth_user_change": "CC",
    "auth_user_changelist": "CC",
    "auth_user_delete": "CC",
    "auth_user_history": "CC",
    "auth_user_link": "-C",
    "autocomplete": "W-",
    "index": "WW",
    "jsi18n": "W-",
    "login": "-W",
    "logout": "-W",
    "password_change": "WW",
    "password_change_done": "W-",
    "procrastinate_procrastinatejob_add": "--",
    "procrastinate_procrastinatejob_change": "S-",
    "procrastinate_procrastinatejob_changelist": "SS",
    "procrastinate_procrastinatejob_delete": "--",
    "procrastinate_procrastinatejob_history": "SS",
    "subscriptions_mailing_add": "--",
    "subscriptions_mailing_change": "E-",
    "subscriptions_mailing_changelist": "EE",
    "subscriptions_mailing_delete": "--",
    "subscriptions_mailing_history": "EE",
    "subscriptions_mailing_letter": "E-",
    "subscriptions_mailing_letter_text": "E-",
    "subscriptions_mailing_pause": "-C",
    "subscriptions_mailing_resume": "-C",
    "subscriptions_mailing_test": "-E",
    "subscriptions_outbox": "CC",
    "subscriptions_outbox_html": "--",
    "subscriptions_outbox_one": "--",
    "subscriptions_subscriber_add": "--",
    "subscriptions_subscriber_change": "CC",
    "subscriptions_subscriber_changelist": "CC",
    "subscriptions_subscriber_delete": "CC",
    "subscriptions_subscriber_history": "CC",
    "view_on_site": "WW",
}
DATA = {
    "articles_article_restore": {"number": 1},
    "autocomplete": {
        "app_label": "subscriptions",
        "model_name": "subscription",
        "field_name": "topic",
        "term": "",
    },
}
"""What it takes to ask for something that is there."""


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    url: str


def walk(patterns: list[Any]) -> Iterator[str]:
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from walk(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


NAMES = sorted(set(walk(admin.site.get_urls())))


@pytest.fixture
def addresses() -> list[Address]:
    """With the numbers of rows that are there; the article is a published one."""
    editor = make_user("Editor")
    article = make_article("Somebody else's", by=editor, published=True)
    mailing = Mailing.objects.create(subject="Evening letter")
    entry = LogEntry.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(Article),
        object_id=str(article.pk),
        object_repr="x",
        action_flag=CHANGE,
    )
    rows = {
        "articles_article": article.pk,
        "articles_author": make_author().pk,
        "articles_desk": make_desk("Spare").pk,
        "articles_image": make_image(ready=False).pk,
        "articles_topic": make_topic("Baltic").pk,
        "articles_page": Page.objects.get(slug="about").pk,
        "articles_series": Series.objects.create(name="Seabed", slug="seabed").pk,
        "articles_redirect": Redirect.objects.create(path="/old/", target="/topics/").pk,
        "articles_sitesettings": 1,
        "admin_logentry": entry.pk,
        "auth_user": make_user("Writer").pk,
        "auth_group": Group.objects.get(name="Writer").pk,
        "subscriptions_subscriber": make_subscriber().pk,
        "procrastinate_procrastinatejob": ProcrastinateJob.objects.latest("pk").pk,
    }
    own = {
        "app_list": ["articles"],
        "view_on_site": [ContentType.objects.get_for_model(Article).pk, article.pk],
        "articles_article_from_manuscript_review": ["none"],
        "subscriptions_mailing_letter": [article.pk],
        "subscriptions_mailing_letter_text": [article.pk],
        "subscriptions_mailing_test": [article.pk],
        "subscriptions_outbox_one": ["none.eml"],
        "subscriptions_outbox_html": ["none.eml"],
    }
    rows["subscriptions_mailing"] = mailing.pk
    return [Address(name, url_of(name, rows, own)) for name in NAMES]


def url_of(name: str, rows: dict[str, int], own: dict[str, list[Any]]) -> str:
    if name in own:
        return reverse(f"admin:{name}", args=own[name])
    try:
        return reverse(f"admin:{name}")
    except NoReverseMatch:
        row = next(pk for model, pk in rows.items() if name.startswith(f"{model}_"))
        return reverse(f"admin:{name}", args=[row])


def asked(client: Client, method: str, address: Address) -> HttpResponse:
    """The answer; whatever it did is undone, logging out too."""
    cookies = client.cookies.output(header="")
    with transaction.atomic():
        answer: Any = getattr(client, method)(address.url, DATA.get(address.name))
        connection.set_rollback(True)
    client.cookies.load(cookies)
    return answer


def is_refusal(answer: HttpResponse) -> bool:
    """Also "no such thing", and back to the first page: what the admin says of others' rows."""
    return answer.status_code in (403, 404) or answer.headers.get("Location") == "/admin/"


def to_the_door(answer: HttpResponse) -> bool:
    """Also by a page in its place that keeps what was typed."""
    if answer.status_code == 401:
        return True
    return answer.status_code == 302 and "/login/" in answer.headers["Location"]


def found_by(client: Client, address: Address) -> str:
    """As in MAY, of one person: "G" or "-" for GET, "P" or "-" for POST. No answer is a fault."""
    found = ""
    for method in ("get", "post"):
        answer = asked(client, method, address)
        assert answer.status_code < 500, (method, address)
        assert not to_the_door(answer), (method, address)
        refused = is_refusal(answer) or answer.status_code == 405
        found += "-" if refused else method[0].upper()
    return found


def test_somebody_decided_who_may_ask_for_each_address() -> None:
    assert set(NAMES) == set(MAY), "Enter new addresses in MAY above."


def test_each_role_may_all_that_the_one_before_it_may() -> None:
    rights = [user_of(role).get_all_permissions() for role in ROLES]

    assert all(fewer <= more for fewer, more in pairwise(rights))


@pytest.mark.parametrize("role", ROLES)
def test_an_address_answers_the_least_role_that_may_and_refuses_the_one_before(
    role: str, addresses: list[Address]
) -> None:
    client = Client()
    client.force_login(user_of(role))
    near = [address for address in addresses if role in at_the_line(MAY[address.name])]

    found = {address.name: found_by(client, address) for address in near}

    enough = ROLES[: ROLES.index(role) + 1]
    assert found == {
        address.name: "".join(
            mark if who in enough else "-"
            for mark, who in zip("GP", MAY[address.name], strict=True)
        )
        for address in near
    }


def at_the_line(least: str) -> set[str]:
    """The roles that a line in MAY is about: the least that may, and the last that may not."""
    places = [ROLES.index(who) if who in ROLES else len(ROLES) for who in least]
    return {role for place in places for role in ROLES[max(place - 1, 0) : place + 1]}


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_a_desk_nobody_gets_past_the_door(method: str, addresses: list[Address]) -> None:
    outsider = Client()
    outsider.force_login(make_user())
    for client in (Client(), outsider):
        for address in addresses:
            answer = asked(client, method, address)

            if address.name == "login":
                assert answer.status_code == 200
            elif address.name == "logout" and client is not outsider:
                assert answer.headers["Location"] == "/admin/"
            elif address.name == "logout":
                assert answer.status_code == 302
            else:
                assert to_the_door(answer), address


def user_of(role: str) -> Any:
    if role == "S":
        return make_user(is_staff=True, is_superuser=True)
    return make_user({"W": "Writer", "E": "Editor", "C": "Chief", "-": ""}[role])
