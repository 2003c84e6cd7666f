"""Old addresses: what led to this site's articles before they stood here."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..forms import ManyOldAddressesForm, OldAddressForm
from ..models import Redirect
from .lists import Listed, time_cell


@admin.register(Redirect)
class OldAddressAdmin(Listed):
    form = OldAddressForm
    fields = ("old", "new")
    list_display = ("path", "leads", "made")
    search_fields = ("path", "target", "article__slug")
    ordering = ("path",)
    list_per_page = 100

    def get_queryset(self, request: HttpRequest) -> QuerySet[Redirect]:
        return super().get_queryset(request).select_related("article")

    def get_urls(self) -> list[URLPattern]:
        many = self.admin_site.admin_view(self.many_view)
        return [path("many/", many, name="articles_redirect_many"), *super().get_urls()]

    def many_view(self, request: HttpRequest) -> HttpResponse:
        """All of them are saved, or none and what is wrong with each is told."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = ManyOldAddressesForm(request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            self.message_user(request, told(form.save(), form.known), messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:articles_redirect_changelist"))
        context = {**self.admin_site.each_context(request), "form": form, "opts": self.opts}
        title = {"title": "Many old addresses"}
        return render(request, "admin/articles/redirect/many.html", context | title)

    @admin.display(description="Leads to", ordering="target")
    def leads(self, old: Redirect) -> SafeString | str:
        where = old.leads_to
        return format_html('<a href="{}">{}</a>', where, where) if where else "Not published"

    @admin.display(description="Made", ordering="made_at")
    def made(self, old: Redirect) -> SafeString:
        return time_cell(old.made_at)


def told(new: int, known: int) -> str:
    """In a sentence or two."""
    lead = "1 old address leads on now." if new == 1 else f"{new:,} old addresses lead on now."
    return f"{lead} {known:,} did so already." if known else lead
