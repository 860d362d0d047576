"""Take in a calendar file: what is new waits for the desk, what changed is told or followed, what is missing is pointed out."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.models import Occurrence
from commonwire.calendar.words import State
from commonwire.ledger.record import record
from commonwire.newswire.words import Visibility
from commonwire.subscriptions.models import Source, TakenEvent
from commonwire.subscriptions.reading.taken import Taken, from_json
from commonwire.subscriptions.sifting import Sifted
from commonwire.subscriptions.twins import twins_of
from commonwire.subscriptions.words import TakenState

MOST_NOTES = 100
_CHANGING = ("said", "content", "starts", "doubtful", "state", "since")


@dataclass(frozen=True)
class TakenIn:
    """How many of its events were new, said something else than before, are no longer there, or have been; and what was left out."""

    new: int
    changed: int
    gone: int
    over: int
    whole: int
    notes: list[str]

    @property
    def sentence(self) -> str:
        said = {"whole": self.whole, "new": self.new, "changed": self.changed, "gone": self.gone, "over": self.over}
        return _("Events: %(whole)s. New: %(new)s, changed: %(changed)s, no longer listed: %(gone)s, over: %(over)s.") % said


@transaction.atomic
def take_in_calendar(*, source: Source, sifted: Sifted, complete: bool = False, by: str = "") -> TakenIn:
    """`complete` says that the file lists all there is, so that what it does not list any more is gone."""
    source = Source.objects.select_for_update().get(pk=source.pk)
    known = {(row.uid, row.recurrence): row for row in source.events.all()}
    listed = {(taken.uid, taken.recurrence): taken for taken in sifted.reading.events}
    new = [taken for key, taken in listed.items() if key not in known and key not in sifted.over and taken.state != State.CANCELLED]
    _add(source, new)
    changed = [row for row in (_heard(known[key], listed[key]) for key in listed if key in known) if row]
    TakenEvent.objects.bulk_update(changed, _CHANGING, batch_size=200)
    given_up = [row.pk for row in changed if row.state == TakenState.HELD and row.taken.state == State.CANCELLED]
    TakenEvent.objects.filter(pk__in=given_up).delete()
    missing = list(_missing(known, listed, sifted)) if complete and sifted.reading.is_whole else []
    gone = _point_out(missing)
    notes = [*sifted.reading.notes, *map(str, sifted.reading.left_out)][:MOST_NOTES]
    told = TakenIn(len(new), len(changed), gone, len(sifted.over), len(listed) + len(sifted.reading.left_out), notes)
    Source.objects.filter(pk=source.pk).update(notes=notes, answer=told.sentence[:400], looked_at=clock.hour())
    counts = {"new": told.new, "changed": told.changed, "gone": told.gone}
    record("source.taken_in", f"source:{source.pk}", touched=["desk"], by=by, at=clock.hour(), **counts)
    return told


def _add(source: Source, new: list[Taken]) -> None:
    twins = twins_of(new, source)
    rows = [
        TakenEvent(
            source=source,
            uid=taken.uid,
            recurrence=taken.recurrence,
            content=taken.content_hash,
            starts=taken.starts,
            twin_id=twins.get(index),
            doubtful=taken.in_doubt,
            said=taken.as_json(),
            since=clock.hour(),
        )
        for index, taken in enumerate(new)
    ]
    TakenEvent.objects.bulk_create(rows, batch_size=200)


def _heard(row: TakenEvent, taken: Taken) -> TakenEvent | None:
    """The row as the file has it now; None when nothing is new, or the file is older than what is known."""
    if row.followed is not None and row.event_id is None:
        return None  # its event was withdrawn here: nothing of it is kept, and nothing is proposed again
    if taken.content_hash == row.content:
        return _returned(row)
    if taken.sequence < row.said["sequence"] and taken.last_modified <= row.said["last_modified"]:
        return None
    row.said, row.content, row.starts, row.doubtful = taken.as_json(), taken.content_hash, taken.starts, taken.in_doubt
    if row.event_id:
        _turn(row, _heard_state(row))
    return row


def _returned(row: TakenEvent) -> TakenEvent | None:
    """What was gone is listed again."""
    if row.state not in (TakenState.GONE, TakenState.KEPT) or not row.event_id:
        return None
    return _turn(row, _heard_state(row))


def _heard_state(row: TakenEvent) -> TakenState:
    """Accepted, if our event says already what the calendar says."""
    followed = from_json(row.followed).content_hash if row.followed else ""
    return TakenState.ACCEPTED if followed == row.content else TakenState.CHANGED


def _turn(row: TakenEvent, state: TakenState) -> TakenEvent:
    row.state, row.since = state, clock.hour()
    return row


def _missing(known: dict[tuple[str, str], TakenEvent], listed: dict[tuple[str, str], Taken], sifted: Sifted) -> Iterator[TakenEvent]:
    """What the file does not list any more; an event of it that could not be read is not missing."""
    unread = {each.uid for each in sifted.reading.left_out}
    return (row for key, row in known.items() if key not in listed and row.uid not in unread)


def _point_out(missing: list[TakenEvent]) -> int:
    """What waited is forgotten; what was published and is still to come is for the desk to decide about."""
    TakenEvent.objects.filter(pk__in=[row.pk for row in missing if row.state == TakenState.HELD]).delete()
    published = [row for row in missing if row.state in (TakenState.ACCEPTED, TakenState.CHANGED)]
    to_come = set(
        Occurrence.objects.filter(
            event__in=[row.event_id for row in published], starts__gt=clock.now(), event__post__visibility=Visibility.SHOWN
        )
        .exclude(event__state=State.CANCELLED)
        .values_list("event_id", flat=True)
    )
    gone = [_turn(row, TakenState.GONE) for row in published if row.event_id in to_come]
    TakenEvent.objects.bulk_update(gone, ["state", "since"], batch_size=200)
    return len(gone)
