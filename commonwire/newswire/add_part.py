"""Add a part (§): the author continues the post with a section of its own."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.media.models import File
from commonwire.newswire.models import Part, Post
from commonwire.newswire.publish import hang
from commonwire.newswire.queries import keys_of
from commonwire.newswire.rules import must_be_changeable
from commonwire.newswire.words import Visibility


@transaction.atomic
def add_part(
    *,
    post: Post,
    title: str,
    byline: str = "",
    body: str = "",
    related_url: str = "",
    files: Sequence[File] = (),
    public_id: str = "",
    sent: datetime | None = None,
    held: bool = False,
) -> Part:
    """Append a part, or keep it for the desk; the same `public_id` gives the same part."""
    post.lock()
    known = Part.objects.filter(public_id=public_id).first() if public_id else None
    if known:
        return known
    must_be_changeable(post)
    last = post.parts.aggregate(last=Max("position"))["last"]
    part = Part(
        post=post,
        position=0 if last is None else last + 1,
        title=title,
        byline=byline,
        body=body,
        related_url=related_url,
        language=post.language,
        visibility=Visibility.HELD if held else Visibility.SHOWN,
        sent=sent or (clock.hour() if held else clock.minute()),
    )
    if public_id:
        part.public_id = public_id
    part.save()
    hang(post, files, part)
    if sent is None and post.is_shown and not held:
        Post.objects.filter(pk=post.pk).update(updated=clock.minute())
    at = part.sent if held else None
    record("part.held" if held else "part.added", f"part:{part.pk}", touched=["desk"] if held else keys_of(post), at=at)
    return part
