"""Series from generated rules and zones: are the dates those of another implementation, do others read our files, how long is it.

Milliseconds differ between machines; ratios are to one plain weekly rule in the same run.
"""

import argparse
import logging
import os
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

BOMBS = {
    "every second": "FREQ=SECONDLY",
    "every minute, for ever": "FREQ=MINUTELY;INTERVAL=1",
    "every hour": "FREQ=HOURLY;COUNT=100000",
    "a thousand million times": "FREQ=DAILY;COUNT=1000000000",
    "every second of each hour": "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,1,2;BYSECOND=0,1,2",
    "the thirtieth of February": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "the thirty-first of April, looked for daily": "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
    "no step at all": "FREQ=DAILY;INTERVAL=0",
    "a step backwards": "FREQ=DAILY;INTERVAL=-1",
    "a giant's step": "FREQ=YEARLY;INTERVAL=999999",
    "until the end of time": "FREQ=DAILY;UNTIL=99991231T235959Z",
    "nine thousand characters": "FREQ=YEARLY;BYYEARDAY=" + ",".join(str(each % 366 + 1) for each in range(2500)),
    "every day of the year by number, never on a weekday": "FREQ=YEARLY;BYYEARDAY=1,2,3;BYMONTH=12",
    "no rule at all": "DROP TABLE",
}


HEAVIEST = [  # of all that is let in
    "FREQ=DAILY",
    f"FREQ=DAILY;BYMONTHDAY={','.join(map(str, range(1, 32)))};BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12",
    f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, range(1, 54)))};BYDAY=MO,TU,WE,TH,FR,SA,SU",
    f"FREQ=YEARLY;BYYEARDAY={','.join(map(str, range(-60, 0)))}",
    f"FREQ=YEARLY;BYDAY={','.join(f'{each}TU' for each in range(1, 36))}",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,2,3,4,5,6,-1,-2,-3,-4,-5,-6",
]


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of work, the least of three: what other programs do in the meantime is not counted."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return min(taken) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, default=700)
    count = parser.parse_args().rules
    with tempfile.TemporaryDirectory() as folder:
        stand_up(Path(folder))
        report(count, Path(folder))


def stand_up(folder: Path) -> None:
    """An empty house in a folder that goes away."""
    os.environ.update(DATA_DIR=str(folder), DJANGO_SETTINGS_MODULE="commonwire.settings", SITE_URL="https://wire.example.org")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def report(count: int, folder: Path) -> None:
    from tests.calendar.round_trip import VERSION, YEARS, compare, laid, why_not, written
    from tests.calendar.rules_made import ZONES, made_rules

    events = laid(made_rules(count))
    print(f"{'generated rules':42} {len(events):>10}   in {len(ZONES)} zones, over {YEARS} years")
    if why_not():
        print(f"{'compared with ical.js':42} {'left out':>10}   {why_not()}")
    else:
        compared = compare(events, folder, "wire.example.org")
        print(f"{f'dates compared with ical.js {VERSION}':42} {compared.dates:>10}")
        print(f"{'  of them in an hour skipped or shown twice':42} {compared.unclear:>10}   (local times compared)")
        print(f"{'differences':42} {len(compared.said):>10}")
        for said in compared.said:
            print(f"    {said}")
    speeds(events)
    readers(written(events))
    refusals()


def speeds(events: list) -> None:  # type: ignore[type-arg]
    from commonwire.calendar.dates import series_of
    from commonwire.calendar.recurrence.expand import Series, expand
    from tests.calendar.round_trip import SINCE, UNTIL

    plain = Series(datetime(2026, 1, 6, 18, tzinfo=UTC), None, events[0].zoneinfo, rule="FREQ=WEEKLY;BYDAY=TU")
    weekly = statistics.median(timed(lambda: expand(plain, since=SINCE, until=UNTIL)) for _ in range(10))
    each = {event.post.headline: timed(lambda event=event: expand(series_of(event), since=SINCE, until=UNTIL)) for event in events}
    slowest = max(each, key=lambda name: each[name])
    median = statistics.median(each.values())
    print(f"{'a plain weekly rule, five years, ms':42} {weekly:10.2f}")
    print(f"{'a generated rule, median, ms':42} {median:10.2f}   {median / weekly:.1f} × the weekly one")
    print(f"{'the slowest rule, ms':42} {each[slowest]:10.2f}   {each[slowest] / weekly:.1f} × the weekly one: {slowest}")
    heavy = {rule: timed(lambda rule=rule: expand(replace(plain, rule=rule), since=SINCE, until=UNTIL)) for rule in HEAVIEST}
    worst = max(heavy, key=lambda rule: heavy[rule])
    print(f"{'the heaviest that is let in, ms':42} {heavy[worst]:10.2f}   {heavy[worst] / weekly:.1f} × the weekly one: {worst[:50]}")


def readers(content: bytes) -> None:
    """Two libraries that others use; whatever they say to a log or as a warning is counted."""
    import vobject
    from ical.calendar_stream import IcsCalendarStream

    heard: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger().addHandler(handler)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        read = {
            "vobject": len(vobject.readOne(content.decode()).vevent_list),
            "ical": len(IcsCalendarStream.from_ics(content.decode()).calendars[0].events),
        }
    for name, number in read.items():
        print(f"{f'events that {name} read':42} {number:>10}   of {content.count(b'BEGIN:VEVENT')}")
    print(f"{'warnings heard':42} {len(heard) + len(warned):>10}")
    print(f"{'the file, kB':42} {len(content) / 1000:10.0f}")


def refusals() -> None:
    from django.core.exceptions import ValidationError

    from commonwire.calendar.dates import settle_series
    from commonwire.calendar.models import Event

    print("refused:")
    for name, rule in BOMBS.items():
        event = Event(starts=datetime(2026, 1, 6, 18, tzinfo=UTC) + timedelta(minutes=30), zone="Europe/Madrid", rule=rule)
        said: list[str] = []

        def act(event: Event = event, said: list[str] = said) -> None:
            try:
                settle_series(event)
            except ValidationError as error:
                said.extend(error.messages)

        print(f"  {name[:50]:51} {timed(act):8.2f} ms   {said[0] if said else 'TAKEN'}")


if __name__ == "__main__":
    main()
