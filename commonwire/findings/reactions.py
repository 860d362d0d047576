"""What an author takes back or corrects is not kept here either."""

from commonwire.findings.forget_words import forget_words
from commonwire.findings.models import Finding, Unread
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts
from commonwire.newswire.erasing import scrub
from commonwire.newswire.models import Post


@reacts("post.withdrawn")
def forget_withdrawn(entry: Entry) -> None:
    _forget(entry)


@reacts("post.corrected")
def forget_corrected(entry: Entry) -> None:
    _forget(entry)


def _forget(entry: Entry) -> None:
    post = Post.objects.filter(pk=int(entry.subject.removeprefix("post:"))).first()
    if post and forget_words(post=post):
        scrub([Finding._meta.db_table, Unread._meta.db_table])
