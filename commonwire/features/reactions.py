"""What follows by itself for features."""

from commonwire.features.lose_picture import lose_copies
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts
from commonwire.newswire.models import PostFile
from commonwire.newswire.rules import keeps_files_back


@reacts("file.erased")
def erase_copies_too(entry: Entry) -> None:
    lose_copies(file=int(entry.subject.partition(":")[2]))


@reacts("post.hidden")
def lose_what_was_removed(entry: Entry) -> None:
    """What may stand nowhere stands in no feature either. Unhiding does not bring the copy back: an editor chooses again."""
    for hanging in PostFile.objects.filter(post_id=int(entry.subject.partition(":")[2])).select_related("post__hidden_by"):
        if keeps_files_back(hanging.post):
            lose_copies(file=hanging.file_id)
