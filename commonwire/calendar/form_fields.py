"""The fields that the calendar's forms are made of: days, hours, how long, zones."""

import re
from datetime import date, timedelta
from functools import cache
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_LENGTH = re.compile(
    r"(?:(?P<days>\d+)\s*(?:d|days?|días?))?\s*(?:(?P<hours>\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|horas?))?"
    r"\s*(?:(?P<minutes>\d+)\s*(?:m|mins?|minutes?|minutos?))?",
    re.IGNORECASE,
)

FIRST_YEAR, LAST_YEAR = 1900, 2199


@cache
def zone_names() -> list[str]:
    return sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/", "posix/", "right/")))


def line_field(label: object, length: int) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=False)  # type: ignore[arg-type]


class DayField(forms.DateField):
    """A day that every zone can reckon with."""

    def to_python(self, value: object) -> date | None:
        day = super().to_python(value)  # type: ignore[arg-type]
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day


def date_field(label: object, required: bool = False) -> DayField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    message = gettext_lazy("Give the date as year, month and day: 2026-01-23.")
    return DayField(label=label, required=required, widget=widget, error_messages={"invalid": message, "required": message})  # type: ignore[arg-type]


def time_field(label: object, required: bool = False) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    message = gettext_lazy("Give the time as hours and minutes: 18:30.")
    formats = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M%p", "%I %p", "%I%p"]
    messages = {"invalid": message, "required": message}
    return forms.TimeField(label=label, required=required, widget=widget, input_formats=formats, error_messages=messages)  # type: ignore[arg-type]


def number_field(label: object, least: int, most: int) -> forms.IntegerField:
    message = gettext_lazy("Give a whole number from %(least)s to %(most)s.")
    messages = {name: message % {"least": least, "most": most} for name in ("invalid", "min_value", "max_value")}
    widget = forms.TextInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=least, max_value=most, required=False, error_messages=messages, widget=widget)  # type: ignore[arg-type]


class LengthField(forms.CharField):
    """`2:30`, `90 min`, `2 h`, `1.5 hours`, `2 days`: a timedelta, or None."""

    def clean(self, value: object) -> timedelta | None:
        text = str(super().clean(value) or "").strip()
        if not text:
            return None
        length = _length(text)
        if not length:
            raise forms.ValidationError(_("Say how long as 2:30, 90 min, 2 h or 3 days."))
        return length


def _length(text: str) -> timedelta | None:
    clock = re.fullmatch(r"(\d{1,3}):([0-5]\d)", text)
    if clock:
        return timedelta(hours=int(clock.group(1)), minutes=int(clock.group(2)))
    match = _LENGTH.fullmatch(text)
    if not match or len(text) > 40:
        return None
    given = {name: float((number or "0").replace(",", ".")) for name, number in match.groupdict().items()}
    return timedelta(minutes=round(timedelta(**{name: min(number, 10_000) for name, number in given.items()}).total_seconds() / 60))
