from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from ..models import Series
from .lists import Listed


@admin.register(Series)
class SeriesAdmin(Listed):
    """Deleting one leaves its articles: they only stand in no series any more."""

    list_display = ("name", "slug", "articles_filed")
    search_fields = ("name", "description")
    ordering = ("name",)
    prepopulated_fields = {"slug": ("name",)}
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Series]:
        return super().get_queryset(request).annotate(filed=Count("articles"))

    @admin.display(description="Articles", ordering="filed")
    def articles_filed(self, series: Series) -> int:
        return series.filed  # type: ignore[attr-defined]
