from django import forms

from . import addresses
from .models import Consent

INVITATION = "Subscribe to get the latest posts sent to your email."
"""The words above the field, on every form; kept as evidence of what somebody agreed to."""

FORMS = ("page", "box")


class SubscribeForm(forms.Form):
    email = forms.CharField(
        max_length=320,
        error_messages={
            "required": "Write your e-mail address here.",
            "max_length": "That is too long for an e-mail address.",
        },
    )
    place = forms.CharField(required=False)
    website = forms.CharField(required=False)
    """No person sees this field, so whoever fills it in is a program."""

    def clean_email(self) -> str:
        return addresses.normalised(self.cleaned_data["email"])

    @property
    def is_by_a_program(self) -> bool:
        return bool(self.cleaned_data["website"])

    def consent(self, site_name: str, network: str) -> Consent:
        wording = f"Discover more from {site_name}. {INVITATION}"
        place = self.cleaned_data["place"]
        return Consent(
            form=place if place in FORMS else "unnamed", wording=wording, network=network
        )
