"""Dates as that site printed them over twenty-five years. A date must fill its line: a sentence that holds one is no date."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from commonwire.archive.grammar import words
from commonwire.archive.grammar.page import When

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OFFSETS = {"PDT": -7, "PST": -8, "MDT": -6, "MST": -7, "CDT": -5, "CST": -6, "EDT": -4, "EST": -5, "UTC": 0, "GMT": 0}

_WEEKDAY = r"(?P<weekday>Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs?|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\.?,?\s+"
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s+"
)
_DAY = _MONTH + r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{4})"
_CLOCK = (
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2})?\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
    rf"(?:\s*(?P<zone>{'|'.join(_OFFSETS)}))?"
)
_LABEL = r"(?:(?:Posted|Published|Date|Updated)(?:\s+on)?:?\s+)?"
_FULL = re.compile(rf"{_LABEL}(?:{_WEEKDAY})?{_DAY}(?:,?\s+(?:at\s+)?{_CLOCK})?", re.IGNORECASE)
_NUMBERS = re.compile(
    rf"{_LABEL}(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}})/(?P<year>[0-9]{{4}}|[0-9]{{2}})(?:,?\s+{_CLOCK})?", re.IGNORECASE
)
_CLOCK_ALONE = re.compile(_CLOCK.replace("):(?P<minute>[0-9]{2})", ")(?::(?P<minute>[0-9]{2}))?"), re.IGNORECASE)
_TAIL = re.compile(rf"(?P<name>\S.*?)\s+(?P<when>(?:Posted:?\s+)?{_WEEKDAY}{_DAY},?\s+(?:at\s+)?{_CLOCK})", re.IGNORECASE)
_UPDATED = re.compile(r"\s*(?P<note>\(Updated:?\s*(?P<when>[^()]*)\))$", re.IGNORECASE)


def read_when(text: str, zone: ZoneInfo) -> When | None:
    """A line that is a date and nothing else; None for any other and for days that no calendar has."""
    text = text.strip()
    found = (_FULL.fullmatch(text) or _NUMBERS.fullmatch(text)) if len(text) < 120 else None
    if found is None:
        return None
    marks = found.groupdict()
    try:
        day = date(_year(marks["year"]), _month(marks["month"]), int(marks["day"]))
        clock = _clock(marks)
    except ValueError:
        return None
    notes = [words.NOTE_WEEKDAY] if marks.get("weekday") and not _fits(marks["weekday"], day) else []
    if clock is None:
        return When(text, day, notes=tuple(notes))
    zone_word = (marks["zone"] or "").upper()
    moment = moment_of(datetime(day.year, day.month, day.day, *clock), zone, notes, zone_word)
    return When(text, day, moment, zone_word, tuple(notes))


def split_tail(text: str, zone: ZoneInfo) -> tuple[str, When] | None:
    """`NAME Thursday Jun 3rd, 2004 9:05 AM` as name and date; None when no such date ends the line."""
    found = _TAIL.fullmatch(text) if len(text) < 400 else None
    when = read_when(found["when"], zone) if found else None
    return (found["name"], when) if found and when else None


def split_updated(text: str, zone: ZoneInfo) -> tuple[str, str, When | None]:
    """A line without the `(Updated …)` at its end, that note as printed, and its date when it is one."""
    found = _UPDATED.search(text[-120:])
    if found is None or len(found[0]) >= len(text):
        return text, "", None
    return text[: -len(found[0])].rstrip(), found["note"], read_when(found["when"], zone)


def read_clock(text: str) -> tuple[int, int] | None:
    """`1:00 PM`, `1 PM` or `13:00` as hour and minute."""
    found = _CLOCK_ALONE.fullmatch(text.strip())
    if found is None or not (found["minute"] or found["half"]):
        return None
    try:
        return _clock(found.groupdict())
    except ValueError:
        return None


def moment_of(local: datetime, zone: ZoneInfo, notes: list[str], zone_word: str = "") -> datetime:
    """UTC of a wall clock. A zone word is taken at its word; an hour that came twice is its first; both are noted."""
    early, late = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if zone_word:
        stated = local.replace(tzinfo=timezone(timedelta(hours=_OFFSETS[zone_word])))
        if stated.utcoffset() not in (early.utcoffset(), late.utcoffset()):
            notes.append(words.NOTE_ZONE_WORD)
        return _utc(stated)
    if early.utcoffset() != late.utcoffset():
        there_and_back = _utc(early).astimezone(zone).replace(tzinfo=None)
        notes.append(words.NOTE_TWICE if there_and_back == local else words.NOTE_SKIPPED)
    return _utc(early)


def _utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first and last day of the calendar: no zone reaches beyond it
        return moment.replace(tzinfo=UTC)


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS.index(text[:3].lower()) + 1


def _fits(weekday: str, day: date) -> bool:
    return WEEKDAYS.index(weekday[:3].lower()) == day.weekday()


def _clock(marks: dict[str, str | None]) -> tuple[int, int] | None:
    if not marks.get("hour"):
        return None
    hour, minute = int(marks["hour"] or 0), int(marks["minute"] or 0)
    half = (marks["half"] or "").lower()[:1]
    if (half and not 1 <= hour <= 12) or hour > 23 or minute > 59:
        raise ValueError("no such time of day")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, minute
