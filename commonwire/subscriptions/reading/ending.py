"""When an event ends: by its end, its length, or what its text says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from commonwire.subscriptions.reading.blocks import Block
from commonwire.subscriptions.reading.hours import Hours, hours_in
from commonwire.subscriptions.reading.taken import Notes
from commonwire.subscriptions.reading.times import LONGEST, Around, When, read_length, read_when

ONE_DAY = timedelta(days=1)


def ends_of(block: Block, starts: When, around: Around, notes: Notes) -> datetime | None:
    """In UTC; a whole day ends at the next midnight. None when it does not say."""
    ends = _by_end(block, starts, around, notes) or _by_length(block, starts, notes)
    if ends is None or ends == starts.moment:
        return _midnight_after(starts, ONE_DAY) if starts.whole_day else None
    if ends < starts.moment:
        notes.say(_("It ends before it begins; its end was left out."))
        return _midnight_after(starts, ONE_DAY) if starts.whole_day else None
    if ends - starts.moment > LONGEST:
        notes.say(_("It lasts longer than a year; its end was left out."), doubtful=True)
        return _midnight_after(starts, ONE_DAY) if starts.whole_day else None
    return ends


def _by_end(block: Block, starts: When, around: Around, notes: Notes) -> datetime | None:
    line = block.line("DTEND")
    if line is None or not line.value.strip():
        return None
    ends = read_when(line, around, notes)
    if ends is None:
        notes.say(_("Its end “%(given)s” was not understood and left out.") % {"given": line.value.strip()[:40]})
        return None
    if starts.whole_day:
        return replace(ends, zone=starts.zone, local=datetime.combine(ends.local.date(), starts.local.time())).moment
    return replace(ends, zone=starts.zone).moment if ends.told == "none" else ends.moment


def _by_length(block: Block, starts: When, notes: Notes) -> datetime | None:
    value = block.value("DURATION")
    if not value or block.value("DTEND"):
        return None
    length = read_length(value)
    if length is None:
        notes.say(_("Its duration “%(given)s” was not understood and left out.") % {"given": value[:40]})
        return None
    if not starts.whole_day:
        return starts.moment + length
    return _midnight_after(starts, timedelta(days=max(1, -(-length // ONE_DAY))))


def _midnight_after(starts: When, days: timedelta) -> datetime:
    return replace(starts, local=starts.local + days).moment


def told_in_words(starts: When, ends: datetime | None, text: str, notes: Notes) -> tuple[When, datetime | None]:
    """Hours that only the text tells: of a bare day, or the end of an event that has none. What contradicts is pointed out, not taken."""
    hours = hours_in(text)
    if hours is None:
        return starts, ends
    if starts.whole_day:
        one_day = ends is None or ends <= _midnight_after(starts, ONE_DAY)
        return _with_hours(starts, hours, notes) if one_day else (starts, ends)
    if hours.begins == starts.local.time():
        return starts, ends or _at(starts, hours)
    said = {"text": hours.begins.strftime("%H:%M"), "file": starts.local.strftime("%H:%M")}
    notes.say(_("Its text says %(text)s, the file says that it begins at %(file)s.") % said, doubtful=ends is None)
    return starts, ends


def _with_hours(starts: When, hours: Hours, notes: Notes) -> tuple[When, datetime | None]:
    timed = replace(starts, whole_day=False, local=datetime.combine(starts.local.date(), hours.begins))
    notes.say(_("The file names only the day; its hours were read from its text."), doubtful=True)
    return timed, _at(timed, hours)


def _at(starts: When, hours: Hours) -> datetime | None:
    """An end that is earlier on the clock is on the next day."""
    if hours.ends is None or hours.ends == hours.begins:
        return None
    day = starts.local.date() + (ONE_DAY if hours.ends < hours.begins else timedelta())
    return datetime.combine(day, hours.ends, ZoneInfo(starts.zone)).astimezone(UTC)
