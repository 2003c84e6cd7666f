from django import forms

from ..models.preview_link import DAYS
from .fields import LineField

SPANS = {1: "A day", 7: "A week", 30: "Thirty days"}


class PreviewLinkForm(forms.Form):
    """For whom a secret link to a draft is, and how long it is good."""

    label = LineField(
        label="For whom",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "A name, a ministry"}),
    )
    days = forms.TypedChoiceField(
        label="For how long",
        choices=[(days, SPANS[days]) for days in DAYS],
        coerce=int,
        initial=7,
        widget=forms.RadioSelect,
    )
