"""When, where and for whom, as a form gives it."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from commonwire.base import clock
from commonwire.base.links import safe_href
from commonwire.base.text import clean_line, clean_text
from commonwire.calendar.models import Event
from commonwire.site.models import Site

FURTHEST = timedelta(days=366 * 5)
LONGEST = timedelta(days=60)


@cache
def _zones() -> list[str]:
    return sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/", "posix/", "right/")))


def _field(label: object, length: int) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=False)  # type: ignore[arg-type]


def _date(label: object, required: bool = False) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    message = _("Give the date as year, month and day: 2026-01-23.")
    return forms.DateField(label=label, required=required, widget=widget, error_messages={"invalid": message, "required": message})  # type: ignore[arg-type]


def _time(label: object, required: bool = False) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    message = _("Give the time as hours and minutes: 18:30.")
    formats = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M%p", "%I %p", "%I%p"]
    messages = {"invalid": message, "required": message}
    return forms.TimeField(label=label, required=required, widget=widget, input_formats=formats, error_messages=messages)  # type: ignore[arg-type]


class EventForm(forms.Form):
    start_date = _date(_("Day"), required=True)
    start_time = _time(_("Begins"), required=True)
    end_date = _date(_("Last day, if another"))
    end_time = _time(_("Ends"))
    zone = forms.ChoiceField(label=_("Time zone"))
    place = _field(_("Place"), 200)
    address = _field(_("Address of the place"), 300)
    online_url = forms.URLField(
        label=_("Address to join online"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    organiser = _field(_("Organised by"), 200)
    contact = _field(_("Contact"), 200)
    cost = _field(_("Cost"), 120)
    access = forms.CharField(label=_("Access"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: object = None, *, site: Site, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, initial={"zone": site.zone, **(initial or {})})  # type: ignore[arg-type]
        zones = dict.fromkeys([str(self.initial["zone"]), site.zone, *_zones(), "UTC"])
        self.fields["zone"].choices = [(zone, zone.replace("_", " ")) for zone in zones]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        for name in ("place", "address", "online_url", "organiser", "contact", "cost"):
            given[name] = clean_line(str(given.get(name) or ""))
        joined = str(given["online_url"])
        if joined and not (joined.lower().startswith(("http://", "https://")) and safe_href(joined)):
            self.add_error("online_url", _("Only http and https addresses can be linked."))
        given["access"] = clean_text(str(given.get("access") or ""))
        if not {"start_date", "start_time", "zone"} - given.keys() and not {"end_date", "end_time"} & self.errors.keys():
            self._times(given)
        return given

    def _times(self, given: dict[str, object]) -> None:
        zone = ZoneInfo(str(given["zone"]))
        starts = datetime.combine(given["start_date"], given["start_time"], zone)  # type: ignore[arg-type]
        if abs(starts - clock.now()) > FURTHEST:
            self.add_error("start_date", _("This day is more than five years away."))
            return
        ends = None
        if given.get("end_time") or given.get("end_date"):
            day, hour = given.get("end_date") or given["start_date"], given.get("end_time") or given["start_time"]
            ends = datetime.combine(day, hour, zone)  # type: ignore[arg-type]
            if not given.get("end_date") and ends <= starts:
                ends += timedelta(days=1)  # from 22:00 to 2:00
        if ends and ends - starts > LONGEST:
            self.add_error("end_date", _("An event lasts sixty days at most."))
        elif ends and (starts - ends > LONGEST or ends.astimezone(UTC) < starts.astimezone(UTC)):  # by UTC: clocks may skip an hour
            self.add_error("end_date", _("It ends before it begins."))
        else:
            given["starts"], given["ends"] = starts.astimezone(UTC), ends.astimezone(UTC) if ends else None


def initial_of(event: Event) -> dict[str, object]:
    names = ("zone", "place", "address", "online_url", "organiser", "contact", "cost", "access")
    end = event.local_end
    return {name: getattr(event, name) for name in names} | {
        "start_date": event.day,
        "start_time": event.local_start.time(),
        "end_date": None if end is None or event.same_day else end.date(),
        "end_time": end.time() if end else None,
    }
