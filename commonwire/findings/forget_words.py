"""Forget what a post no longer says: facts taken over stay where they were taken, the words of the line go."""

from django.db import transaction

from commonwire.findings.lines import lines_of
from commonwire.findings.models import Finding, Unread
from commonwire.ledger.record import record
from commonwire.newswire.models import Post


@transaction.atomic
def forget_words(*, post: Post) -> int:
    """Drop every finding and unread line of this post whose words stand in none of its lines any more. Returns how many."""
    said = [] if post.is_over else [_plain(line.text) for line in lines_of(post)]
    gone = [each for model in (Finding, Unread) for each in model._default_manager.filter(post=post) if not _stands(each.words, said)]
    days = {each.taken_into for each in gone if isinstance(each, Finding) and each.taken_into}
    for each in gone:
        each.delete()
    if gone:
        record("reading.forgotten", post.key, touched=[day.key for day in days])
    return len(gone)


def _stands(words: str, said: list[str]) -> bool:
    return any(_plain(words) in line for line in said)


def _plain(text: str) -> str:
    return " ".join(text.split())
