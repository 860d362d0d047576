"""Sort: the desk gives a post its standing, regions and topics."""

from collections.abc import Sequence

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.newswire.models import Post
from commonwire.newswire.queries import keys_of
from commonwire.newswire.words import Standing
from commonwire.taxonomy.models import Region, Topic


@transaction.atomic
def sort_post(
    *,
    post: Post,
    standing: str | None = None,
    highlighted: bool | None = None,
    regions: Sequence[Region] | None = None,
    topics: Sequence[Topic] | None = None,
    by: str = "",
) -> Post:
    """Change what is given, leave what is None. Old places and new ones are touched alike."""
    post.lock()
    before = keys_of(post)
    if standing is not None:
        post.standing = Standing(standing)
    if highlighted is not None:
        post.highlighted = highlighted
    post.save(update_fields=["standing", "highlighted"])
    if regions is not None:
        post.regions.set(regions)
    if topics is not None:
        post.topics.set(topics)
    record("post.sorted", post.key, touched={*before, *keys_of(post), "desk"}, by=by)
    return post
