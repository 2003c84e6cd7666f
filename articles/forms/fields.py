"""Kinds of field that the newsdesk needs and Django has not."""

import csv
import json
import zoneinfo
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils import timezone

from ..body import Body, BodyError

MAX_KEY_POINTS = 8
MAX_TOPICS = 30


class LineField(forms.CharField):
    """Text that readers get as one line or paragraph: runs of white space become one space."""

    def clean(self, value: Any) -> str:
        return " ".join(str(super().clean(value)).split())


class TextField(forms.CharField):
    """Text as it was typed, line breaks counted as one character each."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class KeyPointsField(forms.CharField):
    """One point a line; cleaned to a tuple of lines."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else "\n".join(value)

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = str(super().clean(value)).splitlines()
        points = tuple(filter(None, (" ".join(line.split()) for line in lines)))
        if len(points) > MAX_KEY_POINTS:
            raise ValidationError(
                f"{len(points)} key points are too many; the limit is {MAX_KEY_POINTS}."
            )
        for number, point in enumerate(points, 1):
            if len(point) > 300:
                raise ValidationError(
                    f"Key point {number} is {len(point)} characters; the limit is 300."
                )
        return points

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))


class BodyField(forms.Field):
    """A body as JSON text; cleaned to a Body. Each problem is an error that names its block."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Body):
            return json.dumps(value.dump(), ensure_ascii=False, indent=1)
        return value

    def to_python(self, value: Any) -> Body:
        if isinstance(value, Body):
            return value
        if not (value and str(value).strip()):
            return Body.empty()
        try:
            return Body.loads(str(value))
        except BodyError as error:
            raise ValidationError([str(problem) for problem in error.problems]) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True


class TopicsField(forms.CharField):
    """Names parted by commas; cleaned to a list of names. A name with a comma stands in quotes."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else written_list(value)

    def clean(self, value: Any) -> list[str]:
        text = str(super().clean(value)).replace("\r", ",").replace("\n", ",")
        names = [
            " ".join(name.split()) for name in next(csv.reader([text], skipinitialspace=True), [])
        ]
        names = list(dict.fromkeys(filter(None, names)))
        if len(names) > MAX_TOPICS:
            raise ValidationError(f"{len(names)} topics are too many; the limit is {MAX_TOPICS}.")
        if too_long := next((name for name in names if len(name) > 100), None):
            raise ValidationError(f"“{too_long[:40]}…” is too long for a topic's name.")
        return names

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))


def written_list(names: Iterable[Any]) -> str:
    quoted = (str(name).replace('"', '""') for name in names)
    return ", ".join(f'"{name}"' if "," in name or '"' in name else name for name in quoted)


class NamesField(forms.Field):
    """Any number of values that came under one name."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[str]:
        return [str(item) for item in value or []]


class MomentField(forms.SplitDateTimeField):
    """A date and a time in the site's zone; cleaned to an aware moment, or None."""

    widget = forms.SplitDateTimeWidget

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.SplitDateTimeWidget(
            date_attrs={"type": "date", "aria-label": "Date"},
            time_attrs={"type": "time", "aria-label": "Time"},
            date_format="%Y-%m-%d",
            time_format="%H:%M",
        )
        errors = {
            "invalid_date": "Write the date as 2026-11-24.",
            "invalid_time": "Write the time as 07:00.",
        }
        super().__init__(widget=widget, error_messages=errors, **kwargs)

    def compress(self, data_list: Any) -> datetime | None:
        if not data_list:
            return None
        day, time = data_list
        if day in self.empty_values or time in self.empty_values:
            raise ValidationError("Give both a date and a time.")
        moment = datetime.combine(day, time)
        try:
            aware: datetime = from_current_timezone(moment)
        except (ValidationError, OverflowError) as error:
            raise ValidationError(
                f"{moment:%H:%M} does not exist just once in {place_of_zone()} on "
                f"{moment.day} {moment:%B}: the clocks change. Choose another hour."
            ) from error
        return aware


def place_of_zone() -> str:
    """ "London" for Europe/London."""
    zone = timezone.get_current_timezone()
    name = zone.key if isinstance(zone, zoneinfo.ZoneInfo) else str(zone)
    return name.rsplit("/", 1)[-1].replace("_", " ")
