"""One event as VEVENTs: itself, and each date of its series that is not as the rule says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from commonwire.calendar.icalendar.lines import address, component, line, text, texts, utc
from commonwire.calendar.icalendar.moments import Moments
from commonwire.calendar.icalendar.wording import categories_of, description_of, picture_of, summary_of
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.relations import Relation
from commonwire.calendar.whereabouts import Where, whereabouts
from commonwire.calendar.words import State
from commonwire.site.models import Site

# Postponed has no word in RFC 5545: programs know "not certain", and the title says the rest.
STATUS = {
    State.SCHEDULED: "CONFIRMED",
    State.TENTATIVE: "TENTATIVE",
    State.POSTPONED: "TENTATIVE",
    State.CANCELLED: "CANCELLED",
}


@dataclass(frozen=True)
class Told:
    """An event as a file tells it: `date` is its only date, or for a series one that stands for all; `own` are those that differ."""

    date: Occurrence
    uid: str
    unconfirmed: bool = False
    relations: Sequence[Relation] = ()
    own: Sequence[Occurrence] = ()
    last: datetime | None = None  # when the last date that is known of it begins

    @property
    def event(self) -> Event:
        return self.date.event


def event_components(told: Told, site: Site) -> Iterator[str]:
    yield _component(told, told.date, site, is_whole=True)
    for date in sorted(told.own, key=lambda each: each.original):
        yield _component(told, date, site, is_whole=False)


def _component(told: Told, date: Occurrence, site: Site, *, is_whole: bool) -> str:
    moments, where = Moments.of(told.event), whereabouts(date)
    rows = [line("UID", address(told.uid))]
    rows += [] if is_whole else [moments.moment("RECURRENCE-ID", date.original)]
    rows += [moments.moment("DTSTART", date.starts), *moments.end(date.starts, date.ends)]
    rows += _series(told.event, moments) if is_whole and told.event.is_series else []
    rows += _versions(told.event)
    rows += _state(told, date, _in_force(date, is_whole))
    rows += _place(told.event, where)
    rows += _rest(told, date, _in_force(date, is_whole), site)
    return component("VEVENT", rows)


def _series(event: Event, moments: Moments) -> list[str]:
    rule = [line("RRULE", moments.rule(event.rule))] if event.rule else []
    return [*rule, *moments.listed("RDATE", event.further_dates), *moments.listed("EXDATE", event.left_out)]


def changed_at(event: Event) -> datetime:
    """The last time that anything of it changed."""
    post = event.post
    return max(each for each in (post.updated, post.published, event.changed_at, post.sent) if each)


def _versions(event: Event) -> list[str]:
    stamp = utc(changed_at(event))
    created = [line("CREATED", utc(event.post.published))] if event.post.published else []
    return [line("DTSTAMP", stamp), *created, line("LAST-MODIFIED", stamp), line("SEQUENCE", str(event.sequence))]


def _in_force(date: Occurrence, is_whole: bool) -> State:
    """A series is called off as one, although its dates until then took place."""
    event = date.event
    state = State(event.state if is_whole and event.is_series else date.in_force)
    return State.TENTATIVE if state == State.SCHEDULED and event.state == State.TENTATIVE else state


def _state(told: Told, date: Occurrence, state: State) -> list[str]:
    uncertain = told.unconfirmed and state == State.SCHEDULED
    return [
        line("SUMMARY", text(summary_of(date.post, state))),
        line("STATUS", "TENTATIVE" if uncertain else STATUS[state]),
        line("CLASS", "PUBLIC"),
    ]


def _place(event: Event, where: Where) -> list[str]:
    named = where.line or event.online_url
    rows = [line("LOCATION", text(named))] if named else []
    if where.latitude is not None and where.longitude is not None:
        rows.append(line("GEO", f"{where.latitude:.6f};{where.longitude:.6f}"))
    return [*rows, line("CONFERENCE;VALUE=URI", address(event.online_url))] if event.online_url else rows


def _rest(told: Told, date: Occurrence, state: State, site: Site) -> list[str]:
    description, categories = description_of(date, state, unconfirmed=told.unconfirmed), categories_of(told.event)
    rows = [line("DESCRIPTION", text(description))] if description else []
    rows += [line("CATEGORIES", texts(categories))] if categories else []
    rows.append(line("URL", address(site.address(date.post.path or ""))))
    picture = picture_of(date.post)
    rows += [line(f"IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE={picture.type}", address(site.address(picture.path)))] if picture else []
    return rows + [line("RELATED-TO;RELTYPE=PARENT", text(relation.uid)) for relation in told.relations]
