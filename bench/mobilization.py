"""A call with many rallies, endorsements and reports: how much work its page costs beyond the template, and how soon a rally shows.

Milliseconds differ between machines; ratios are to the same page of a call with one of each, in the same run.
"""

import argparse
import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

TOWNS = 60
ROUNDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rallies", type=int, default=1_000)
    parser.add_argument("--endorsements", type=int, default=5_000)
    parser.add_argument("--reports", type=int, default=20_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stand_up(Path(folder))
        small, large = call("A small day"), call("A large day")
        fill(small, 1, 1, 1)
        fill(large, given.rallies, given.endorsements, given.reports)
        report(small, large)


def stand_up(folder: Path) -> None:
    os.environ.update(DATA_DIR=str(folder), DJANGO_SETTINGS_MODULE="commonwire.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from commonwire.ops.prepare import set_up

    set_up()


def call(name: str) -> Any:
    from commonwire.base import clock
    from commonwire.mobilizations.call_day import call_day
    from commonwire.newswire.wording import Wording

    details = {"first_day": clock.now().date(), "zone": "UTC", "place": "everywhere", "ways": ["no-work"]}
    return call_day(wording=Wording(name, body="Nobody sails.", kind="action"), details=details)


def fill(day: Any, rallies: int, endorsements: int, reports: int) -> None:
    """Rows as the verbs would leave them, written at once."""
    from django.db import transaction

    with transaction.atomic():
        _rallies(day, rallies)
        _endorsements(day, endorsements)
        _reports(day, reports)


_numbers = itertools.count(1)


def _posts(kind: str, count: int, body: str) -> list[Any]:
    from commonwire.base import clock
    from commonwire.newswire.models import Post

    now = clock.minute()
    rows = [
        Post(
            kind=kind,
            visibility="shown",
            language="en",
            sent=now,
            published=now,
            licence="by-sa",
            headline=f"Number {number} on the quay",
            body=body,
            path=f"/2026/01/01/{kind}-{number}/",
        )
        for number in itertools.islice(_numbers, count)
    ]
    return list(Post.objects.bulk_create(rows, batch_size=500))


def _rallies(day: Any, count: int) -> None:
    from datetime import timedelta

    from commonwire.base import clock
    from commonwire.calendar.models import Event, Occurrence
    from commonwire.mobilizations.models import Belonging, Rally

    begin = clock.minute() + timedelta(hours=2)
    posts = _posts("event", count, "Bring a flag.")
    events = Event.objects.bulk_create(
        [
            Event(
                post=post,
                type="rally",
                starts=begin,
                zone="UTC",
                place=f"Quay {number}",
                city=f"Town {number % TOWNS}",
                latitude=40 + number % 97 / 20,
                longitude=-20 + number % 89 / 15,
            )
            for number, post in enumerate(posts)
        ],
        batch_size=500,
    )
    Occurrence.objects.bulk_create(
        [Occurrence(event=event, original=begin, starts=begin, day=begin.date()) for event in events], batch_size=500
    )
    Rally.objects.bulk_create(
        [Rally(post=event.post, event=event, mobilization=day, code=f"{day.pk}{number:04d}"[-5:]) for number, event in enumerate(events)],
        batch_size=500,
    )
    Belonging.objects.bulk_create([Belonging(mobilization=day, post=post, how="author") for post in posts], batch_size=500)


def _endorsements(day: Any, count: int) -> None:
    from commonwire.base import clock
    from commonwire.mobilizations.models import Endorsement

    rows = [
        Endorsement(
            mobilization=day,
            name=f"Local {number}",
            place=f"Town {number % TOWNS}",
            visibility="shown",
            language="en",
            sent=clock.minute(),
            standing="confirmed" if number % 3 else "claimed",
        )
        for number in range(count)
    ]
    Endorsement.objects.bulk_create(rows, batch_size=500)


def _reports(day: Any, count: int) -> None:
    from commonwire.mobilizations.models import Belonging

    posts = _posts("report", count, "A report.\n\nOf two paragraphs.")
    Belonging.objects.bulk_create([Belonging(mobilization=day, post=post, how="code") for post in posts], batch_size=500)


class Watch:
    """Seconds in what is not a template: contexts, fillers, and every query that a template sets off."""

    def __init__(self) -> None:
        self.seconds, self.depth = 0.0, 0

    @contextmanager
    def running(self) -> Iterator[None]:
        self.depth += 1
        start = time.perf_counter()
        try:
            yield
        finally:
            self.depth -= 1
            if not self.depth:
                self.seconds += time.perf_counter() - start

    def over(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            with self.running():
                return act(*arguments, **named)

        return watched


def bake_once(day: Any) -> tuple[float, float]:
    """(whole, beyond the template) in milliseconds, for the page of a day of action."""
    from dataclasses import replace

    from django.db import connection

    from commonwire.base.remember import remembering
    from commonwire.press.bake import printed_for, rendered
    from commonwire.press.slots import FILLERS

    watch = Watch()
    kept = {slot: list(fillers) for slot, fillers in FILLERS.items()}
    for slot, fillers in kept.items():
        FILLERS[slot] = [watch.over(filler) for filler in fillers]
    try:
        with remembering(), connection.execute_wrapper(lambda execute, *given: watch.over(execute)(*given)):
            start = time.perf_counter()
            with watch.running():
                page = next(each for each in printed_for([day.post.key]) if each.path == day.path)
            rendered(replace(page, context=watch.over(page.context)))  # type: ignore[arg-type]
            whole = time.perf_counter() - start
    finally:
        FILLERS.update(kept)
    return whole * 1000, watch.seconds * 1000


def rally_seen(day: Any) -> float:
    """Seconds from a rally's publication until the page of the day shows it, with a worker that only does this."""
    from commonwire.base import clock
    from commonwire.base.shelf import Shelf
    from commonwire.calendar.place_event import place_event
    from commonwire.ledger.settle import settle
    from commonwire.mobilizations.belong import let_belong
    from commonwire.newswire.publish import publish_post
    from commonwire.newswire.wording import Wording

    def attach(post: Any) -> None:
        place_event(post=post, details={"starts": clock.minute(), "zone": "UTC", "place": "A new quay", "city": "Aaa"})
        let_belong(post=post, mobilization=day)

    while settle():
        pass
    laid: list[float] = []
    put, wanted = Shelf.put, f"{day.path}rallies/"

    def noting(self: Shelf, path: str, content: bytes) -> None:
        put(self, path, content)
        if path == wanted:
            laid.append(time.perf_counter())

    start = time.perf_counter()
    publish_post(wording=Wording(f"A new rally {next(_numbers)}", kind="event"), attach=attach)
    with patch.object(Shelf, "put", noting):
        settle()
    return laid[0] - start


def report(small: Any, large: Any) -> None:
    from commonwire.mobilizations.action_page import map_of
    from commonwire.mobilizations.rallies.table import table_of

    rows = {name: [bake_once(day) for _ in range(ROUNDS)] for name, day in (("one of each", small), ("many", large))}
    one = statistics.median(beyond for _whole, beyond in rows["one of each"])
    print(f"{'the page of a call':32} {'whole ms':>9} {'beyond the template ms':>23} {'ratio':>7}")
    for name, measured in rows.items():
        beyond = statistics.median(each for _whole, each in measured)
        print(f"{name:32} {statistics.median(whole for whole, _ in measured):9.0f} {beyond:23.1f} {beyond / one:7.1f}")
    table = table_of(large)
    start = time.perf_counter()
    drawn = map_of(table, large)
    print(f"its map: {len(table)} rallies, {len(str(drawn)) // 1024} KB, {(time.perf_counter() - start) * 1000:.0f} ms")
    seen = {name: statistics.median(rally_seen(day) for _ in range(3)) for name, day in (("one of each", small), ("many", large))}
    for name, seconds in seen.items():
        print(f"a rally added to {name:15} is in the list after {seconds:.2f} s {seconds / seen['one of each']:7.1f}")


if __name__ == "__main__":
    main()
