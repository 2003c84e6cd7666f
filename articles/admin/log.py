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


class Narrowing(admin.SimpleListFilter):
    """By one of the records that entries lead to. column: where they do."""

    column = ""
    model: type[User] | type[ContentType]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        entries = model_admin.get_queryset(request).order_by()
        found: Any = self.model._default_manager.filter(pk__in=entries.values(self.column))
        offered = ((str(each.pk), self.named(each)) for each in found)
        return sorted(offered, key=lambda each: each[1])

    def named(self, record: Any) -> str:
        return str(record)

    def queryset(self, request: HttpRequest, queryset: QuerySet[LogEntry]) -> QuerySet[LogEntry]:
        """Unnarrowed for a number that was not offered."""
        value = str(self.value())
        offered = any(value == pk for pk, _ in self.lookup_choices)
        return queryset.filter(**{self.column: int(value)}) if offered else queryset


class ByPerson(Narrowing):
    title, parameter_name, column, model = "person", "person", "user", User

    def named(self, record: User) -> str:
        return name_of(record)


class ByKind(Narrowing):
    title, parameter_name, column, model = "kind of record", "kind", "content_type", ContentType

    def named(self, record: ContentType) -> str:
        return kind_name(record)


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


def kind_name(kind: ContentType) -> str:
    return f"{kind.name[:1].upper()}{kind.name[1:]}"
