"""Whose names stand over an article: the rows of its writing page."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from ...models import Author, Byline


class BylineForm(forms.ModelForm):
    def has_changed(self) -> bool:
        """A new row is a byline as soon as it names somebody, also when it came filled in."""
        if self.instance.pk:
            return super().has_changed()
        return bool(self.data.get(self.add_prefix("author")))

    def clean_position(self) -> int:
        """A number that was taken away leaves the row where it stood."""
        position: int | None = self.cleaned_data["position"]
        if position is None:
            return int(self.get_initial_for_field(self.fields["position"], "position"))
        return position


class BylineFormSet(BaseInlineFormSet):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # One query for all rows.
        author = cast(forms.ModelChoiceField, self.form.base_fields["author"])
        author.choices = [("", "Nobody"), *Author.objects.values_list("pk", "name")]

    def add_fields(self, form: Any, index: int | None) -> None:
        """A new row stands last until somebody numbers it."""
        super().add_fields(form, index)
        if form.instance.pk is None:
            placed = (row.position for row in self.get_queryset())
            form.initial.setdefault("position", max(placed, default=0) + 1)


class BylineInline(admin.TabularInline):
    model = Byline
    form = BylineForm
    formset = BylineFormSet
    fields = ("position", "author", "note")
    extra = 1
    template = "admin/articles/article/_bylines.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Byline]:
        return super().get_queryset(request).select_related("author")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        author = formset.form.base_fields["author"]
        author.widget = forms.Select()
        author.error_messages["invalid_choice"] = "This author no longer exists. Choose another."
        formset.form.base_fields["position"].required = False
        note = formset.form.base_fields["note"]
        note.widget.attrs["placeholder"] = "Instead of their role: Reporting from Gdynia"
        return formset
