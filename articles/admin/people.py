"""Accounts. Who hands out roles hands out no more than roles, and knows nobody's password."""

from typing import Any, cast

import django.contrib.auth.admin  # noqa: F401  so that its page for users is there to be replaced
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.views.decorators.http import require_POST

from ..forms import PersonForm
from ..models import name_of
from ..models.people import role_of
from ..password_links import GOOD_FOR, send_link
from .lists import Listed

admin.site.unregister(User)

WHO = (None, {"fields": ("username", "full_name", "email")})
TECHNICIAN = ("Technician", {"fields": ("is_superuser",)})
NOT_SENT = "The mail server did not take the letter to {}. Try “Send a new link” a little later."


@admin.register(User)
class PeopleAdmin(Listed):
    form = PersonForm
    list_display = ("full_name", "username", "email", "role", "byline", "is_active", "last_login")
    list_display_links = ("full_name", "username")
    list_filter = ("groups", "is_active")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    list_per_page = 50
    # One at a time, on their own page.
    actions = None

    def get_queryset(self, request: HttpRequest) -> Any:
        people = super().get_queryset(request).select_related("author")
        return people.prefetch_related("groups")

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """A list narrowed by the beginning of a hash would tell the hash."""
        return not lookup.startswith("password") and super().lookup_allowed(lookup, value, request)

    # Who may

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (is_superuser(request) or not (obj and obj.is_superuser))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only accounts that nobody has used: what the log says of the others goes with them."""
        allowed = super().has_delete_permission(request, obj)
        unused = obj is None or (obj.last_login is None and obj.pk != request.user.pk)
        return allowed and unused and (is_superuser(request) or not (obj and obj.is_superuser))

    # The form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        may = ("role", "is_active") if obj else ("role",)
        can = ("What they may do", {"fields": may})
        technician = (TECHNICIAN,) if is_superuser(request) else ()
        return (WHO, can, ("In print", {"fields": ("byline",)}), *technician)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Nothing: Django would fill the form in from whatever a link's query says."""
        return {}

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.actor = person(request)  # type: ignore[attr-defined]
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context |= {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: User, *args: Any) -> HttpResponse:
        self.send(request, obj, "invitation")
        return self.back_to(obj)

    def response_change(self, request: HttpRequest, obj: User) -> HttpResponse:
        self.message_user(request, f"Saved: {name_of(obj)}.", messages.SUCCESS)
        return self.back_to(obj)

    def back_to(self, account: User) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:auth_user_change", args=[account.pk]))

    # Links to set a password

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.link))
        return [path("<int:object_id>/link/", view, name="auth_user_link"), *super().get_urls()]

    def link(self, request: HttpRequest, object_id: int) -> HttpResponse:
        account = self.get_object(request, str(object_id))
        if not self.has_change_permission(request, account):
            raise PermissionDenied("Only a chief can send links to set a password.")
        if account is None:
            raise Http404("There is no such person.")
        if not (account.is_active and account.is_staff):
            said = f"{name_of(account)} may not log in: a link would be of no use."
            self.message_user(request, said, messages.ERROR)
        elif not account.email:
            said = "There is no e-mail address to send a link to. Type one and save."
            self.message_user(request, said, messages.ERROR)
        else:
            self.send(request, account, "invitation")
        return self.back_to(account)

    def send(self, request: HttpRequest, account: User, letter: str) -> None:
        try:
            send_link(account, letter, by=person(request))
        except OSError:
            said = NOT_SENT.format(account.email)
            self.message_user(request, f"The account stands. {said}", messages.ERROR)
            return
        self.log_change(request, account, "Sent a link to set a password.")
        said = f"{name_of(account)} gets a letter to {account.email} with a link to set a password."
        self.message_user(request, f"{said} It is good for {GOOD_FOR}.", messages.SUCCESS)

    # What the list and the page of a technician show; named like the fields of the form.

    @admin.display(description="Full name", ordering="last_name")
    def full_name(self, account: User) -> str:
        return account.get_full_name() or "–"

    @admin.display(description="Role")
    def role(self, account: User) -> str:
        return role_of(account) or ("Technician" if account.is_superuser else "–")

    @admin.display(description="Byline")
    def byline(self, account: User) -> str:
        author = getattr(account, "author", None)
        return author.name if author else "–"


def person(request: HttpRequest) -> User:
    """Who asks, behind the admin's own door: never anonymous."""
    return cast(User, request.user)


def is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))
