"""What is sent about a day of action, made clean: an entry for its ticker, an estimate of how many came."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.base.links import safe_href
from commonwire.coverage.about import About
from commonwire.coverage.rules import LONGEST_ENTRY, MOST_PEOPLE, is_told_in_time
from commonwire.coverage.typed import Line, Moment, People, Text
from commonwire.coverage.words import EntryState, Method, Sayer
from commonwire.site.models import Site

_LONG = gettext_lazy("This is too long: at most %(limit_value)d characters, and there are %(show_value)d.")


_EMPTY = gettext_lazy("Write something first.")
_WHO, _HOW = gettext_lazy("Choose who says so."), gettext_lazy("Choose how it was found.")


def _asked(choices: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Nothing is chosen beforehand: a figure of the police must not pass for one of the organisers by a slip."""
    return [("", gettext_lazy("choose")), *choices]


class _AboutForm(forms.Form):
    """`about` gives zone and place; a form without it stands nowhere."""

    def __init__(self, data: object = None, *, site: Site, about: About, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, initial=initial)  # type: ignore[arg-type]
        self.site, self.about = site, about
        for field in self.fields.values():
            for validator in field.validators:
                if getattr(validator, "code", "") == "max_length":
                    validator.message = _LONG  # type: ignore[attr-defined]

    def clean_at(self) -> datetime | None:
        local = self.cleaned_data["at"]
        at = self.about.moment(local) if local else None
        if at and not is_told_in_time(at, self.about.mobilization):
            raise forms.ValidationError(_("This is not within the time of this day of action, or has not come yet."))
        return at


class EntryForm(_AboutForm):
    text = Text(gettext_lazy("What happens"), LONGEST_ENTRY, rows=4, required=True, error_messages={"required": _EMPTY})
    place = Line(gettext_lazy("Where"), 120)
    at = Moment(gettext_lazy("When"))

    def __init__(self, data: object = None, *, site: Site, about: About, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, site=site, about=about, initial=initial or {"place": about.town})

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not text:
            raise forms.ValidationError(_EMPTY)
        return text


class EstimateForm(_AboutForm):
    low = People(gettext_lazy("At least"), MOST_PEOPLE, error_messages={"required": gettext_lazy("Write how many at least.")})
    high = People(gettext_lazy("At most"), MOST_PEOPLE, required=False)
    said_by = forms.ChoiceField(label=gettext_lazy("Who says so"), choices=_asked(Sayer.choices), error_messages={"required": _WHO})
    method = forms.ChoiceField(label=gettext_lazy("How it was found"), choices=_asked(Method.choices), error_messages={"required": _HOW})
    source = Line(gettext_lazy("Source"), 500)
    at = Moment(gettext_lazy("At which moment"))
    note = Text(gettext_lazy("Note"), 1000, rows=3)

    def clean_source(self) -> str:
        source: str = self.cleaned_data["source"]
        if source.lower().startswith(("http://", "https://", "www.")) and safe_href(_whole(source)) is None:
            raise forms.ValidationError(_("This is not a web address. Write it like https://example.org/page."))
        return source

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        low, high = given.get("low"), given.get("high")
        if isinstance(low, int) and high is None and "high" not in self.errors:
            given["high"] = low
        if isinstance(low, int) and isinstance(high, int) and high < low:
            self.add_error("high", _("“At most” is less than “at least”."))
        return given


def _whole(address: str) -> str:
    return f"https://{address}" if address.lower().startswith("www.") else address


class CheckForm(forms.Form):
    """How sure an entry is, as the desk and the organisers say it."""

    state = forms.ChoiceField(label=gettext_lazy("How sure it is"), choices=EntryState.choices)
    correction = Line(gettext_lazy("What is true instead"), LONGEST_ENTRY)
