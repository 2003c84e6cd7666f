from typing import Any

from django import forms

from .fields import TextField


class CommentForm(forms.Form):
    """What is done about a comment. comment: the number of the one meant, unless it is new."""

    act = forms.ChoiceField(
        choices=[(name, name) for name in ("add", "answer", "settle", "reopen")]
    )
    comment = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    text = TextField(required=False, max_length=2000)
    quote = TextField(required=False, max_length=1000)
    before = TextField(required=False, max_length=100, strip=False)
    after = TextField(required=False, max_length=100, strip=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        speaks = cleaned.get("act") in ("add", "answer")
        if speaks and "text" not in self.errors and not cleaned.get("text", "").strip():
            self.add_error("text", "Write what you want to say.")
        if cleaned.get("act") != "add" and cleaned.get("comment") is None:
            self.add_error("comment", "Say which comment is meant.")
        return cleaned
