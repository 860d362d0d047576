"""Withdraw: the author takes the post back. Text, files and earlier versions are erased at once; the address says so."""

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.media.erase import erase_file
from commonwire.newswire.erasing import leave_no_trace
from commonwire.newswire.kinds import askers
from commonwire.newswire.models import Comment, Post
from commonwire.newswire.queries import keys_of
from commonwire.newswire.wording import COLUMNS
from commonwire.newswire.words import Visibility

KEPT = ("language", "licence", "plain_release")


@transaction.atomic
def withdraw_post(*, post: Post) -> Post:
    """Erase everything but the address, the date and the fact. Cannot be undone."""
    post.lock()
    if post.is_over:
        return post
    touched = keys_of(post)
    for asker in askers(post.kind):
        asker.withdraw(post)
    for each in post.files.select_related("file"):
        erase_file(file=each.file)
    for related in (post.files, post.parts, post.further_media, post.corrections, post.named_receipts):
        related.all().delete()
    for name in COLUMNS:
        if name not in KEPT:
            setattr(post, name, "")
    post.release, post.visibility, post.updated, post.publish_at = None, Visibility.WITHDRAWN, clock.minute(), None
    post.hidden_by, post.hidden_because = None, ""
    post.forget_receipt()
    post.regions.clear()
    post.topics.clear()
    post.save()
    leave_no_trace()
    record("post.withdrawn", post.key, touched=[*touched, "hidden", "desk"])
    return post


@transaction.atomic
def withdraw_comment(*, comment: Comment) -> Comment:
    comment.lock()
    comment.title = comment.body = comment.byline = ""
    comment.visibility = Visibility.WITHDRAWN
    comment.forget_receipt()
    comment.save()
    leave_no_trace()
    record("comment.withdrawn", f"comment:{comment.pk}", touched=[comment.post.key])
    return comment
