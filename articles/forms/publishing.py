from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from ..models import Article, Change
from .fields import LineField, MomentField

EXPLAINED = {
    Change.Kind.MINOR: "Nothing that readers need to be told of.",
    Change.Kind.UPDATE: "Readers see when it was updated, and what was added.",
    Change.Kind.CORRECTION: "Stands under the article and on the page of corrections.",
    Change.Kind.CLARIFICATION: "Stands under the article, with what was meant.",
}
"""What becomes of a change, by its kind."""


class PublishingForm(forms.Form):
    """What the verbs of publishing ask for. Which verb it is stands in the data as `_verb`."""

    change = forms.ChoiceField(
        label="What has changed",
        required=False,
        choices=[choice for choice in Change.Kind.choices if choice[0] != Change.Kind.FIRST],
        widget=forms.RadioSelect,
        initial=Change.Kind.MINOR,
    )
    change_text = LineField(
        label="What readers are told",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    announce = forms.BooleanField(label="E-mail to subscribers", required=False)
    when = forms.ChoiceField(
        label="When it goes out",
        required=False,
        choices=[("now", "Now"), ("later", "At a set time")],
        widget=forms.RadioSelect,
        initial="now",
    )
    publish_at = MomentField(label="Date and time", required=False)
    note = LineField(
        label="What is missing",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = LineField(
        label="Why, for readers",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    lead_until = forms.ChoiceField(
        label="How long it leads",
        required=False,
        choices=[("today", "Until the end of today"), ("changed", "Until somebody changes it")],
        widget=forms.RadioSelect,
        initial="today",
    )

    article: Article

    @property
    def verb(self) -> str:
        """The verb asked for; "publish" at a set time is "schedule"."""
        verb = str(self.data.get("_verb", ""))
        return "schedule" if verb == "publish" and self.data.get("when") == "later" else verb

    @property
    def kinds_of_change(self) -> list[tuple[Any, str]]:
        """Each choice with what becomes of it."""
        return [(radio, EXPLAINED[radio.data["value"]]) for radio in self["change"]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        match self.verb:
            case "publish":
                self.check_change(cleaned)
            case "schedule":
                self.check_moment(cleaned.get("publish_at"))
                self.check_change(cleaned)
            case "withdraw" if not cleaned.get("reason"):
                self.add_error("reason", "Say in a sentence why; readers will see it.")
            case "send_back" if not cleaned.get("note"):
                self.add_error("note", "Say in a sentence what is missing.")
        return cleaned

    def check_change(self, cleaned: dict[str, Any]) -> None:
        try:
            self.article.kind_of_change(cleaned.get("change", ""), cleaned.get("change_text", ""))
        except ValidationError as error:
            if "change_text" not in self.errors:
                self.add_error("change_text", error.messages[0])

    def check_moment(self, moment: datetime | None) -> None:
        if "publish_at" in self.errors:
            return
        if moment is None:
            self.add_error("publish_at", "Give the date and time at which it goes out.")
        elif moment <= timezone.now():
            self.add_error("publish_at", "That time has passed. Choose a later one, or Now.")
