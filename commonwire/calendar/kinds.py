"""An event is published, previewed and corrected like any post, with a time and a place besides."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commonwire.base import clock
from commonwire.calendar.acts import ACTS, Act
from commonwire.calendar.event_map import event_map
from commonwire.calendar.forms import EventForm, initial_of
from commonwire.calendar.models import Event
from commonwire.calendar.place_event import DETAILS, move_event, place_event, remove_event
from commonwire.calendar.queries import event_of
from commonwire.calendar.showing import showing_of_draft, shown_of
from commonwire.calendar.structured import event_data
from commonwire.newswire.kinds import Extra, register
from commonwire.newswire.models import Post
from commonwire.newswire.receipt_acts import ReceiptAct, register_act
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Kind
from commonwire.press.slots import Fragment
from commonwire.site.models import Site

LASTS = timedelta(days=30)
SERIES_LASTS = timedelta(days=395)


def _attach(post: Post, details: dict[str, object]) -> None:
    place_event(post=post, details=details)


def _change(post: Post, details: dict[str, object]) -> None:
    move_event(post=post, details=details)


def _withdraw(post: Post) -> None:
    remove_event(post=post)


def _initial(post: Post) -> dict[str, object]:
    event = event_of(post)
    return initial_of(event) if event else {}


def _facts(details: dict[str, object], site: Site) -> Fragment:
    """The page's facts, with both of its places: as readers see it at first, and once all of it is shown."""
    event = Event(**{name: details[name] for name in DETAILS if name in details})
    shown = showing_of_draft(event)
    return Fragment("calendar/facts.html", {"event": event, "shown": shown, "svg": event_map(shown.where)})


def _lasts(post: Post) -> datetime:
    """Whoever announces something can call it off until it is over, and a while after."""
    event = event_of(post)
    if event is None:
        return clock.minute()
    if event.is_series and event.expanded_until is not None:
        return clock.minute() + SERIES_LASTS
    last = event.occurrences.order_by("starts").last()
    return max(last.ends or last.starts, clock.minute()) + LASTS if last else clock.minute() + LASTS


def _data(post: Post, data: dict[str, object], site: Site) -> dict[str, object]:
    shown = shown_of(post)
    return event_data(shown, data, site) if shown else data


register(
    Extra(
        kind=Kind.EVENT,
        title=_("Add an event"),
        form=EventForm,
        attach=_attach,
        change=_change,
        withdraw=_withdraw,
        initial=_initial,
        facts=_facts,
        data=_data,
        template="calendar/fields.html",
        lasts=_lasts,
        lasts_told=_("The receipt lasts until 30 days after the last date, for a series without an end 13 months."),
    )
)


def _by_receipt(act: Act) -> ReceiptAct:
    """The same act behind the author's six words."""

    def event(submission: Submission) -> Event | None:
        return event_of(submission) if isinstance(submission, Post) else None

    def fits(submission: Submission) -> bool:
        found = event(submission)
        return found is not None and act.fits(found)

    def form(data: object = None, *, submission: Submission) -> forms.Form:
        return act.form(data, event=event(submission)) if act.form else forms.Form(data)  # type: ignore[arg-type]

    def do(submission: Post, given: dict[str, Any]) -> "str | Promise":
        found = event_of(submission)
        if found is None:
            raise ValidationError(_("This event is over: nothing about it can be changed any more."))
        act.do(found, given, "")
        return act.done

    return ReceiptAct(f"event-{act.code}", act.label, fits, form if act.form else None, do, "calendar/act_fields.html")


for each in ACTS:
    register_act(_by_receipt(each))
