"""The pages at the foot of the site: about, contact, privacy. A chief writes them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from ..forms import PageForm
from ..models import Page
from .lists import Listed, time_cell


@admin.register(Page)
class PageAdmin(Listed):
    form = PageForm
    fieldsets = ((None, {"fields": ("title", "slug", "standfirst", "body", "position")}),)
    list_display = ("title", "address", "position", "changed", "to_do")
    search_fields = ("title", "standfirst")
    ordering = ("position", "title")
    prepopulated_fields = {"slug": ("title",)}

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kw: Any) -> Any:
        context["addresses"] = {
            "articles": reverse("admin:articles_article_lookup"),
            "images": reverse("admin:articles_image_lookup"),
            "upload": reverse("admin:articles_image_upload"),
            "words": reverse("admin:articles_image_words", args=[0]),
        }
        return super().render_change_form(request, context, *args, **kw)

    @admin.display(description="Address", ordering="slug")
    def address(self, page: Page) -> str:
        return f"/{page.slug}/"

    @admin.display(description="Last changed", ordering="changed_at")
    def changed(self, page: Page) -> str:
        return time_cell(page.changed_at)

    @admin.display(description="To do", ordering="to_read")
    def to_do(self, page: Page) -> str:
        return "Read and mend: it came with the software" if page.to_read else ""
