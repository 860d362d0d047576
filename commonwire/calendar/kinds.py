"""An event is published, previewed and corrected like any post, with a time and a place besides."""

from django.utils.translation import gettext_lazy as _

from commonwire.calendar.forms import EventForm, initial_of
from commonwire.calendar.models import Event
from commonwire.calendar.place_event import DETAILS, move_event, place_event, remove_event
from commonwire.calendar.queries import event_of
from commonwire.calendar.structured import event_data
from commonwire.newswire.kinds import Extra, register
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from commonwire.press.slots import Fragment
from commonwire.site.models import Site


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
    event = Event(**{name: details[name] for name in DETAILS if name in details})
    return Fragment("calendar/facts.html", {"event": event, "preview": True})


def _data(post: Post, data: dict[str, object], site: Site) -> dict[str, object]:
    event = event_of(post)
    return event_data(event, data, site) if event else data


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
    )
)
