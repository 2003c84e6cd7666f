from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from ..models import Author
from .lists import KeptWhileUsed


@admin.register(Author)
class AuthorAdmin(KeptWhileUsed):
    list_display = ("name", "role", "user", "articles_signed")
    list_select_related = ("user",)
    search_fields = ("name", "role", "slug")
    ordering = ("name",)
    prepopulated_fields = {"slug": ("name",)}
    list_per_page = 50
    stand = "under this name"
    filtered = "authors__id__exact"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).annotate(signed=Count("bylines"))

    @admin.display(description="Articles", ordering="signed")
    def articles_signed(self, author: Author) -> int:
        return author.signed  # type: ignore[attr-defined]
