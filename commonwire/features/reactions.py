"""What follows by itself for features."""

from commonwire.features.lose_picture import lose_copies
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts


@reacts("file.erased")
def erase_copies_too(entry: Entry) -> None:
    lose_copies(file=int(entry.subject.partition(":")[2]))
