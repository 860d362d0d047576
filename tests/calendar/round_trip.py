"""From generated rules to rows, from rows to a calendar file, from the file to dates as Mozilla's ical.js reckons them.

ical.js is told nothing but the file: so the rule as we write it and the VTIMEZONE beside it are tried together with our expansion.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path

from commonwire.calendar.dates import lay_dates, series_of, settle_series
from commonwire.calendar.icalendar.file import calendar_file
from commonwire.calendar.models import Event
from commonwire.calendar.queries import for_file
from commonwire.calendar.recurrence.expand import expand
from commonwire.newswire.models import Post
from commonwire.site.models import Site
from tests.calendar.rules_made import Made
from tests.house.sources import ROOT

ICAL_JS = ROOT / "node_modules" / "ical.js" / "dist" / "ical.js"
VERSION = "2.2.1"
YEARS = 5
SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026 + YEARS, 1, 1, tzinfo=UTC)


@cache
def why_not() -> str:
    """Why ical.js cannot be asked, in a sentence; empty when it can."""
    if not shutil.which("node"):
        return "needs Node.js: apt-get install --no-install-recommends nodejs"
    if not ICAL_JS.exists():
        return f"needs ical.js {VERSION}: bin/test installs it where npm is present (apt-get install --no-install-recommends npm)"
    return ""


def laid(made: Iterable[Made]) -> list[Event]:
    """Events with these rules, and their dates as rows; without the walk through publishing, which has its own tests."""
    events = []
    for number, each in enumerate(made):
        post = Post.objects.create(
            public_id=f"made-{number}",
            kind="event",
            headline=f"{each.rule} in {each.zone}",
            path=f"/2026/01/05/made-{number}/",
            visibility="shown",
            language="en",
            licence="by-sa",
            sent=SINCE,
            published=SINCE,
        )
        event = Event(post=post, starts=each.starts, ends=each.ends, zone=each.zone, all_day=each.all_day, rule=each.rule)
        event.further_dates, event.left_out = list(each.further_dates), list(each.left_out)
        settle_series(event)
        event.save()
        lay_dates(event)
        event.save()
        events.append(event)
    return events


def written(events: Iterable[Event]) -> bytes:
    firsts = [event.occurrences.select_related("event__post").order_by("starts")[0] for event in events]
    return calendar_file(for_file(firsts), Site(pk=1, name="Round trip"), "Round trip", "/calendar/calendar.ics")


def ours(event: Event) -> list[int]:
    """Seconds since 1970; for whole days the midnight in UTC of the day, since a day has no zone."""
    around = timedelta(days=1)
    found = [moment.starts for moment in expand(series_of(event), since=SINCE - around, until=UNTIL + around)]
    if event.all_day:
        found = [each.astimezone(event.zoneinfo).replace(tzinfo=UTC) for each in found]
    return [int(each.timestamp()) for each in found if SINCE <= each < UNTIL]


Date = tuple[str, int]  # on the clocks of its place; seconds since 1970


def theirs(content: bytes, folder: Path) -> dict[str, list[Date]]:
    """By UID, as ical.js expands the file."""
    file = folder / "round-trip.ics"
    file.write_bytes(content)
    script = Path(__file__).parent / "expand.mjs"
    # A day more on either side: an hour read otherwise must not fall out of the span.
    span = [str(int(SINCE.timestamp()) - 86400), str(int(UNTIL.timestamp()) + 86400)]
    done = subprocess.run(["node", str(script), str(ICAL_JS), str(file), *span], capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        raise AssertionError(done.stderr[-2000:])
    found: dict[str, list[Date]] = json.loads(done.stdout)
    return found


@dataclass
class Compared:
    """`unclear` dates fall into an hour that the clocks skip or show twice. RFC 5545 (3.3.5) reads them with the offset before the
    change, and so do we; ical.js has a reading of its own there, so that its local time is compared and its moment is not."""

    dates: int = 0
    unclear: int = 0
    said: list[str] = field(default_factory=list)


def compare(events: list[Event], folder: Path, host: str) -> Compared:
    found, compared = theirs(written(events), folder), Compared()
    for event in events:
        zone = UTC if event.all_day else event.zoneinfo
        others = [(_seconds(local, zone), seconds, _is_clear(local, zone)) for local, seconds in found[f"{event.post.public_id}@{host}"]]
        within = sorted({read for read, _, _ in others if SINCE.timestamp() <= read < UNTIL.timestamp()})
        mine = ours(event)
        compared.dates += len(mine)
        compared.unclear += sum(not clear for _, _, clear in others)
        if mine != within:
            compared.said.append(f"{event.post.headline}: {_told(mine, within, 'only ours')}, {_told(within, mine, 'only theirs')}")
        if shifted := [read for read, seconds, clear in others if clear and read != seconds]:
            compared.said.append(f"{event.post.headline}: our VTIMEZONE is wrong on {_told(shifted, [], '')}")
    return compared


def _seconds(local: str, zone: tzinfo) -> int:
    return int(datetime.fromisoformat(local).replace(tzinfo=zone, fold=0).timestamp())


def _is_clear(local: str, zone: tzinfo) -> bool:
    when = datetime.fromisoformat(local).replace(tzinfo=zone)
    return when.utcoffset() == when.replace(fold=1).utcoffset()


def _told(some: list[int], others: list[int], words: str) -> str:
    return f"{words} {[f'{datetime.fromtimestamp(each, UTC):%Y-%m-%dT%H:%M}' for each in some if each not in others][:4]}"
