"""Who did what: the newsdesk's log, which nobody writes by hand and nobody changes."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..models import name_of
from .lists import Listed, time_cell

EDITORS_SEE = "articles"
"""The application whose records an editor follows; accounts and readers are a chief's."""


class ByPerson(admin.SimpleListFilter):
    title = "person"
    parameter_name = "person"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        entries = model_admin.get_queryset(request).order_by()
        people = User.objects.filter(pk__in=entries.values("user"))
        return sorted(((str(who.pk), name_of(who)) for who in people), key=lambda each: each[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[LogEntry]) -> QuerySet[LogEntry]:
        return queryset.filter(user_id=pk) if (pk := chosen(self)) else queryset


class ByKind(admin.SimpleListFilter):
    title = "kind of record"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        entries = model_admin.get_queryset(request).order_by()
        kinds = ContentType.objects.filter(pk__in=entries.values("content_type"))
        return sorted(((str(each.pk), kind_name(each)) for each in kinds), key=lambda each: each[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[LogEntry]) -> QuerySet[LogEntry]:
        return queryset.filter(content_type_id=pk) if (pk := chosen(self)) else queryset


@admin.register(LogEntry)
class LogAdmin(Listed):
    list_display = ("when", "who", "what", "record", "kind")
    list_display_links = None
    list_filter = (ByPerson, ByKind)
    list_select_related = ("user", "content_type")
    search_fields = ("object_repr", "change_message", "user__username", "user__last_name")
    date_hierarchy = "action_time"
    ordering = ("-action_time", "-pk")
    list_per_page = 50
    actions = None
    fields = ("when", "who", "what", "record", "kind")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[LogEntry]:
        entries: QuerySet[LogEntry] = super().get_queryset(request)
        if request.user.has_perm("auth.view_user"):
            return entries
        return entries.filter(content_type__app_label=EDITORS_SEE)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        return False

    @admin.display(description="When", ordering="action_time")
    def when(self, entry: LogEntry) -> SafeString:
        return time_cell(entry.action_time)

    @admin.display(description="Who", ordering="user")
    def who(self, entry: LogEntry) -> str:
        return name_of(entry.user)

    @admin.display(description="What")
    def what(self, entry: LogEntry) -> str:
        if entry.is_deletion():
            return "Deleted."
        return entry.get_change_message() or ("Added." if entry.is_addition() else "Changed.")

    @admin.display(description="Record")
    def record(self, entry: LogEntry) -> str:
        url = None if entry.is_deletion() else entry.get_admin_url()
        if url is None:
            return entry.object_repr
        return format_html('<a href="{}">{}</a>', url, entry.object_repr)

    @admin.display(description="Kind")
    def kind(self, entry: LogEntry) -> str:
        return kind_name(entry.content_type) if entry.content_type else "Record"


def chosen(narrowing: admin.SimpleListFilter) -> int | None:
    """The number that was chosen, if it is one of those that were offered."""
    value = narrowing.value()
    offered = any(str(value) == pk for pk, _ in narrowing.lookup_choices)
    return int(str(value)) if offered else None


def kind_name(kind: ContentType) -> str:
    return f"{kind.name[:1].upper()}{kind.name[1:]}"
