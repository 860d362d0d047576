"""Fields for what people type: lines and texts made clean, dates, a zone."""

import re
from datetime import date, timedelta
from functools import cache
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.base import clock
from commonwire.base.links import safe_href
from commonwire.base.text import clean_line, clean_text

FURTHEST = timedelta(days=366 * 5)
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
TOO_LONG = gettext_lazy("This is too long: at most %(limit_value)d characters, and there are %(show_value)d.")


class TypedLine(forms.CharField):
    """One line of plain text."""

    def __init__(self, label: object, longest: int, *, required: bool = False, **more: object) -> None:
        super().__init__(label=label, max_length=longest, required=required, **more)  # type: ignore[arg-type]
        _say_too_long(self)

    def to_python(self, value: object) -> str:
        return clean_line(str(value)) if value else ""


class TypedText(forms.CharField):
    """Many lines of plain text."""

    def __init__(self, label: object, longest: int, *, rows: int, required: bool = False) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
        super().__init__(label=label, max_length=longest, required=required, strip=False, widget=widget)  # type: ignore[arg-type]
        _say_too_long(self)

    def to_python(self, value: object) -> str:
        return clean_text(str(value)) if value else ""


class Source(TypedLine):
    """Words, or a web address that can be linked."""

    def __init__(self, label: object, *, required: bool = False) -> None:
        super().__init__(label, 500, required=required)

    def clean(self, value: object) -> str:
        text = str(super().clean(value))
        if "://" in text.split(" ")[0] and not (text.lower().startswith(("http://", "https://")) and safe_href(text)):
            raise ValidationError(_("Only http and https addresses can be linked."))
        return text


class Day(forms.DateField):
    def __init__(self, label: object, *, required: bool = False) -> None:
        message = gettext_lazy("Give the date as year, month and day: 2026-01-23.")
        super().__init__(
            label=label,  # type: ignore[arg-type]
            required=required,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": message, "required": message},
        )


class Days(TypedLine):
    """Further days, with anything between them."""

    def clean(self, value: object) -> list[date]:
        text = super().clean(value)
        found = _ISO.findall(text)
        if re.sub(r"[\s,;.]|and|&", "", _ISO.sub("", text)):
            raise ValidationError(_("Give each day as year, month and day, with commas between: 2026-01-30, 2026-02-06."))
        try:
            return sorted({date(*map(int, each.split("-"))) for each in found})
        except ValueError as error:
            raise ValidationError(_("One of these days is not in the calendar.")) from error


def is_too_far(day: date) -> bool:
    return abs(day - clock.now().date()) > FURTHEST


@cache
def zones() -> list[str]:
    return sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/", "posix/", "right/")))


def zone_choices(*first: str) -> list[tuple[str, str]]:
    return [(zone, zone.replace("_", " ")) for zone in dict.fromkeys([*first, *zones(), "UTC"])]


def _say_too_long(field: forms.CharField) -> None:
    for validator in field.validators:
        if getattr(validator, "code", "") == "max_length":
            validator.message = TOO_LONG  # type: ignore[attr-defined]
