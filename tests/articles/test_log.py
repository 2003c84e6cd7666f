"""The log of the newsdesk: who did what."""

from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Topic
from tests.make import client_of, make_article, make_topic, make_user

pytestmark = pytest.mark.django_db

LOG = "/admin/admin/logentry/"


def noted(by: User, thing: Any, what: str = "Published.", flag: int = CHANGE) -> LogEntry:
    return LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(thing),
        object_id=str(thing.pk),
        object_repr=str(thing),
        action_flag=flag,
        change_message=what,
    )


def listed(user: User, **query: Any) -> str:
    answer = client_of(user).get(LOG, query)
    assert answer.status_code == 200
    return str(answer.text)


def test_what_is_done_on_the_desk_stands_in_the_log() -> None:
    editor = make_user("Editor", first_name="Ed", last_name="Rowe")
    article = make_article("Frigates sail", by=editor)
    client_of(editor).post(reverse("admin:articles_article_publish", args=[article.pk]))

    page = listed(editor)

    for text in ("Ed Rowe", "Published: version 1", "Frigates sail", "Article"):
        assert text in page
    assert reverse("admin:articles_article_change", args=[article.pk]) in page


def test_a_writer_has_no_log_and_an_editor_none_of_accounts() -> None:
    chief, editor, writer = (make_user(role) for role in ("Chief", "Editor", "Writer"))
    noted(chief, writer, "Role taken away.")
    noted(chief, make_article("On the desk"))

    assert client_of(writer).get(LOG).status_code == 403
    assert "Role taken away." not in listed(editor)
    assert "On the desk" in listed(editor)
    assert "Role taken away." in listed(chief)


def test_the_log_is_narrowed_by_person_kind_day_and_words() -> None:
    chief, editor = make_user("Chief"), make_user("Editor", first_name="Ed", last_name="Rowe")
    wanted = noted(editor, make_article("Wanted"), "Sent for review.")
    noted(chief, make_topic("Elsewhere"), "Renamed.")
    LogEntry.objects.filter(pk=wanted.pk).update(action_time=datetime(2026, 3, 5, 12, tzinfo=UTC))
    kind = ContentType.objects.get_for_model(Article).pk

    for query in (
        {"person": editor.pk},
        {"kind": kind},
        {"q": "review"},
        {"q": "Rowe"},
        {"action_time__year": 2026, "action_time__month": 3, "action_time__day": 5},
    ):
        page = listed(chief, **query)
        assert "Wanted" in page, query
        assert "Renamed." not in page, query


@pytest.mark.parametrize("query", [{"person": "\x00"}, {"kind": "9" * 40}, {"person": "-1"}])
def test_a_filter_that_is_none_narrows_nothing(query: dict[str, str]) -> None:
    chief = make_user("Chief")
    noted(chief, make_topic("Baltic"))

    assert "Baltic" in listed(chief, **query)


def test_what_was_deleted_is_named_without_a_link() -> None:
    chief, topic = make_user("Chief"), make_topic("Baltic")
    noted(chief, topic, "", DELETION)
    url = reverse("admin:articles_topic_change", args=[topic.pk])
    Topic.objects.all().delete()

    page = listed(chief)

    assert "Deleted." in page
    assert url not in page


@pytest.mark.parametrize("role", ["Editor", "Chief", ""])
def test_nobody_writes_changes_or_deletes_in_the_log(role: str) -> None:
    user = make_user(role) if role else make_user(is_staff=True, is_superuser=True)
    entry = noted(user, make_topic("Baltic"), "Words.", ADDITION)
    client = client_of(user)

    assert client.post(f"{LOG}add/", {}).status_code == 403
    assert client.post(f"{LOG}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.post(f"{LOG}{entry.pk}/change/", {"change_message": "x"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": entry.pk, "post": "yes"}
    client.post(LOG, data)

    entry.refresh_from_db()
    assert entry.change_message == "Words."


def test_the_log_costs_the_same_however_long_it_is(django_assert_max_num_queries: Any) -> None:
    editor = make_user("Editor")
    for number in range(60):
        noted(make_user("Writer"), make_topic(f"Topic {number}"))
    LogEntry.objects.update(action_time=timezone.now() - timedelta(days=1))
    client = client_of(editor)

    with django_assert_max_num_queries(14):
        client.get(LOG)


def test_the_history_of_a_record_has_the_times_of_the_house() -> None:
    editor, topic = make_user("Editor"), make_topic("Baltic")
    noted(editor, topic, "Words.")
    at = datetime(2026, 11, 3, 13, 4, tzinfo=UTC)
    LogEntry.objects.update(action_time=at)

    page = client_of(editor).get(f"/admin/articles/topic/{topic.pk}/history/").text

    assert "3 Nov 2026, 13:04 GMT" in page
    assert "p.m." not in page


def test_taking_the_migration_back_takes_back_the_right_that_it_gave() -> None:
    migration = import_module("articles.migrations.0004_log_and_notes")
    operation = migration.Migration.operations[0]
    with connection.schema_editor() as editor:
        operation.reverse_code(apps, editor)
        readers = Group.objects.filter(permissions__codename="view_logentry")
        assert not readers.exists()
        assert Group.objects.get(name="Editor").permissions.exists()

        operation.code(apps, editor)

    assert set(readers.values_list("name", flat=True)) == {"Editor", "Chief"}
