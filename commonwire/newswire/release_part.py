"""Let a part out that was held for the desk."""

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.models import Part, Post
from commonwire.newswire.queries import keys_of
from commonwire.newswire.words import Visibility


@transaction.atomic
def release_part(*, part: Part, by: str = "") -> Part:
    """Show it below its post; asking twice does it once. When it was really sent stays unknown, as with a post."""
    part.lock()
    if part.visibility != Visibility.HELD:
        return part
    part.visibility, part.sent = Visibility.SHOWN, clock.minute()
    part.save(update_fields=["visibility", "sent"])
    if part.post.is_shown:
        Post.objects.filter(pk=part.post_id).update(updated=clock.minute())
    record("part.released", f"part:{part.pk}", touched=[*keys_of(part.post), "desk"], by=by)
    return part
