"""What the acts of an event ask: which date, why, when and where instead. The same for the author's receipt and for the desk."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.base import clock
from commonwire.base.text import clean_line
from commonwire.calendar.form_fields import date_field, line_field, time_field
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.telling import telling_of
from commonwire.chrome.templatetags.wire import clock_time
from commonwire.site.queries import the_site

OFFERED = 60  # dates to choose from
ELSEWHERE = ("place", "address", "neighbourhood", "city")


class _WhichForm(forms.Form):
    which = forms.ChoiceField(label=gettext_lazy("Which date"), required=False)
    note = line_field(gettext_lazy("Why, or what instead"), 300)

    def __init__(self, data: object = None, *, event: Event, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, initial=initial)  # type: ignore[arg-type]
        self.event = event
        self.dates = {date.code: date for date in offered(event)}
        if not event.is_series:
            del self.fields["which"]

    def choose_from(self, first: list[tuple[str, object]]) -> None:
        if "which" in self.fields:
            self.fields["which"].choices = [*first, *((code, told(date)) for code, date in self.dates.items())]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["note"] = clean_line(given.get("note") or "")
        given["date"] = self.dates.get(given.get("which") or "")
        return given


class StateForm(_WhichForm):
    """Cancel, postpone, reinstate: the whole, or one date of a series."""

    def __init__(self, data: object = None, *, event: Event, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, event=event, initial=initial)
        self.choose_from([("", _("the whole series"))])


class DateForm(_WhichForm):
    """One date of a series at other hours, or elsewhere. What is left empty stays."""

    day = date_field(gettext_lazy("On another day"))
    begins = time_field(gettext_lazy("Begins"))
    until = time_field(gettext_lazy("Ends"))
    place = line_field(gettext_lazy("At another place"), 200)
    address = line_field(gettext_lazy("Address of the place"), 300)
    neighbourhood = line_field(gettext_lazy("Neighbourhood"), 120)
    city = line_field(gettext_lazy("City or town"), 120)
    usual = forms.BooleanField(label=gettext_lazy("Back at the usual place"), required=False)
    field_order = ("which", "day", "begins", "until", "place", "address", "neighbourhood", "city", "usual", "note")

    def __init__(self, data: object = None, *, event: Event, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, event=event, initial=initial)
        self.choose_from([])
        if "which" in self.fields:
            self.fields["which"].required = True
            self.fields["which"].error_messages["required"] = _("Choose one of the coming dates.")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        date = given["date"]
        if date is None:
            return given  # said beside the field; an event without a series is not offered this
        words = {name: clean_line(given.get(name) or "") for name in ELSEWHERE}
        given["elsewhere"] = {} if given.get("usual") else words if any(words.values()) else None
        if not self.errors:
            self._hours(given, date)
        return given

    def _hours(self, given: dict[str, Any], date: Occurrence) -> None:
        given["starts"] = given["ends"] = None
        if not (given.get("day") or given.get("begins") or given.get("until")):
            return
        zone, local = date.event.zoneinfo, date.local_start
        day = given.get("day") or local.date()
        given["starts"] = datetime.combine(day, given.get("begins") or local.time(), zone).astimezone(UTC)
        if given.get("until"):
            ends = datetime.combine(day, given["until"], zone).astimezone(UTC)
            given["ends"] = ends if ends > given["starts"] else ends + timedelta(days=1)
        if abs(given["starts"] - date.original) > timedelta(days=366):
            self.add_error("day", _("This is more than a year from the date it was: give it as a further date of the series."))


def offered(event: Event) -> list[Occurrence]:
    """The dates that can still be changed, the next one first."""
    dates = list(event.occurrences.filter(starts__gte=clock.now() - timedelta(days=1)).order_by("starts", "id")[:OFFERED])
    for date in dates:
        date.event = event
    return dates


def told(date: Occurrence) -> str:
    """`Tue 3 March 2026, 18:30 (CANCELLED)`"""
    day = formats.date_format(date.day, _("D j F Y"))
    hour = "" if date.event.all_day else f", {clock_time(the_site(), date.local_start)}"
    telling = telling_of(date)
    return f"{day}{hour}{f' ({telling.word})' if telling else ''}"
