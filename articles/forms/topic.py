"""A topic with its key facts: rows as in a fact box."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from pydantic import ValidationError as Unfit

from ..body.blocks.fact_box import FactRowAttrs
from ..models import Topic
from .fields import LineField

MOST_FACTS = 20


class FactForm(forms.Form):
    term = LineField(label="What", required=False, max_length=120)
    value = LineField(label="Value", required=False, max_length=60)
    unit = LineField(label="Unit", required=False, max_length=60)
    as_of = LineField(label="As of", required=False, max_length=60)
    source = LineField(label="Source", required=False, max_length=200)
    source_url = forms.CharField(
        label="Its address",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if any(given.values()):
            for name, said in (("term", "Say what this is."), ("value", "Give the value.")):
                if name not in self.errors and not given.get(name):
                    self.add_error(name, said)
        try:
            FactRowAttrs.model_validate({"source_url": given.get("source_url", "")})
        except Unfit:
            self.add_error("source_url", "Write it whole, like https://example.org/report.")
        return given


class BaseFacts(BaseFormSet):
    """A row that is emptied is gone."""

    @property
    def facts(self) -> list[dict[str, str]]:
        """Of a valid set: as the topic stores them."""
        rows = (form.cleaned_data for form in self.forms)
        return [FactRowAttrs(**row).model_dump(by_alias=True) for row in rows if any(row.values())]


Facts = formset_factory(
    FactForm,
    formset=BaseFacts,
    extra=3,
    max_num=MOST_FACTS,
    absolute_max=MOST_FACTS + 10,
    validate_max=True,
)


class TopicForm(forms.ModelForm):
    class Meta:
        model = Topic
        fields = ("name", "slug", "kind", "description")
        error_messages = {
            "slug": {"invalid": "Use letters, digits and hyphens only, like s-400."},
        }

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        initial = [fact.model_dump() for fact in self.instance.key_facts]
        self.facts: Any = Facts(data, initial=initial, prefix="facts")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.facts.is_valid():
            raise ValidationError("One of the key facts is not complete: see below.")
        return cleaned

    @property
    def changed_data(self) -> list[str]:
        changed = self.facts.has_changed() and self.facts.is_valid()
        return [*super().changed_data, *(["key facts"] if changed else [])]

    def save(self, commit: bool = True) -> Any:
        self.instance.facts = self.facts.facts
        return super().save(commit)
