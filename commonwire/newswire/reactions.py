"""What follows by itself in the newswire: hours that come, receipts that end, traces of what was erased."""

from commonwire.base import clock
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts, rounds
from commonwire.media.keep_back import give_back, keep_back
from commonwire.newswire.erasing import scrub
from commonwire.newswire.models import Comment, Correction, FurtherMedia, NamedReceipt, Part, Post, PostFile
from commonwire.newswire.queries import submission_models
from commonwire.newswire.release_post import release_post
from commonwire.newswire.rules import keeps_files_back
from commonwire.newswire.words import Visibility


@rounds(seconds=1)
def publish_whose_hour_has_come() -> None:
    for post in Post.objects.filter(visibility=Visibility.EMBARGOED, publish_at__lte=clock.now())[:50]:
        release_post(post=post)


@rounds(seconds=60)
def forget_old_receipts() -> None:
    """After its time not even the hash is left."""
    for model in submission_models():
        model._default_manager.filter(receipt_until__lte=clock.now()).update(receipt_salt=b"", receipt_hash=b"", receipt_until=None)
    NamedReceipt.objects.filter(until__lte=clock.now()).delete()


@reacts("post.")
def move_files_of_post(entry: Entry) -> None:
    _move_files(int(entry.subject.removeprefix("post:")))


@reacts("part.")
def move_files_of_part(entry: Entry) -> None:
    part = Part.objects.filter(pk=int(entry.subject.removeprefix("part:"))).first()
    if part:
        _move_files(part.post_id)


def _move_files(post_id: int) -> None:
    """What is removed from view leaves the shelf, and comes back with it. It looks at what holds now, whichever act came last."""
    hanging = list(PostFile.objects.filter(post_id=post_id).select_related("file", "part__hidden_by", "post__hidden_by"))
    back = [each for each in hanging if keeps_files_back(each.post) or (each.part is not None and keeps_files_back(each.part))]
    keep_back(each.file for each in back)
    give_back(each.file for each in hanging if each not in back)


def _scrub() -> None:
    scrub([model._meta.db_table for model in (Post, Part, Comment, Correction, FurtherMedia, NamedReceipt)])


@reacts("post.withdrawn")
def scrub_withdrawn(entry: Entry) -> None:
    _scrub()


@reacts("post.corrected")
def scrub_corrected(entry: Entry) -> None:
    _scrub()


@reacts("receipt.revoked")
def scrub_revoked(entry: Entry) -> None:
    _scrub()


@reacts("comment.withdrawn")
def scrub_comment(entry: Entry) -> None:
    _scrub()
