from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Q

from ..models import Author
from ..models.people import Role, give_role, is_looked_after_without, role_of
from .fields import LineField

NEW = "new"
LONGEST_NAME = 150
MAY = {
    Role.WRITER: "writes drafts of their own and hands them in",
    Role.EDITOR: "edits everything and publishes",
    Role.CHIEF: "all that, and people, desks and the site's settings",
}
RIGHTS = ("role", "is_active", "is_superuser")
"""What nobody gives to themselves, or takes from themselves by mistake."""


class PersonForm(forms.ModelForm):
    """Who somebody is and what they may do. Passwords are theirs alone: none is typed here."""

    full_name = LineField(
        max_length=150,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        choices=[(role, f"{role.label}: {may}") for role, may in MAY.items()],
        widget=forms.RadioSelect,
    )
    byline = forms.ChoiceField(required=False, help_text="The name that readers see.")

    actor: User
    """Whose hand it is: set on the class by the admin."""

    class Meta:
        model = User
        fields = ("username", "email", "is_active")
        labels = {"username": "User name", "email": "E-mail address", "is_active": "May log in"}
        help_texts = {
            "username": "For logging in. Letters, digits and @ . + - _",
            "email": "Links to set a password go there.",
            "is_active": "Without it they are out at once. What they wrote stays.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: User = self.instance
        self.author = Author.objects.filter(user=person).first() if person.pk else None
        self.initial["full_name"] = person.get_full_name()
        self.initial["role"] = role_of(person) if person.pk else Role.WRITER
        self.initial["byline"] = NEW if person.pk is None else str(getattr(self.author, "pk", ""))
        if "email" in self.fields:
            self.offer()

    def offer(self) -> None:
        """What depends on who it is. A person without an address may go on without one."""
        person, fields = self.instance, self.fields
        fields["email"].required = person.pk is None or bool(person.email)
        fields["byline"].choices = self.bylines()  # type: ignore[attr-defined]
        if person.is_superuser or self.actor.is_superuser:
            fields["role"].required = False
            fields["role"].choices = [*fields["role"].choices, ("", "No role")]  # type: ignore[attr-defined]
        if person.pk is not None and person.pk == self.actor.pk:
            for name in fields.keys() & RIGHTS:
                fields[name].disabled = True
                fields[name].help_text = "Only somebody else can change this for you."

    def bylines(self) -> list[tuple[str, str]]:
        free = Author.objects.filter(Q(user=None) | Q(user=self.instance.pk or 0))
        offered = [(str(pk), name) for pk, name in free.values_list("pk", "name")]
        new = [] if self.author else [(NEW, "A new one with the full name")]
        return [("", "None"), *new, *offered]

    def clean_username(self) -> str:
        # One sign may become three when Django makes the name ready to be kept.
        name: str = User.normalize_username(self.cleaned_data["username"])
        if len(name) > LONGEST_NAME:
            raise ValidationError(f"A user name has at most {LONGEST_NAME} characters.")
        if self.others().filter(username__iexact=name).exists():
            raise ValidationError("Somebody has this user name already.")
        return name

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email and (other := self.others().filter(email__iexact=email).first()):
            raise ValidationError(f"{other} has this address already.")
        return email

    def others(self) -> Any:
        return User.objects.exclude(pk=self.instance.pk)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        name = cleaned.get("full_name", "")
        if cleaned.get("byline") == NEW and Author.objects.filter(name__iexact=name).exists():
            message = f"There is a byline “{name}” already. Choose it, or type a fuller name."
            self.add_error("byline", message)
        if len(name) > 120 and cleaned.get("byline") == NEW:
            self.add_error("full_name", "A byline has at most 120 characters.")
        if self.takes_the_last_key(cleaned) and not is_looked_after_without(self.instance):
            self.add_error(None, "Somebody must look after the accounts: make another chief first.")
        return cleaned

    def takes_the_last_key(self, cleaned: dict[str, Any]) -> bool:
        """Whether they could change accounts until now, and could not any more."""
        person: User = self.instance
        if person.pk is None or not (person.is_active and person.is_staff):
            return False
        could = self.initial["role"] == Role.CHIEF or person.is_superuser
        high = cleaned.get("role") == Role.CHIEF
        can = high or cleaned.get("is_superuser", person.is_superuser)
        return could and not (can and cleaned.get("is_active"))

    def save(self, commit: bool = True) -> Any:
        person: User = self.instance
        first, _, last = self.cleaned_data["full_name"].rpartition(" ")
        person.first_name, person.last_name = first, last
        if person._state.adding:
            person.set_unusable_password()
        if self.cleaned_data["role"]:
            person.is_staff = True
        return super().save(commit)

    def _save_m2m(self) -> None:
        if self.cleaned_data["role"] != role_of(self.instance):
            give_role(self.instance, self.cleaned_data["role"])
        chosen = self.cleaned_data["byline"]
        if chosen == NEW:
            Author.objects.sign(self.cleaned_data["full_name"], self.instance)
        elif chosen != self.initial["byline"]:
            Author.objects.filter(user=self.instance).update(user=None)
            Author.objects.filter(pk=chosen or 0).update(user=self.instance)
