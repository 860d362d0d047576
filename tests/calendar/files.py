"""What the tests of calendar files read and make: a file from the shelf as a calendar program parses it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar

from commonwire.calendar.models import Event
from commonwire.press.bake import bake, shelf
from tests import make


def file_at(path: str) -> Calendar:
    content = shelf().read(path)
    assert content is not None, path
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    parsed = Calendar.from_ical(content)
    assert isinstance(parsed, Calendar)
    return parsed


def weekly(**given: Any) -> Event:
    """Six Tuesdays at half past six in the evening in Madrid; the clocks change before the last one."""
    starts = datetime(2026, 2, 24, 17, 30, tzinfo=UTC)
    usual: dict[str, Any] = {"starts": starts, "ends": starts + timedelta(hours=2), "zone": "Europe/Madrid", "rule": "FREQ=WEEKLY;COUNT=6"}
    return make.event("Class", **(usual | given))


def events_of(event: Event) -> list[Any]:
    bake([event.post.key])
    return list(file_at(f"{event.post.path}event.ics").walk("VEVENT"))


def written(event: Event) -> str:
    bake([event.post.key])
    return (shelf().read(f"{event.post.path}event.ics") or b"").decode().replace("\r\n ", "")
