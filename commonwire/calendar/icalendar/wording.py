"""What a calendar program shows of an event in words: title, description, categories, picture."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from commonwire.base.text import excerpt
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.words import AccessFact, EventType, State
from commonwire.media.queries import picture
from commonwire.newswire.models import Post

LONGEST = 600
TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


class Picture(NamedTuple):
    path: str
    type: str


def summary_of(post: Post, state: State) -> str:
    """Many programs show no status, or drop what is cancelled without a word: so the title says it as well."""
    if state == State.CANCELLED:
        return _("Cancelled: %(title)s") % {"title": post.headline}
    if state == State.POSTPONED:
        return _("Postponed: %(title)s") % {"title": post.headline}
    return post.headline


def description_of(date: Occurrence, state: State, *, unconfirmed: bool) -> str:
    """A paragraph of its text, then what one needs to know before going there, a line each."""
    event, post = date.event, date.post
    text = excerpt(post.summary or ("" if post.content_note else post.body), LONGEST)
    return "\n".join(each for each in [*_news(date, state, unconfirmed), text, *_facts(event)] if each)


def _news(date: Occurrence, state: State, unconfirmed: bool) -> list[str]:
    uncertain = _("Not confirmed by its organisers for a while: ask before you go.") if unconfirmed else ""
    return [str(state.label).capitalize() if state != State.SCHEDULED else "", date.note or date.event.state_note, uncertain]


def _facts(event: Event) -> list[str]:
    codes = {str(code): str(label) for code, label in AccessFact.choices}
    access = ", ".join([*(codes[code] for code in event.access_facts if code in codes), *event.access_lines])
    rows = [
        (_("Organised by"), event.organiser),
        (_("Cost"), event.cost),
        (_("Access"), access),
        (_("Languages"), event.spoken),
        (_("Legal help"), event.legal_help),
    ]
    return [f"{label}: {value}" for label, value in rows if value]


def categories_of(event: Event) -> list[str]:
    named = [] if event.type == EventType.OTHER else [str(EventType(event.type).label)]
    return [*named, *sorted(topic.name for topic in event.post.topics.all())]


def picture_of(post: Post) -> Picture | None:
    """Its first picture, unless a note about its content stands before it."""
    lead = None if post.content_note else post.lead
    view = picture(lead) if lead else None
    ending = view.src.rsplit(".", 1)[-1].lower() if view else ""
    return Picture(view.src, TYPES[ending]) if view and ending in TYPES else None
