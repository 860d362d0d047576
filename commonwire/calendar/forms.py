"""When, where and for whom, as a form gives it: few questions for who is in a hurry, the others behind folds."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commonwire.base import clock
from commonwire.base.links import safe_href
from commonwire.base.text import clean_line, clean_text
from commonwire.calendar.dates import settle_series
from commonwire.calendar.form_fields import LengthField, date_field, line_field, number_field, time_field, zone_names
from commonwire.calendar.models import LONGEST, Event
from commonwire.calendar.point import read_point, write_point
from commonwire.calendar.recurrence.rule import LONGEST as LONGEST_RULE
from commonwire.calendar.recurrence.rule import MOST_COUNT, MOST_INTERVAL
from commonwire.calendar.repeats import Repeats, answers_of, read_dates, rule_of
from commonwire.calendar.words import AccessFact, EventType, Precision
from commonwire.site.models import Site

FURTHEST = timedelta(days=366 * 5)
HOURS_BEFORE = (1, 2, 3, 6, 12, 24, 48, 72, 168)
LINES = ("place", "address", "neighbourhood", "city", "online_url", "organiser", "contact", "cost", "spoken", "legal_help")
NEEDED = {Precision.VENUE: "place", Precision.NEIGHBOURHOOD: "neighbourhood", Precision.CITY: "city"}
FOLDS = {
    "hours": ("all_day", "end_date", "lasts", "zone"),
    "series": ("repeats", "every", "weekdays", "until_date", "times", "rule_text", "further", "left_out_dates"),
    "showing": ("neighbourhood", "point", "precision", "exact_hours"),
    "more": ("organiser", "contact", "cost", "spoken", "legal_help", "capacity", "access_facts", "access"),
}
_USUAL = {"repeats": Repeats.NO, "every": 1, "precision": Precision.EXACT, "exact_hours": ""}


class EventForm(forms.Form):
    use_required_attribute = False  # a browser that insists on an hour would not let whole days pass

    type = forms.ChoiceField(label=gettext_lazy("What it is"), choices=EventType.choices, required=False)
    start_date = date_field(gettext_lazy("Day"), required=True)
    start_time = time_field(gettext_lazy("Begins"), required=True)
    end_time = time_field(gettext_lazy("Ends"))
    all_day = forms.BooleanField(label=gettext_lazy("It lasts whole days"), required=False)
    end_date = date_field(gettext_lazy("Last day, if another"))
    lasts = LengthField(label=gettext_lazy("Or how long it lasts"), max_length=40, required=False)
    zone = forms.ChoiceField(label=gettext_lazy("Time zone"), required=False)

    repeats = forms.ChoiceField(label=gettext_lazy("Does it repeat?"), choices=Repeats.choices, required=False)
    every = number_field(gettext_lazy("Every how many days, weeks, months or years"), 1, MOST_INTERVAL)
    weekdays = forms.MultipleChoiceField(
        label=gettext_lazy("On these weekdays"), choices=[(str(number), name) for number, name in WEEKDAYS.items()], required=False
    )
    until_date = date_field(gettext_lazy("Until"))
    times = number_field(gettext_lazy("Or so many times"), 1, MOST_COUNT)
    rule_text = line_field(gettext_lazy("Rule in the words of calendar files"), LONGEST_RULE)
    further = forms.CharField(
        label=gettext_lazy("Further dates"), max_length=8000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    left_out_dates = forms.CharField(
        label=gettext_lazy("Dates on which it does not take place"),
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    place = line_field(gettext_lazy("Place"), 200)
    address = line_field(gettext_lazy("Address of the place"), 300)
    neighbourhood = line_field(gettext_lazy("Neighbourhood"), 120)
    city = line_field(gettext_lazy("City or town"), 120)
    point = line_field(gettext_lazy("Point on the map"), 500)
    precision = forms.ChoiceField(label=gettext_lazy("How exactly readers see where it is"), choices=Precision.choices, required=False)
    exact_hours = forms.ChoiceField(label=gettext_lazy("When all of it is shown"), required=False)
    online_url = forms.URLField(
        label=gettext_lazy("Address to join online"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )

    organiser = line_field(gettext_lazy("Organised by"), 200)
    contact = line_field(gettext_lazy("Contact"), 200)
    cost = line_field(gettext_lazy("Cost"), 120)
    access_facts = forms.MultipleChoiceField(label=gettext_lazy("Access"), choices=AccessFact.choices, required=False)
    access = forms.CharField(
        label=gettext_lazy("More about access"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    spoken = line_field(gettext_lazy("Languages spoken"), 120)
    legal_help = line_field(gettext_lazy("Telephone number of legal help"), 120)
    capacity = number_field(gettext_lazy("Room for so many people"), 1, 10_000_000)

    def __init__(self, data: object = None, *, site: Site, initial: dict[str, Any] | None = None) -> None:
        usual = {"zone": site.zone, "type": EventType.OTHER, **_USUAL}
        super().__init__(data, initial={**usual, **(initial or {})})  # type: ignore[arg-type]
        self.site = site
        self.fields["start_time"].required = not self["all_day"].value()
        zones = dict.fromkeys([str(self.initial["zone"]), site.zone, *zone_names(), "UTC"])
        self.fields["zone"].choices = [(zone, zone.replace("_", " ")) for zone in zones]  # type: ignore[attr-defined]
        hours = sorted({*HOURS_BEFORE, *([int(self.initial["exact_hours"])] if self.initial["exact_hours"] else [])})
        self.fields["exact_hours"].choices = [("", _("never")), *((str(each), _before(each)) for each in hours)]  # type: ignore[attr-defined]

    @property
    def open_folds(self) -> list[str]:
        """The folds that hold an error, or something else than usual."""
        return [fold for fold, names in FOLDS.items() if any(self._is_told(name) for name in names)]

    def _is_told(self, name: str) -> bool:
        value = self[name].value()
        usual = {"zone": self.site.zone, **_USUAL}.get(name, "")
        return bool(self[name].errors) or bool(value and str(value) != str(usual))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in LINES:
            given[name] = clean_line(str(given.get(name) or ""))
        given["access"] = clean_text(str(given.get("access") or ""))
        given["type"] = given.get("type") or EventType.OTHER
        given["zone"] = given.get("zone") or self.site.zone
        joined = given["online_url"]
        if joined and not (joined.lower().startswith(("http://", "https://")) and safe_href(joined)):
            self.add_error("online_url", _("Only http and https addresses can be linked."))
        self._where(given)
        self._when(given)
        if "starts" in given:
            self._series(given)
        return given

    def _where(self, given: dict[str, Any]) -> None:
        given["precision"] = given.get("precision") or Precision.EXACT
        given["exact_hours"] = int(given["exact_hours"]) if given.get("exact_hours") else None
        point = read_point(given["point"]) if given.get("point") else None
        given["latitude"], given["longitude"] = point or (None, None)
        if given.get("point") and not point:
            self.add_error("point", _("Give two numbers, 44.98, -93.27, or paste an address from OpenStreetMap that shows a marker."))
        needed = NEEDED.get(given["precision"])
        if needed and not given[needed]:
            self.add_error(needed, _("This is all that readers will see of the place at first: please fill it in."))

    def _when(self, given: dict[str, Any]) -> None:
        if not given.get("start_date") or {"start_time", "end_time", "end_date", "lasts", "zone"} & self.errors.keys():
            return
        starts = self._moment(given, given["start_date"], time() if given.get("all_day") else given["start_time"])
        if abs(starts - clock.now()) > FURTHEST:
            self.add_error("start_date", _("This day is more than five years away."))
            return
        ends = self._end(given, starts)
        if ends and ends - starts > LONGEST:
            self.add_error("end_date", _("An event lasts sixty days at most."))
        elif ends and ends < starts:
            self.add_error("end_date", _("It ends before it begins."))
        else:
            given["starts"], given["ends"] = starts, ends

    def _end(self, given: dict[str, Any], starts: datetime) -> datetime | None:
        """In UTC, since clocks may skip an hour."""
        last, hour = given.get("end_date"), given.get("end_time")
        if given.get("all_day"):
            days = (given.get("lasts") or timedelta(days=1)).days or 1
            return self._moment(given, (last or given["start_date"] + timedelta(days=days - 1)) + timedelta(days=1), time())
        if hour is None and last is None:
            return starts + given["lasts"] if given.get("lasts") else None
        ends = self._moment(given, last or given["start_date"], hour or given["start_time"])
        if last is None and hour is not None and hour <= given["start_time"]:  # by what is typed: clocks may skip the hour between
            return self._moment(given, given["start_date"] + timedelta(days=1), hour)  # from 22:00 to 2:00
        return ends

    @staticmethod
    def _moment(given: dict[str, Any], day: Any, hour: Any) -> datetime:
        return datetime.combine(day, hour, ZoneInfo(given["zone"])).astimezone(UTC)

    def _series(self, given: dict[str, Any]) -> None:
        """The answers as a rule, brought into the form in which an event keeps it."""
        try:
            given["rule"] = rule_of(given, given["start_date"])
            given["further_dates"] = self._dates(given, "further")
            given["left_out"] = self._dates(given, "left_out_dates")
            names = ("starts", "ends", "all_day", "zone", "rule", "further_dates", "left_out")
            event = Event(**{name: given[name] for name in names})
            settle_series(event)
        except ValidationError as refused:
            self.add_error(None if hasattr(refused, "error_dict") else "repeats", refused)
            return
        given.update({name: getattr(event, name) for name in names})

    def _dates(self, given: dict[str, Any], name: str) -> list[str]:
        try:
            return read_dates(given.get(name) or "")
        except ValidationError as refused:
            raise ValidationError({name: refused.messages}) from refused


def _before(hours: int) -> str:
    if hours % 24 or hours < 48:
        return ngettext("%(count)s hour before it begins", "%(count)s hours before it begins", hours) % {"count": hours}
    return ngettext("%(count)s day before it begins", "%(count)s days before it begins", hours // 24) % {"count": hours // 24}


def initial_of(event: Event) -> dict[str, object]:
    names = (*LINES, "type", "zone", "all_day", "access", "access_facts", "capacity", "precision")
    last = event.local_end - timedelta(days=1) if event.local_end and event.all_day else event.local_end
    return {name: getattr(event, name) for name in names} | {
        "start_date": event.day,
        "start_time": None if event.all_day else event.local_start.time(),
        "end_date": None if last is None or last.date() == event.day or (event.same_day and not event.all_day) else last.date(),
        "end_time": event.local_end.time() if event.local_end and not event.all_day else None,
        "point": write_point(event.latitude, event.longitude),
        "exact_hours": str(event.exact_hours) if event.exact_hours else "",
        **answers_of(event),
    }
