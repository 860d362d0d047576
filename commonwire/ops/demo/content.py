"""The example site as typed data: `read_content()` reads the TOML files of `texts/`; nothing here knows a database.

Files are named in `pictures/` and `sounds/` beside this file. Times are spans before or after the present, so the
example is always about now. Texts may hold `{weekday+1}`, `{date-9}`, `{month-75}` and `{year+0}`, counted in days
from the reader's today: they are written out in the language of their post.
"""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from commonwire.base import clock
from commonwire.ops.demo import tables
from commonwire.ops.demo.dates import Table, dated, write_dates
from commonwire.ops.demo.nouns import Content, FollowedCalendar, Place, Policy, SiteText

HERE = Path(__file__).parent
TEXTS, PICTURES, SOUNDS = HERE / "texts", HERE / "pictures", HERE / "sounds"
OUTLINES = TEXTS / "outlines.geojson"

Noun = TypeVar("Noun")


def read_content(today: date | None = None) -> Content:
    """The whole example, its dates written out for `today` (by default the present day in the site's zone)."""
    read = _read_tables()
    today = today or clock.now().astimezone(ZoneInfo(read["site"]["zone"])).date()

    def all_of(name: str, noun: Callable[[Table], Noun]) -> tuple[Noun, ...]:
        return tuple(noun(dated(table, today)) for table in read[name])

    return Content(
        today=today,
        site=SiteText(**{**read["site"], "languages": tuple(read["site"]["languages"])}),
        policies=tuple(Policy(**table) for table in read["policy"]),
        regions=tuple(Place(**table) for table in read["region"]),
        topics=tuple(Place(**table) for table in read["topic"]),
        posts=all_of("post", tables.post),
        features=all_of("feature", tables.feature),
        events=all_of("event", tables.event),
        organisations=all_of("organisation", tables.organisation),
        actions=all_of("action", tables.action),
        calendars=all_of("calendar", lambda table: FollowedCalendar(**table)),
    )


def calendar_file(calendar: FollowedCalendar, today: date) -> bytes:
    """What is found at its address, with lines that end as the format wants it."""
    text = write_dates((TEXTS / calendar.file).read_text("utf-8"), today, calendar.language)
    return "\r\n".join(text.splitlines()).encode() + b"\r\n"


def _read_tables() -> Table:
    """Every file of `texts/` in the order of their names; lists of one name are joined."""
    read: Table = {}
    for file in sorted(TEXTS.glob("*.toml")):
        for name, value in tomllib.loads(file.read_text("utf-8")).items():
            read[name] = [*read.get(name, []), *value] if isinstance(value, list) else value
    return read
