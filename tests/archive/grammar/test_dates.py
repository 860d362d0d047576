from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from commonwire.archive.grammar import When
from commonwire.archive.grammar.dates import read_clock, read_when, split_tail, split_updated

PACIFIC = ZoneInfo("America/Los_Angeles")
TWICE = "this hour came twice that night; the first is taken"
SKIPPED = "this hour was skipped that night; it is read with the offset before the change"
UNFIT = "the zone word does not fit the season; it is taken at its word"


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("text", "day", "moment", "zone_word", "notes"),
    [
        ("Fri, Jan 16, 2026 8:21PM", date(2026, 1, 16), utc(2026, 1, 17, 4, 21), "", ()),
        ("Tuesday Jun 22nd, 2004 11:25 PM", date(2004, 6, 22), utc(2004, 6, 23, 6, 25), "", ()),
        ("Posted: Mon, Mar 20, 2023 7:56pm PDT", date(2023, 3, 20), utc(2023, 3, 21, 2, 56), "PDT", ()),
        ("Posted: Thu, Mar 2, 2023 7:34pm PST", date(2023, 3, 2), utc(2023, 3, 3, 3, 34), "PST", ()),
        ("Posted: Sat Jun 20, 2020 1:56PM", date(2020, 6, 20), utc(2020, 6, 20, 20, 56), "", ()),
        ("Thu, Jan 1, 2026 12:05AM", date(2026, 1, 1), utc(2026, 1, 1, 8, 5), "", ()),
        ("Thu, Jan 1, 2026 12:05PM", date(2026, 1, 1), utc(2026, 1, 1, 20, 5), "", ()),
        ("January 3, 2026 at 20:21", date(2026, 1, 3), utc(2026, 1, 4, 4, 21), "", ()),
        ("Tue Jan 20 2026", date(2026, 1, 20), None, "", ()),
        ("01/24/26", date(2026, 1, 24), None, "", ()),
        ("12/31/1999", date(1999, 12, 31), None, "", ()),
        ("Sun, Nov 1, 2026 1:30AM", date(2026, 11, 1), utc(2026, 11, 1, 8, 30), "", (TWICE,)),
        ("Sun, Nov 1, 2026 1:30AM PST", date(2026, 11, 1), utc(2026, 11, 1, 9, 30), "PST", ()),
        ("Sun, Mar 8, 2026 2:30AM", date(2026, 3, 8), utc(2026, 3, 8, 10, 30), "", (SKIPPED,)),
        ("Fri, Jul 3, 2026 8:00AM PST", date(2026, 7, 3), utc(2026, 7, 3, 16, 0), "PST", (UNFIT,)),
        ("Mon, Jan 16, 2026 8:21PM", date(2026, 1, 16), utc(2026, 1, 17, 4, 21), "", ("the weekday does not fit the date",)),
    ],
)
def test_dates(text: str, day: date, moment: datetime | None, zone_word: str, notes: tuple[str, ...]) -> None:
    assert read_when(text, PACIFIC) == When(text, day, moment, zone_word, notes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Feb 30, 2026 8:00AM",
        "Fri, Jan 16, 2026 13:00PM",
        "Fri, Jan 16, 2026 25:00",
        "On Fri, Jan 16, 2026 8:21PM",
        "Jan 16, 2026 was a Friday",
        "24/01/26",
        "1/2",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_when(text, PACIFIC) is None


def test_another_zone() -> None:
    when = read_when("Fri, Jan 16, 2026 8:21PM", ZoneInfo("Europe/Lisbon"))
    assert when is not None and when.moment == utc(2026, 1, 16, 20, 21)


def test_tail() -> None:
    found = split_tail("Ada (ada [at] example.org) Thursday Jun 3rd, 2004 9:05 AM", PACIFIC)
    assert found == ("Ada (ada [at] example.org)", When("Thursday Jun 3rd, 2004 9:05 AM", date(2004, 6, 3), utc(2004, 6, 3, 16, 5)))
    assert split_tail("Ada, Thursday's child", PACIFIC) is None


def test_updated() -> None:
    when = When("01/24/26", date(2026, 1, 24))
    assert split_updated("A title(Updated 01/24/26)", PACIFIC) == ("A title", "(Updated 01/24/26)", when)
    assert split_updated("A title (Updated soon)", PACIFIC) == ("A title", "(Updated soon)", None)
    assert split_updated("(Updated 01/24/26)", PACIFIC) == ("(Updated 01/24/26)", "", None)


def test_clocks() -> None:
    assert [read_clock(text) for text in ("1 PM", "12:30 am", "13:05", "7", "25:00", "noon")] == [
        (13, 0),
        (0, 30),
        (13, 5),
        None,
        None,
        None,
    ]
