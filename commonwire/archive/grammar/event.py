"""An event: title, labelled fields (`Date:`, `Time:`, `Event Type:`, `Organizer/Author:`, `Location Details:` …), then its text.

A value stands behind its label or on the lines below it, up to a blank line or the next label; only places run over several lines.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from commonwire.archive.grammar import dates, words
from commonwire.archive.grammar.head import Head
from commonwire.archive.grammar.page import EventFacts, When
from commonwire.archive.grammar.source import Source

_LABELS = (
    "Date",
    "Time",
    "Event Type",
    "Organizer/Author",
    "Contact Name",
    "Email",
    "E-mail",
    "Phone",
    "Address",
    "Location Details",
    "Location",
)
_LABEL = re.compile(rf"^(?P<label>{'|'.join(re.escape(label) for label in _LABELS)})(?:\s*:\s*(?P<value>.*)|)$", re.IGNORECASE)
_OFFER = re.compile(r"^import (?:this )?event into your personal calendar\.?$", re.IGNORECASE)
_ADDED = re.compile(r"^added to the calendar (?:on )?(?P<when>.+)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*", re.IGNORECASE)
_DAY_ONLY = re.compile(r"^(?P<first>.*?[0-9]{4})\b.*$")
_TELLING = {"date", "time", "event type", "location details"}
_RUNS_OVER = {"location details", "location", "address"}
_WITHIN = 60


def fields_at(source: Source, start: int, end: int) -> int | None:
    """The first label, when at least two different ones that only events have stand near the top."""
    at = [index for index in range(start, min(end, start + _WITHIN)) if (label := _label(source.text(index))) and label in _TELLING]
    return at[0] if len({_label(source.text(index)) for index in at}) >= 2 else None


def take_fields(head: Head, start: int, end: int) -> tuple[tuple[tuple[str, str], ...], int]:
    source = head.source
    fields: list[tuple[str, str]] = []
    index = below = start
    while index < end:
        text = source.text(index)
        found = _LABEL.match(text)
        if _OFFER.match(text):
            source.discard(index, words.EVENT_OFFER)
            index = below = index + 1
        elif found:
            value, index = _take_value(head, index, end, found["label"], found["value"] or "")
            fields.append((found["label"], value))
            below = index
        elif text:
            break
        else:
            index += 1
    return tuple(fields), below


def read_facts(fields: tuple[tuple[str, str], ...], zone: ZoneInfo, notes: list[str]) -> EventFacts:
    said = {label.lower(): value for label, value in reversed(fields)}
    day = _day(said.get("date", ""), zone)
    starts, ends = _hours(said.get("time", ""), day, zone, notes)
    location = said.get("location details") or said.get("location", "")
    organizer = said.get("organizer/author") or said.get("contact name", "")
    return EventFacts(fields, day, starts, ends, said.get("event type", ""), organizer, location)


def take_added(source: Source, start: int, end: int, zone: ZoneInfo) -> tuple[int, When] | None:
    """`Added to the calendar on …`: when the event was published, and on which line."""
    for index in range(start, end):
        found = _ADDED.match(source.text(index)) if len(source.text(index)) < 120 else None
        when = dates.read_when(found["when"], zone) if found else None
        if when is not None:
            return index, when
    return None


def discard_offers(source: Source, start: int, end: int) -> None:
    for index in range(start, end):
        if _OFFER.match(source.text(index)):
            source.discard(index, words.EVENT_OFFER)


def _label(text: str) -> str:
    found = _LABEL.match(text)
    return found["label"].lower() if found else ""


def _take_value(head: Head, index: int, end: int, label: str, value: str) -> tuple[str, int]:
    head.say("field" if value else "label", index, words.EVENT_FIELD if value else words.EVENT_LABEL)
    values = [value] if value else []
    index += 1
    while index < end and (text := head.source.text(index)) and not _LABEL.match(text) and not _OFFER.match(text):
        if values and label.lower() not in _RUNS_OVER:
            break
        values.append(text)
        head.say("field", index, words.EVENT_FIELD)
        index += 1
    return "\n".join(values), index


def _day(text: str, zone: ZoneInfo) -> date | None:
    found = _DAY_ONLY.match(text)
    when = dates.read_when(text, zone) or (dates.read_when(found["first"], zone) if found else None)
    return when.day if when else None


def _hours(text: str, day: date | None, zone: ZoneInfo, notes: list[str]) -> tuple[datetime | None, datetime | None]:
    clocks = [dates.read_clock(piece) for piece in _BETWEEN.split(text)[:2]]
    if day is None:
        return None, None
    moments = [dates.moment_of(datetime(day.year, day.month, day.day, *clock), zone, notes) if clock else None for clock in clocks]
    return moments[0], _later(moments[0], moments[1] if len(moments) > 1 else None)


def _later(starts: datetime | None, ends: datetime | None) -> datetime | None:
    """An end that is not after the start is on the next day, which the page does not say: left out."""
    return ends if starts and ends and ends > starts else None
