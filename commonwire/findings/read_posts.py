"""Read posts about a day of action, and keep what the rules found for an editor."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.findings.facts import Fact
from commonwire.findings.models import Finding, Reading, Unread
from commonwire.findings.reading import read_lines
from commonwire.ledger.record import record
from commonwire.newswire.models import Post

MOST_POSTS = 20
MOST_FOUND = 2_000  # facts, and lines, of one reading


@transaction.atomic
def read_posts(*, posts: Sequence[Post], by: str = "") -> Reading:
    """The same posts may be read again when their texts have changed: every reading stands for itself."""
    if not posts or len(posts) > MOST_POSTS or not all(post.is_shown for post in posts):
        raise ValidationError(_("Between one and twenty posts that are shown can be read together."))
    read = read_lines(posts)
    reading = Reading.objects.create(made=clock.minute())
    reading.posts.set(posts)
    Finding.objects.bulk_create(_row(reading, number, fact) for number, fact in enumerate(read.facts[:MOST_FOUND], 1))
    Unread.objects.bulk_create(
        Unread(reading=reading, position=number, words=line.text, post=line.post, anchor=line.fragment)
        for number, line in enumerate(read.unread[:MOST_FOUND], 1)
    )
    record("reading.made", f"reading:{reading.pk}", touched=["desk"], by=by)
    return reading


def _row(reading: Reading, number: int, fact: Fact) -> Finding:
    return Finding(
        reading=reading,
        position=number,
        kind=fact.kind,
        value=fact.value,
        words=fact.words,
        post=fact.line.post,
        anchor=fact.line.fragment,
        twins=[[line.post.pk, line.fragment] for line in fact.twins],
    )
