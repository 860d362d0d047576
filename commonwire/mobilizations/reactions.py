"""What follows by itself for days of action: phases that the calendar brings, pages that a post's or an event's change reaches."""

from collections.abc import Iterable

from django.db.models import Q

from commonwire.base import clock
from commonwire.calendar.models import Occurrence
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts, reacts_together, rounds
from commonwire.mobilizations.models import (
    Belonging,
    Demand,
    DemandWording,
    Endorsement,
    Mobilization,
    NamedRally,
    Pledge,
    PledgeType,
    Rally,
)
from commonwire.mobilizations.queries import keys_of
from commonwire.mobilizations.rules import phase_by_time
from commonwire.mobilizations.set_phase import let_time_pass
from commonwire.mobilizations.statements.settle_statement import name_the_body
from commonwire.mobilizations.words import PRESS, RALLIES, Phase
from commonwire.newswire.erasing import scrub
from commonwire.press.bake import bake

NOT_NEWS = ("post.published", "post.held", "post.embargoed")  # joining has touched its keys already, or nothing is to be seen yet


@rounds(seconds=20)
def move_phases() -> None:
    """At midnight of its first day, on its own clocks, it is under way; after its last day one reports back."""
    begun = Mobilization.objects.filter(by_hand=False).exclude(phase=Phase.REPORT_BACK).filter(first_day__lte=clock.now().date())
    soon = Mobilization.objects.filter(by_hand=False, phase=Phase.CALLED, first_day=clock.minutes_ahead(24 * 60).date())
    for mobilization in [*begun, *soon]:  # tomorrow has come already in zones to the east
        if phase_by_time(mobilization) != mobilization.phase:
            let_time_pass(mobilization=mobilization)


@reacts_together("post.")
def print_what_posts_touch(entries: list[Entry]) -> None:
    """A rally or a report was hidden, released, corrected, withdrawn; or the day of action itself."""
    told = [entry for entry in entries if entry.verb not in NOT_NEWS]
    posts = _ids("post", told)
    keys = _of_posts(posts)
    for mobilization in Mobilization.objects.filter(post__in=posts):
        keys |= {*keys_of(mobilization), "actions", *(each.key for each in Rally.objects.filter(mobilization=mobilization))}
    bake(keys)


@reacts_together("event.")
def print_what_events_touch(entries: list[Entry]) -> None:
    """A rally moved, was cancelled, or its exact place may be shown now."""
    entries = [entry for entry in entries if entry.verb != "event.placed"]  # joining has touched all that it stands on
    moved = Occurrence.objects.filter(pk__in=_ids("occurrence", entries)).values("event")
    rallies = Rally.objects.filter(Q(event__in=_ids("event", entries)) | Q(event__in=moved))
    bake(_of_posts(rallies.values_list("post", flat=True)))


def _ids(noun: str, entries: Iterable[Entry]) -> list[int]:
    return [int(entry.subject.partition(":")[2]) for entry in entries if entry.subject.startswith(f"{noun}:")]


def _of_posts(posts: Iterable[int]) -> set[str]:
    wanted = list(posts)
    rallies = {each.post_id: each for each in Rally.objects.filter(post__in=wanted)}
    keys = {each.key for each in rallies.values()}
    for each in Belonging.objects.filter(post__in=wanted).select_related("mobilization"):
        keys |= set(keys_of(each.mobilization, RALLIES if each.post_id in rallies else PRESS))
    return keys


@reacts("mobilization.removed")
def erase_what_it_said(entry: Entry) -> None:
    """Its call was withdrawn: what stood in its rows shall not be found on the disk either."""
    scrub([each._meta.db_table for each in (Demand, DemandWording, NamedRally, Endorsement, Pledge, PledgeType, Mobilization)])


@reacts("organisation.merged")
def follow_merged(entry: Entry) -> None:
    """What one profile said is said by the one into which it was merged."""
    for noun in (Endorsement, Pledge):
        for statement in noun.objects.filter(organisation__merged_into__isnull=False).select_related("organisation__merged_into"):
            if statement.organisation:
                name_the_body(statement=statement, organisation=statement.organisation.merged_into)
