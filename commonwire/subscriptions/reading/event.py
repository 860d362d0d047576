"""One block of a calendar as one event."""

import re
from hashlib import blake2b
from urllib.parse import unquote

from django.utils.translation import gettext as _

from commonwire.base.text import clean_line, excerpt
from commonwire.calendar.words import State
from commonwire.subscriptions.reading.blocks import Block, strays
from commonwire.subscriptions.reading.ending import ends_of, told_in_words
from commonwire.subscriptions.reading.series import dates_of, rule_of
from commonwire.subscriptions.reading.taken import LeftOut, Notes, Taken
from commonwire.subscriptions.reading.texts import listed, text_of, unescaped, web_address, words_of
from commonwire.subscriptions.reading.times import Around, When, read_when

LONGEST_UID = 255
_STATES = {"": State.SCHEDULED, "CONFIRMED": State.SCHEDULED, "TENTATIVE": State.TENTATIVE, "CANCELLED": State.CANCELLED}
_STATES |= {"CANCELED": State.CANCELLED, "POSTPONED": State.POSTPONED, "SCHEDULED": State.SCHEDULED, "ACTIVE": State.SCHEDULED}
_CALLED_OFF = re.compile(r"\W{0,3}(?:cancell?ed|abgesagt|cancelad[oa]|annulée?)\b\W{0,3}", re.IGNORECASE)
_POINT = re.compile(r"(?:geo:)?\s*(-?\d{1,3}(?:\.\d{1,20})?)\s*[;,]\s*(-?\d{1,3}(?:\.\d{1,20})?).{0,40}", re.ASCII | re.DOTALL)


def read_event(block: Block, around: Around) -> Taken | LeftOut:
    notes = Notes()
    for sentence in strays(block):
        notes.say(sentence)
    line = block.line("DTSTART")
    starts = read_when(line, around, notes) if line else None
    summary = words_of(block.line("SUMMARY"), 290)
    if starts is None:
        given = clean_line(line.value)[:40] if line else ""
        why = _("When it begins was not understood: “%(given)s”.") % {"given": given} if line else _("It does not say when it begins.")
        return LeftOut(summary or block.value("UID")[:80] or _("an event without a title"), why, clean_line(block.value("UID")))
    return _taken(block, around, notes, summary, _shown_in(starts, block, around))


def _shown_in(starts: When, block: Block, around: Around) -> When:
    """A single moment in UTC is shown on the clocks of its calendar; a series is repeated on those in which it was written."""
    repeats = block.line("RRULE") or block.line("RDATE")
    return starts.in_zone(around.zone) if starts.told == "utc" and not repeats else starts


def _taken(block: Block, around: Around, notes: Notes, summary: str, starts: When) -> Taken:
    description = text_of(block.line("DESCRIPTION")) or text_of(block.line("X-ALT-DESC"))
    state = _state(block, around, summary, notes)
    starts, ends = told_in_words(starts, ends_of(block, starts, around, notes), description, notes)
    latitude, longitude = _point(block)
    location = words_of(block.line("LOCATION"), 600, between=", ")
    title = summary or excerpt(description, 80) or _("An event without a title")
    if not summary:
        notes.say(_("It has no title."), doubtful=True)
    rule = rule_of(block, starts, notes)
    return Taken(
        uid=_uid(block, starts, summary, location),
        summary=title,
        starts=starts.moment,
        zone=starts.zone,
        recurrence=_recurrence(block, around, notes),
        description=description,
        ends=ends,
        all_day=starts.whole_day,
        rule=rule,
        rdates=dates_of(block, "RDATE", starts, around, notes),
        exdates=dates_of(block, "EXDATE", starts, around, notes),
        state=state,
        sequence=_number(block.value("SEQUENCE")),
        last_modified=_last_modified(block, around),
        url=web_address(block.value("URL")),
        location="" if web_address(location) else location,
        online=_online(block, location),
        latitude=latitude,
        longitude=longitude,
        categories=_categories(block),
        organiser=_organiser(block),
        notes=tuple(notes.sentences),
        doubtful=notes.doubtful,
    )


def _uid(block: Block, starts: When, summary: str, location: str) -> str:
    """As given; made of what it says where none is given, so that the same event has the same one next time."""
    given = clean_line(block.value("UID"))
    if given and len(given) <= LONGEST_UID:
        return given
    said = given or f"{summary}\n{starts.moment.isoformat()}\n{location}"
    return f"derived-{blake2b(said.encode(), digest_size=16).hexdigest()}"


def _state(block: Block, around: Around, summary: str, notes: Notes) -> str:
    given = block.value("STATUS").upper()
    if around.cancels:
        return State.CANCELLED.value
    if given not in _STATES:
        notes.say(_("Its state “%(state)s” was not understood.") % {"state": clean_line(given)[:40]}, doubtful=True)
    state = _STATES.get(given, State.SCHEDULED)
    if state != State.CANCELLED and _CALLED_OFF.match(summary):
        notes.say(_("Its title says that it is cancelled, so it was taken as such."))
        return State.CANCELLED.value
    return state.value


def _recurrence(block: Block, around: Around, notes: Notes) -> str:
    line = block.line("RECURRENCE-ID")
    if line is None:
        return ""
    if line.parameters.get("RANGE"):
        notes.say(_("The change of this date was meant for all later ones too; it was taken for this date alone."), doubtful=True)
    when = read_when(line, around, notes)
    if when is None:
        notes.say(_("Which date of its series it changes was not understood: “%(date)s”.") % {"date": line.value[:40]}, doubtful=True)
        return ""
    return when.moment.isoformat()


def _last_modified(block: Block, around: Around) -> str:
    line = block.line("LAST-MODIFIED")
    when = read_when(line, around, Notes()) if line else None
    return when.moment.isoformat() if when else ""


def _number(value: str) -> int:
    return int(value) if re.fullmatch(r"[0-9]{1,9}", value) else 0


def _point(block: Block) -> tuple[float | None, float | None]:
    """Degrees, from GEO or from what Apple writes; the point where both are nought is nowhere."""
    for name in ("GEO", "X-APPLE-STRUCTURED-LOCATION"):
        found = _POINT.fullmatch(unescaped(block.value(name))[:200])
        if found:
            latitude, longitude = float(found[1]), float(found[2])
            if abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude or longitude):
                return latitude, longitude
    return None, None


def _online(block: Block, location: str) -> str:
    names = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
    return web_address(location) or next((found for name in names if (found := web_address(block.value(name)))), "")


def _categories(block: Block) -> tuple[str, ...]:
    found = [word[:60] for line in block.all("CATEGORIES") for word in listed(line.value[:2000]) if word]
    return tuple(dict.fromkeys(found))[:20]


def _organiser(block: Block) -> str:
    """The name alone: an address of somebody was not given for publication."""
    line = block.line("ORGANIZER")
    name = clean_line(unquote(unescaped(line.parameters.get("CN", ""))))[:200] if line else ""
    return "" if "@" in name or name.lower().startswith(("mailto:", "http")) else name
