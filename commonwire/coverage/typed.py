"""Fields as people type into them: a line, a text, a number of people, a moment on the clocks of a place."""

import re
from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from commonwire.base.text import clean_line, clean_text

_GROUPED = re.compile(r"\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+|\d{1,9}")


class Line(forms.CharField):
    def __init__(self, label: str | Promise, longest: int, *, dir: str = "auto", **given: object) -> None:
        super().__init__(label=label, max_length=longest, strip=False, **{"required": False, **given})  # type: ignore[arg-type]
        self.widget.attrs["dir"] = dir

    def to_python(self, value: object) -> str:
        return clean_line(str(value)) if value else ""


class Text(forms.CharField):
    def __init__(self, label: str | Promise, longest: int, *, rows: int, **given: object) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
        super().__init__(label=label, max_length=longest, strip=False, widget=widget, **{"required": False, **given})  # type: ignore[arg-type]

    def to_python(self, value: object) -> str:
        return clean_text(str(value)) if value else ""


class People(forms.CharField):
    """`2000`, `2,000` or `2 000`; a word is no number."""

    def __init__(self, label: str | Promise, most: int, **given: object) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 12})
        super().__init__(label=label, widget=widget, **given)  # type: ignore[arg-type]
        self.most = most

    def clean(self, value: object) -> int | None:
        text = clean_line(str(value)) if value else ""
        super().clean(text)
        if not text:
            return None
        if not _GROUPED.fullmatch(text):
            raise ValidationError(_("Write a whole number of people, such as 1500. “About” belongs into the note."))
        number = int(re.sub(r"\D", "", text))
        if number > self.most:
            raise ValidationError(_("More than %(most)d people cannot be filed here.") % {"most": self.most})
        return number


class Moment(forms.CharField):
    """A date and time without a zone, as the browser's own field writes it."""

    def __init__(self, label: str | Promise, **given: object) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"})
        super().__init__(label=label, required=False, widget=widget, max_length=40, **given)  # type: ignore[arg-type]

    def to_python(self, value: object) -> datetime | None:  # type: ignore[override]
        text = clean_line(str(value)) if value else ""
        if not text:
            return None
        try:
            moment = datetime.strptime(text[:16].replace(" ", "T"), "%Y-%m-%dT%H:%M")  # the place gives the zone
        except ValueError as error:
            raise ValidationError(_("Give date and time like 2026-01-23 14:20.")) from error
        if not 1900 < moment.year < 3000:
            raise ValidationError(_("Give date and time like 2026-01-23 14:20."))
        return moment

    def run_validators(self, value: object) -> None:
        """Its length was looked at while it was text."""
