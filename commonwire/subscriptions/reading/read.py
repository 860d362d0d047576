"""A whole file: its calendars, their events, each once, with the changed dates of a series beside it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from commonwire.base.text import clean_line
from commonwire.subscriptions.reading.blocks import Block, calendars_of, strays
from commonwire.subscriptions.reading.event import read_event
from commonwire.subscriptions.reading.lines import lines_of
from commonwire.subscriptions.reading.once import together
from commonwire.subscriptions.reading.taken import LeftOut, Reading, Taken
from commonwire.subscriptions.reading.texts import words_of
from commonwire.subscriptions.reading.times import Around
from commonwire.subscriptions.reading.zones import zone_described, zone_named

MOST_EVENTS = 2_000
_OTHERS = ("VTODO", "VJOURNAL", "VFREEBUSY")


def read_calendar(content: bytes, *, zone: str) -> Reading:
    """`zone` is that of the site, for files that name none. Raises Unreadable for what is no calendar, and nothing else."""
    calendars = calendars_of(lines_of(content))
    taken: list[Taken] = []
    left_out: list[LeftOut] = []
    notes: list[str] = []
    for calendar in calendars:
        around = _around(calendar, zone, notes)
        for block in calendar.within("VEVENT"):
            if len(taken) + len(left_out) >= MOST_EVENTS:
                notes.append(_("The file holds more than %(most)s events; the rest was left out.") % {"most": MOST_EVENTS})
                return Reading(_name(calendars), together(taken), left_out, notes, is_whole=False)
            event = read_event(block, around)
            left_out.append(event) if isinstance(event, LeftOut) else taken.append(event)
        notes += _beside(calendar)
    return Reading(_name(calendars), together(taken), left_out, list(dict.fromkeys(notes)))


def _name(calendars: list[Block]) -> str:
    lines = (calendar.line(name) for calendar in calendars for name in ("X-WR-CALNAME", "NAME"))
    return next((name for line in lines if (name := words_of(line, 120))), "")


def _around(calendar: Block, zone: str, notes: list[str]) -> Around:
    """What holds for all its events."""
    given = clean_line(calendar.value("X-WR-TIMEZONE")) or clean_line(calendar.value("TZID"))
    named = zone_named(given)
    if given and not named:
        notes.append(_("The calendar's time zone “%(name)s” is unknown.") % {"name": given[:60]})
    blocks = [block for block in calendar.within("VTIMEZONE") if block.value("TZID")][:200]
    described = {block.value("TZID").strip('"').casefold(): zone_described(block, named or zone) for block in blocks}
    alone = list(dict.fromkeys(described.values()))
    by_the_only_one = alone[0] if len(alone) == 1 else ""
    own = named or by_the_only_one
    return Around(own or zone, not own, described, calendar.value("METHOD").upper() == "CANCEL")


def _beside(calendar: Block) -> Iterable[str]:
    """What else was in it."""
    yield from strays(calendar)
    for name in _OTHERS:
        count = sum(1 for _block in calendar.within(name))
        if count:
            yield _("Entries that are no events were left out: %(count)s of the kind %(kind)s.") % {"count": count, "kind": name}
