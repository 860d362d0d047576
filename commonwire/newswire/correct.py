"""Correct: the author mends their own post. Readers see that and when; old words stay only when the author shows them."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.media.erase import erase_file
from commonwire.media.models import File
from commonwire.newswire.erasing import leave_no_trace
from commonwire.newswire.keep_receipt import let_receipt_last
from commonwire.newswire.models import Correction, Post, PostFile
from commonwire.newswire.publish import hang, medium_of, place, recognise_release
from commonwire.newswire.queries import keys_of
from commonwire.newswire.rules import must_be_changeable
from commonwire.newswire.wording import COLUMNS, Wording
from commonwire.newswire.words import Visibility

SHOWN_WHEN_TICKED = ("headline", "byline", "summary", "body")


@transaction.atomic
def correct_post(
    *,
    post: Post,
    wording: Wording,
    note: str = "",
    show_old: bool = False,
    files: Sequence[File] = (),
    removed: Sequence[File] = (),
    change: Callable[[Post], None] | None = None,
    publish_at: datetime | None = None,
    by: str = "",
) -> Post:
    """Change the words, places and files of a post. The address stays; the old wording is erased unless `show_old`.

    `change` mends what rooms above keep of it, within the same transaction.
    """
    post.lock()
    must_be_changeable(post)
    before = keys_of(post)
    old = {name: getattr(post, name) for name in COLUMNS}
    for name, value in wording.columns().items():
        setattr(post, name, value)
    post.release = recognise_release(wording)
    place(post, wording)
    for file in removed:
        PostFile.objects.filter(post=post, file=file).delete()
        erase_file(file=file)
    hang(post, files)
    if change:
        change(post)
        let_receipt_last(post=post)
    if publish_at and post.visibility in (Visibility.HELD, Visibility.EMBARGOED):
        post.publish_at = publish_at
    post.medium = medium_of([each.file for each in post.files.filter(part=None)])
    changed = [name for name in SHOWN_WHEN_TICKED if old[name] != getattr(post, name)]
    if post.path:  # also while it is hidden: readers read that text too, and may read it in the lists again
        post.updated = clock.minute()
        Correction.objects.create(
            post=post,
            at=clock.minute(),
            note=note,
            old={name: old[name] for name in changed} if show_old and changed else None,
            new={name: getattr(post, name) for name in changed} if show_old and changed else None,
        )
    post.save()
    leave_no_trace()
    post = Post.objects.get(pk=post.pk)
    record("post.corrected", post.key, touched={*before, *keys_of(post)}, by=by, fields=changed)
    return post
