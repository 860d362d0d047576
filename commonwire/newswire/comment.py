"""Comment: a reader adds facts or talk under a post."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.models import Comment, Post
from commonwire.newswire.rules import receipt_lasts
from commonwire.newswire.talk import takes_comments
from commonwire.newswire.words import Visibility
from commonwire.site.queries import the_site


@transaction.atomic
def add_comment(
    *,
    post: Post,
    kind: str,
    body: str,
    title: str = "",
    byline: str = "",
    language: str = "",
    receipt: str = "",
    public_id: str = "",
    held: bool = False,
    sent: datetime | None = None,
) -> Comment:
    """Add an addition or a comment; ValidationError when the talk under this post has ended. `sent` is for archives."""
    post.lock()  # so that the same draft sent twice at once stands once, and nothing is added under what was just hidden
    known = Comment.objects.filter(public_id=public_id).first() if public_id else None
    if known:
        return known
    site = the_site()
    if sent is None and not takes_comments(post, site):
        raise ValidationError(_("The comments under this post are closed."))
    comment = Comment(
        post=post,
        kind=kind,
        title=title,
        body=body,
        byline=byline,
        language=language or post.language,
        visibility=Visibility.HELD if held else Visibility.SHOWN,
        sent=sent or (clock.hour() if held else clock.minute()),
    )
    if public_id:
        comment.public_id = public_id
    if receipt:
        comment.keep_receipt(receipt, receipt_lasts(site))
    comment.save()
    record(
        "comment.held" if held else "comment.added",
        f"comment:{comment.pk}",
        touched=["desk"] if held else [post.key],
        at=comment.sent if sent is None else None,
    )
    return comment


@transaction.atomic
def release_comment(*, comment: Comment, by: str = "") -> Comment:
    if comment.visibility == Visibility.HELD:
        comment.visibility = Visibility.SHOWN
        comment.save(update_fields=["visibility"])
        record("comment.released", f"comment:{comment.pk}", touched=[comment.post.key, "desk"], by=by)
    return comment
