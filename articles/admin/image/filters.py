"""Which pictures the library shows: one question each, and its answer in words."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ..people import person


class Question(admin.SimpleListFilter):
    """yes: what the one choice beside "All" is called; picked: the pictures that it leaves."""

    yes = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> Sequence[tuple[Any, str]]:
        return [("yes", self.yes)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return self.picked(request, queryset) if self.value() == "yes" else queryset

    def picked(self, request: HttpRequest, pictures: Any) -> QuerySet[Any]:
        return pictures


class Mine(Question):
    title, parameter_name, yes = "person", "mine", "Uploaded by me"

    def picked(self, request: HttpRequest, pictures: Any) -> QuerySet[Any]:
        return pictures.filter(uploaded_by=person(request))


class Uncredited(Question):
    title, parameter_name, yes = "credit", "uncredited", "Without a credit"

    def picked(self, request: HttpRequest, pictures: Any) -> QuerySet[Any]:
        return pictures.filter(credit="")


class Undescribed(Question):
    title, parameter_name, yes = "alternative text", "undescribed", "Without one"

    def picked(self, request: HttpRequest, pictures: Any) -> QuerySet[Any]:
        return pictures.filter(alt="")


class Unused(Question):
    title, parameter_name, yes = "use", "unused", "In no article"

    def picked(self, request: HttpRequest, pictures: Any) -> QuerySet[Any]:
        return pictures.unused()
