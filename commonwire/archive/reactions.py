"""Words leave with the post that said them: the layout of a post that is corrected or erased here is no longer needed."""

from commonwire.archive.models import TakenIn
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts


def _forget(entry: Entry) -> None:
    TakenIn.objects.filter(post=int(entry.subject.removeprefix("post:"))).update(layout={}, said="")


@reacts("post.corrected")
def forget_when_corrected(entry: Entry) -> None:
    _forget(entry)


@reacts("post.withdrawn")
def forget_when_withdrawn(entry: Entry) -> None:
    _forget(entry)


@reacts("post.purged")
def forget_when_purged(entry: Entry) -> None:
    _forget(entry)
