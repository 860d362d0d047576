"""What no act announces: a draft that nobody claimed. Its author went away, and so does the picture."""

from datetime import timedelta

from commonwire.base import clock
from commonwire.ledger.reacting import rounds
from commonwire.media.erase import erase_file
from commonwire.media.models import File

KEPT = timedelta(hours=24)


@rounds(seconds=600)
def erase_forgotten_drafts() -> None:
    for file in File.objects.drafts().made_before(clock.now() - KEPT)[:200]:
        erase_file(file=file)
