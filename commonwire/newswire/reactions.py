"""What follows by itself in the newswire: hours that come, receipts that end, traces of what was erased."""

from commonwire.base import clock
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts, reacts_together, rounds
from commonwire.newswire.erasing import scrub
from commonwire.newswire.lists import cut_span, listing_of
from commonwire.newswire.models import Comment, Correction, FurtherMedia, Part, Post
from commonwire.newswire.release_post import release_post
from commonwire.newswire.words import Visibility
from commonwire.press.edition import owe
from commonwire.press.printing import Key
from commonwire.site.queries import the_site


@rounds(seconds=1)
def publish_whose_hour_has_come() -> None:
    for post in Post.objects.filter(visibility=Visibility.EMBARGOED, publish_at__lte=clock.now())[:50]:
        release_post(post=post)


@rounds(seconds=60)
def forget_old_receipts() -> None:
    """After its time not even the hash is left."""
    for model in (Post, Comment, Part):
        model._default_manager.filter(receipt_until__lte=clock.now()).update(receipt_salt=b"", receipt_hash=b"", receipt_until=None)


@reacts_together("post.")
def renew_archives(entries: list[Entry]) -> None:
    """Every month of a list names the others: where a month has just begun or emptied, all of that list are printed again."""
    zone = the_site().zoneinfo
    for key in {Key.read(each) for entry in entries for each in entry.touched if "@" in each}:
        listing = listing_of(key)
        if listing and listing.facet != "column" and listing.between(*cut_span(key.cut, zone)).order_by()[:2].count() <= 1:
            owe(f"{listing.key}@{month:%Y-%m}" for month in listing.months(zone))


def _scrub() -> None:
    scrub([model._meta.db_table for model in (Post, Part, Comment, Correction, FurtherMedia)])


@reacts("post.withdrawn")
def scrub_withdrawn(entry: Entry) -> None:
    _scrub()


@reacts("post.corrected")
def scrub_corrected(entry: Entry) -> None:
    _scrub()


@reacts("comment.withdrawn")
def scrub_comment(entry: Entry) -> None:
    _scrub()
