"""What can be done to an event after it was announced, by its author with the receipt or by the desk: five acts, written once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.change_date import change_date
from commonwire.calendar.confirm_series import confirm_series
from commonwire.calendar.forms_of_acts import DateForm, StateForm
from commonwire.calendar.models import Event
from commonwire.calendar.postpone_event import postpone_event
from commonwire.calendar.reinstate_event import reinstate_event
from commonwire.calendar.words import State

Doing = Callable[[Event, dict[str, Any], str], object]  # the event, what the form cleaned, `member:3` or ""


@dataclass(frozen=True)
class Act:
    code: str
    label: "str | Promise"
    fits: Callable[[Event], bool]
    form: Callable[..., forms.Form] | None  # form(data or None, event=…); None: there is nothing to ask
    do: Doing
    done: "str | Promise"  # what is said afterwards


def _cancel(event: Event, given: dict[str, Any], by: str) -> object:
    return cancel_event(event=event, occurrence=given["date"], note=given["note"], by=by)


def _postpone(event: Event, given: dict[str, Any], by: str) -> object:
    return postpone_event(event=event, occurrence=given["date"], note=given["note"], by=by)


def _reinstate(event: Event, given: dict[str, Any], by: str) -> object:
    return reinstate_event(event=event, occurrence=given["date"], note=given["note"], by=by)


def _change(event: Event, given: dict[str, Any], by: str) -> object:
    names = ("starts", "ends", "elsewhere", "note")
    return change_date(occurrence=given["date"], by=by, **{name: given[name] for name in names})


def _confirm(event: Event, given: dict[str, Any], by: str) -> object:
    return confirm_series(event=event, by=by)


def _is_off(event: Event) -> bool:
    off = (State.CANCELLED, State.POSTPONED)
    return event.state in off or event.occurrences.filter(state__in=off).exists()


ACTS = [
    Act(
        "cancel",
        gettext_lazy("Cancel it"),
        lambda event: event.state != State.CANCELLED,
        StateForm,
        _cancel,
        gettext_lazy("It is cancelled; every page, feed and calendar file says so."),
    ),
    Act(
        "postpone",
        gettext_lazy("Postpone it"),
        lambda event: event.state != State.POSTPONED,
        StateForm,
        _postpone,
        gettext_lazy("It is postponed; every page, feed and calendar file says so. Correct it when the new time is known."),
    ),
    Act(
        "reinstate",
        gettext_lazy("It takes place after all"),
        _is_off,
        StateForm,
        _reinstate,
        gettext_lazy("It takes place again, at the hour it had."),
    ),
    Act(
        "change-date",
        gettext_lazy("Change one date"),
        lambda event: event.is_series,
        DateForm,
        _change,
        gettext_lazy("This date is changed; the others stay as they are."),
    ),
    Act(
        "confirm",
        gettext_lazy("Confirm that the series goes on"),
        lambda event: event.is_series,
        None,
        _confirm,
        gettext_lazy("The series counts as confirmed again."),
    ),
]


def acts_for(event: Event) -> list[Act]:
    return [act for act in ACTS if act.fits(event)]
