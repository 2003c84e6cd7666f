"""Old addresses, one by hand or many at once."""

import csv
from io import StringIO
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from ..models import Redirect

MOST = 2000
WIDE = {"class": "vTextField", "spellcheck": "false"}
SHOWN = 20
"""So many faults are named; who mends them sees the next."""


class OldAddressForm(forms.ModelForm):
    old = forms.CharField(
        label="Old address",
        max_length=1000,
        widget=forms.TextInput(WIDE),
        help_text="As /2019/05/an-old-name/ or /?p=123, with or without the old site's name.",
    )
    new = forms.CharField(
        label="Leads to",
        max_length=1000,
        widget=forms.TextInput(WIDE),
        help_text="A page of this site, as /topic/s-400/ or an article's address.",
    )

    class Meta:
        model = Redirect
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.update(old=self.instance.path, new=self.instance.leads_to)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            self.instance.set(cleaned["old"], cleaned["new"])
        return cleaned


class ManyOldAddressesForm(forms.Form):
    lines = forms.CharField(
        label="Old and new addresses",
        max_length=1_000_000,
        widget=forms.Textarea({"class": "vLargeTextField", "rows": 14, "spellcheck": "false"}),
        help_text=f"One pair a line, at most {MOST:,}: the old address, a comma, the new one.",
    )

    def clean_lines(self) -> str:
        """Raises ValidationError, each fault with its line; else self.redirects can be saved."""
        text: str = self.cleaned_data["lines"]
        self.redirects: list[Redirect] = []
        self.known = 0
        rows, faults = numbered(text), []
        if len(rows) > MOST:
            raise ValidationError(f"These are {len(rows):,} lines. Send at most {MOST:,} at once.")
        seen: dict[str, int] = {}
        for number, row in rows:
            try:
                self.read(row, number, seen)
            except ValidationError as error:
                faults.append(f"Line {number}: {' '.join(error.messages)}")
        if faults:
            more = len(faults) - SHOWN
            raise ValidationError(
                [*faults[:SHOWN], *([f"And {more:,} more lines."] if more > 0 else [])]
            )
        return text

    def read(self, row: list[str], number: int, seen: dict[str, int]) -> None:
        if len(row) != 2:
            raise ValidationError("Two addresses are needed, with a comma between them.")
        redirect = Redirect().aim(*row)
        earlier = seen.setdefault(redirect.path, number)
        if earlier != number:
            raise ValidationError(f"{redirect.path} stands in line {earlier} already.")
        if redirect.stands_already():
            self.known += 1
            return
        redirect.check_free()
        self.redirects.append(redirect)

    def save(self) -> int:
        with transaction.atomic():
            for redirect in self.redirects:
                redirect.save()
        return len(self.redirects)


def numbered(text: str) -> list[tuple[int, list[str]]]:
    """The lines that say something, each with its number, as spreadsheets write them."""
    rows = []
    for number, line in enumerate(text.replace("\0", "").splitlines(), 1):
        sign = "\t" if "\t" in line else ";" if ";" in line and "," not in line else ","
        row = [cell.strip() for cell in next(csv.reader(StringIO(line), delimiter=sign), [])]
        heading = number == 1 and [cell.lower() for cell in row] == ["old", "new"]
        if any(row) and not heading:
            rows.append((number, row))
    return rows
