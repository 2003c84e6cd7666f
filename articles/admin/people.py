"""Accounts. Who hands out roles must not be able to hand out more than roles."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.http import HttpRequest

from .lists import Listed

admin.site.unregister(User)

PERSON = (None, {"fields": ("username", "password")})
NAME = ("Name", {"fields": ("first_name", "last_name", "email")})
ROLES = ("Role", {"fields": ("is_active", "is_staff", "groups")})
TECHNICIAN = ("Technician", {"fields": ("is_superuser",)})


@admin.register(User)
class PeopleAdmin(Listed, UserAdmin):
    list_display = ("username", "first_name", "last_name", "roles", "is_staff", "last_login")
    list_filter = ("groups", "is_staff", "is_active")
    filter_horizontal = ()
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return super().get_fieldsets(request, obj)
        return (PERSON, NAME, ROLES, *((TECHNICIAN,) if is_superuser(request) else ()))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (is_superuser(request) or not (obj and obj.is_superuser))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (is_superuser(request) or not (obj and obj.is_superuser))

    def formfield_for_manytomany(
        self, db_field: "ManyToManyField[Any, Any]", request: Any, **kwargs: Any
    ) -> "ModelMultipleChoiceField[Any] | None":
        if db_field.name == "groups":
            kwargs |= {"widget": CheckboxSelectMultiple, "help_text": "What they may do here."}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="Role")
    def roles(self, person: User) -> str:
        return ", ".join(group.name for group in person.groups.all()) or "–"


def person(request: HttpRequest) -> User:
    """Who asks, behind the admin's own door: never anonymous."""
    return cast(User, request.user)


def is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))
