"""Look at a followed calendar. Fetching and reading happen beside the worker's other work, so that a slow site holds up nobody.

Nothing is locked meanwhile: a source is claimed for some minutes, and what came of it is written when it is there. A kill loses
nothing, the claim ends by itself.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.base.errors import where
from commonwire.base.fetch import Fetched, Known, Trouble, fetch
from commonwire.site.queries import the_site
from commonwire.subscriptions.models import Source
from commonwire.subscriptions.reading.lines import MOST_BYTES
from commonwire.subscriptions.reading.taken import Unreadable
from commonwire.subscriptions.sifting import Sifted, sift
from commonwire.subscriptions.take_in_calendar import take_in_calendar

ACCEPT = "text/calendar, text/plain;q=0.5, */*;q=0.1"
SECONDS = 20
AT_ONCE = 4
CLAIM = timedelta(minutes=10)
LONGEST_PAUSE = timedelta(days=7)
log = logging.getLogger("commonwire.subscriptions.looking")

Fetch = Callable[..., Fetched]


@dataclass(frozen=True)
class Look:
    """What came of it: a file that was sifted, nothing new (neither), or why not."""

    source: int
    sifted: Sifted | None = None
    etag: str = ""
    trouble: str = ""


def due(most: int) -> list[Source]:
    """Claimed, so that nobody else looks at them meanwhile."""
    found = Source.objects.all().followed().filter(next_look__lte=clock.now()).order_by("next_look")[:most]
    until = clock.minute() + CLAIM
    return [each for each in found if Source.objects.filter(pk=each.pk, next_look=each.next_look).update(next_look=until)]


def look(source: Source, *, zone: str, fetching: Fetch = fetch) -> Look:
    """Fetch and read; neither asks the database nor raises anything."""
    known = Known(source.etag) if source.etag else None
    try:
        fetched = fetching(source.url, most_bytes=MOST_BYTES, seconds=SECONDS, accept=ACCEPT, known=known)
        if fetched.status == 304:
            return Look(source.pk, etag=source.etag)
        return Look(source.pk, sift(fetched.content, zone=zone), fetched.etag)
    except (Trouble, Unreadable) as trouble:
        return Look(source.pk, trouble=str(trouble))
    except Exception as error:  # noqa: BLE001  # in a thread of its own nobody else would hear of it; written down, and tried again
        log.error("Looking at source %s failed: %s", source.pk, where(error))
        return Look(source.pk, trouble=_("The calendar could not be read."))


@transaction.atomic
def note(found: Look) -> None:
    """Write what came of it: the events, or the sentence, and when to look again."""
    source = Source.objects.select_for_update().filter(pk=found.source).first()
    if source is None:
        return  # dropped meanwhile
    source.failures = source.failures + 1 if found.trouble else 0
    source.next_look, source.looked_at = _next(source), clock.hour()
    if not found.trouble:
        source.etag = found.etag
    if found.sifted is None:
        source.answer = (found.trouble or _("Nothing changed since the last time."))[:400]
    source.save(update_fields=["failures", "next_look", "looked_at", "etag", "answer"])
    if found.sifted:
        take_in_calendar(source=source, sifted=found.sifted, complete=True)


def _next(source: Source) -> datetime:
    """In so many hours; after failures in twice, four times … as many."""
    doubled: int = 2 ** min(source.failures, 8)
    pause = timedelta(hours=source.hours) * doubled
    return clock.minute() + min(max(pause, timedelta(hours=1)), LONGEST_PAUSE)


class Lookout:
    """Threads that look, and what they found."""

    def __init__(self, fetching: Fetch = fetch) -> None:
        self._fetching = fetching
        self._found: SimpleQueue[Look] = SimpleQueue()
        self._busy: list[threading.Thread] = []

    def look_at_what_is_due(self) -> None:
        self._busy = [thread for thread in self._busy if thread.is_alive()]
        site = the_site()
        for source in due(AT_ONCE - len(self._busy)):
            thread = threading.Thread(target=self._look, args=(source, site.zone, site.language), daemon=True)
            self._busy.append(thread)
            thread.start()

    def note_one(self) -> bool:
        """One at a time: the worker has other work between two calendars."""
        try:
            found = self._found.get_nowait()
        except Empty:
            return False
        with translation.override(the_site().language):
            note(found)
        return True

    def wait(self, seconds: float) -> None:
        for thread in self._busy:
            thread.join(seconds)

    def _look(self, source: Source, zone: str, language: str) -> None:
        with translation.override(language):
            self._found.put(look(source, zone=zone, fetching=self._fetching))
