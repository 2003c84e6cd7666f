"""The site's settings: one row, so the list is the form."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ..models import SiteSettings
from ..models.card import defer_cards

admin.site.site_header = "Newsdesk"
admin.site.site_title = "Newsdesk"
admin.site.index_title = "Desk"
admin.site.enable_nav_sidebar = False


@admin.register(SiteSettings)
class SiteSettingsAdmin(admin.ModelAdmin):
    # The lead story is chosen on the page of the article itself, by any editor.
    exclude = ("lead", "lead_until")

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> SiteSettings | None:
        return SiteSettings.load() if object_id == "1" else None

    def save_model(self, request: HttpRequest, obj: SiteSettings, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "name" in form.changed_data:
            defer_cards()

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:articles_sitesettings_change", args=[1]))

    def response_change(self, request: HttpRequest, obj: SiteSettings) -> HttpResponse:
        self.message_user(request, "The settings are saved.")
        return HttpResponseRedirect(reverse("admin:articles_sitesettings_change", args=[1]))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
