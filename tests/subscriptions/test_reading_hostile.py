"""Whatever bytes come, the reader gives events or its own refusal, within bounds of size and time."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonwire.subscriptions.reading.hours import hours_in
from commonwire.subscriptions.reading.read import MOST_EVENTS, read_calendar
from commonwire.subscriptions.reading.taken import Reading, Unreadable, from_json
from commonwire.subscriptions.reading.zones import zone_named
from tests.subscriptions.telling import told

FILES = [path.read_bytes() for path in sorted((Path(__file__).parent / "files").glob("*.ics"))]
NAMES = ["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SUMMARY", "DESCRIPTION", "GEO", "UID", "STATUS"]
NAMES += [
    "SEQUENCE",
    "LAST-MODIFIED",
    "URL",
    "ORGANIZER;CN=x",
    "CATEGORIES",
    "LOCATION",
    "BEGIN",
    "END",
    "X-ALT-DESC",
    "DTSTART;VALUE=DATE",
]
NAMES += [
    "DTSTART;TZID=Europe/Berlin",
    "DTSTART;TZID=(UTC",
    "X-WR-TIMEZONE",
    "TZID",
    "TZOFFSETTO",
    "EXRULE",
    "METHOD",
    "SUMMARY;ENCODING=QUOTED-PRINTABLE",
]
VALUES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "20260204T180000Z",
            "20260204",
            "VEVENT",
            "VALARM",
            "FREQ=DAILY",
            "FREQ=YEARLY;BYDAY=53MO",
            "P1D",
            "-P9999W",
            "1;2",
            "99991231T235959",
        ]
    ),
    st.from_regex(r"[0-9TZ+:;,=\-]{0,30}", fullmatch=True),
)


def read(content: bytes) -> Reading | None:
    try:
        reading = read_calendar(content, zone="Europe/Berlin")
    except Unreadable as refusal:
        assert str(refusal).endswith(".")
        return None
    for event in reading.events:
        assert from_json(event.as_json()) == event and event.summary and event.uid and 1900 < event.starts.year < 2300
    return reading


@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    read(content)
    read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260204T180000Z\n" + content + b"\nEND:VEVENT\nEND:VCALENDAR\n")


@given(st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=25))
@settings(max_examples=300)
def test_any_lines(lines: list[tuple[str, str]]) -> None:
    body = "\r\n".join(f"{name}:{value}" for name, value in lines)
    reading = read(f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR".encode("utf-8", "surrogatepass"))
    assert reading is None or told(reading)


def test_real_files_with_bytes_turned_over() -> None:
    chance = random.Random(7)
    for content in FILES:
        for _turn in range(25):
            broken = bytearray(content)
            for _byte in range(chance.randint(1, 12)):
                at = chance.randrange(len(broken))
                broken[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
            read(bytes(broken))


@given(st.text(max_size=200))
def test_any_text_for_hours_and_zones(text: str) -> None:
    hours_in(text)
    zone_named(text)


def _calendar(body: bytes) -> bytes:
    return b"BEGIN:VCALENDAR\n" + body + b"\nEND:VCALENDAR\n"


EVENT = b"BEGIN:VEVENT\nUID:%d\nDTSTART:20260204T180000Z\nSUMMARY:x\n%s\nEND:VEVENT\n"
HUGE = {
    "one long line": _calendar(EVENT % (1, b"DESCRIPTION:" + b"a" * 4_800_000)),
    "much markup": _calendar(EVENT % (1, b"DESCRIPTION:" + b"<a href=" * 500_000)),
    "open tags": _calendar(EVENT % (1, b"X-ALT-DESC:" + b"<p><!" * 900_000)),
    "many parameters": _calendar(EVENT % (1, b"SUMMARY" + b";A=B" * 1_000_000 + b":x")),
    "quotes": _calendar(EVENT % (1, b'SUMMARY;A="' + b'";A="' * 900_000)),
    "carriage returns": _calendar(b"\r" * 140_000 + b"BEGIN:VEVENT"),
    "escapes": _calendar(EVENT % (1, b"DESCRIPTION:" + b"\\" * 4_000_000)),
    "dates": _calendar(EVENT % (1, b"RRULE:FREQ=DAILY\nEXDATE:" + b"20260204T180000Z," * 140_000)),
    "hours": _calendar(EVENT % (1, b"DESCRIPTION:" + b"7:00 pm - " * 400_000)),
    "stray lines": _calendar(EVENT % (1, b"%%%\n" * 140_000)),
    "text lines": _calendar(EVENT % (1, b"DESCRIPTION:x\n" + b"%%%\n" * 140_000)),
    "ends": b"BEGIN:VEVENT\n" + b"END:VALARM\n" * 140_000,
    "zones": _calendar(b"BEGIN:VTIMEZONE\nTZID:A/B\nEND:VTIMEZONE\n" * 36_000 + EVENT % (1, b"")),
    "categories": _calendar(EVENT % (1, b"CATEGORIES:" + b"a," * 2_000_000)),
    "spaces": _calendar(EVENT % (1, b"DTSTART:" + b" " * 4_000_000 + b"x")),
    "one slash after another": _calendar(EVENT % (1, b"DTEND;TZID=" + b"/a" * 2_000_000 + b":20260204T180000")),
}


@pytest.mark.parametrize("name", HUGE)
def test_nothing_takes_long(name: str) -> None:
    began = time.process_time()
    read(HUGE[name])
    assert time.process_time() - began < 6


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not a calendar file"),
        (b"<html>no</html>", "not a calendar file"),
        (b"BEGIN:VCARD\nEND:VCARD", "not a calendar file"),
        (b"BEGIN:VCALENDAR\n" + b"x" * 5_000_000, "too large"),
        (b"BEGIN:VEVENT\n" + b"A:\n" * 400_000, "too many lines"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 100, "too deeply"),
    ],
)
def test_what_is_no_calendar_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read_calendar(content, zone="UTC")


def test_too_many_events_are_said() -> None:
    reading = read(_calendar(b"".join(EVENT % (number, b"") for number in range(MOST_EVENTS + 10))))
    assert reading is not None
    assert (len(reading.events), reading.is_whole, reading.notes) == (
        MOST_EVENTS,
        False,
        ["The file holds more than 2000 events; the rest was left out."],
    )
