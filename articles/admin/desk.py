from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from ..models import Desk
from ..models.card import defer_cards
from .lists import KeptWhileUsed


@admin.register(Desk)
class DeskAdmin(KeptWhileUsed):
    list_display = ("name", "tint", "position", "articles_filed")
    search_fields = ("name", "description")
    ordering = ("position", "name")
    prepopulated_fields = {"slug": ("name",)}
    list_per_page = 50
    stand = "in this desk"
    filtered = "desk__id__exact"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Desk]:
        return super().get_queryset(request).annotate(filed=Count("articles"))

    def save_model(self, request: HttpRequest, obj: Desk, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and {"name", "tint"} & set(form.changed_data):
            defer_cards(obj.pk)

    @admin.display(description="Articles", ordering="filed")
    def articles_filed(self, desk: Desk) -> int:
        return desk.filed  # type: ignore[attr-defined]
