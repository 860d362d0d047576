"""What follows by itself for coverage: reports are proposed, and pages learn what a post's change or a report that lands means for them."""

from collections.abc import Iterable, Iterator

from commonwire.coverage.keys import LIVE, REPORTS, TURNOUT, keys_of_report
from commonwire.coverage.seek import current_days, reports, search_again, seek_among, seek_older
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts_together, rounds
from commonwire.mobilizations.models import Belonging, Mobilization, Rally
from commonwire.newswire.models import Post
from commonwire.press.bake import bake

TELLING = ("post.published", "post.released", "post.corrected", "post.unhidden", "post.sorted")


@reacts_together("post.")
def propose_reports(entries: list[Entry]) -> None:
    posts = reports(_id(entry) for entry in entries if entry.verb in TELLING)
    if posts:
        seek_among(posts, current_days())


@rounds(seconds=10)
def propose_older_reports() -> None:
    """What came before the call did, or before its names were known. A few at a time; then it rests on what it knows."""
    for mobilization in current_days():
        seek_older(mobilization)


@reacts_together("mobilization.")
def seek_anew(entries: list[Entry]) -> None:
    """Its names, days or place changed, or a rally joined: older reports are compared once more."""
    changed = {_id(entry) for entry in entries if entry.verb in ("mobilization.called", "mobilization.changed")}
    joined = [int(entry.facts["post"]) for entry in entries if entry.verb == "mobilization.joined"]
    changed.update(Rally.objects.filter(post__in=joined).values_list("mobilization_id", flat=True))
    search_again(changed)


@reacts_together("mobilization.")
def print_where_it_landed(entries: list[Entry]) -> None:
    """A report that joined or left a day stands in its lists, or does no more."""
    said = [entry for entry in entries if entry.verb in ("mobilization.joined", "mobilization.left")]
    posts = Post.objects.in_bulk([int(entry.facts["post"]) for entry in said])
    days = Mobilization.objects.in_bulk([_id(entry) for entry in said])
    pairs = ((posts.get(int(entry.facts["post"])), days.get(_id(entry))) for entry in said)
    keys = {key for post, day in pairs if post and day for key in keys_of_report(post, [day], _rallies_of(post))}
    _bake_beside(keys, said)


@reacts_together("post.")
def print_what_shows_it(entries: list[Entry]) -> None:
    """A hidden report leaves the counts of its day, a released one comes in; when the day's own post changes, so do all its pages."""
    ids = {_id(entry) for entry in entries}
    keys: set[str] = set()
    for belonging in Belonging.objects.filter(post__in=ids).select_related("mobilization", "post", "rally__post"):
        rallies = [belonging.rally] if belonging.rally else []
        keys.update(keys_of_report(belonging.post, [belonging.mobilization], rallies))
    for mobilization in Mobilization.objects.filter(post__in=ids):
        keys.update(mobilization.part(each) for each in (REPORTS, LIVE, TURNOUT))
    _bake_beside(keys, entries)


def _rallies_of(post: Post) -> Iterator[Rally]:
    for belonging in Belonging.objects.filter(post=post, rally__isnull=False).select_related("rally__post"):
        if belonging.rally:
            yield belonging.rally


def _bake_beside(keys: set[str], entries: Iterable[Entry]) -> None:
    """What the acts touched themselves is printed already."""
    left = keys - {key for entry in entries for key in entry.touched}
    if left:
        bake(left)


def _id(entry: Entry) -> int:
    return int(entry.subject.partition(":")[2])
