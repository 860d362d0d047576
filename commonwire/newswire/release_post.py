"""Let a post out: the desk releases what was held, the worker what waited for its hour."""

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.keep_receipt import let_receipt_last
from commonwire.newswire.models import Post
from commonwire.newswire.publish import give_address
from commonwire.newswire.queries import keys_of
from commonwire.newswire.words import Visibility


@transaction.atomic
def release_post(*, post: Post, by: str = "") -> Post:
    """Show a held or embargoed post; asking twice does it once. A held post whose hour is still to come waits on as embargoed."""
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.visibility not in (Visibility.HELD, Visibility.EMBARGOED):
        return post
    waits = post.visibility == Visibility.HELD and post.publish_at is not None and post.publish_at > clock.now()
    if waits:
        post.visibility = Visibility.EMBARGOED
    else:
        post.visibility = Visibility.SHOWN
        give_address(post)
        post.sent = clock.minute()  # when it was really sent stays unknown: a delay that a seized disk undoes is none
    post.save(update_fields=["visibility", "path", "published", "sent"])
    let_receipt_last(post=post)
    record("post.embargoed" if waits else "post.released", post.key, touched=[*keys_of(post), "desk"], by=by)
    return post
