"""Lose a picture: who withdraws a photograph takes it back from the features that copied it, too."""

from django.db import transaction

from commonwire.features.models import Feature
from commonwire.ledger.record import record
from commonwire.media.copy import copies_of
from commonwire.media.erase import erase_file
from commonwire.newswire.models import PostFile
from commonwire.newswire.publish import medium_of
from commonwire.newswire.queries import keys_of


@transaction.atomic
def lose_copies(*, file: int) -> int:
    """Erase every copy of the file with this row number, wherever it hangs. Returns how many; safe to run twice."""
    copies = copies_of(file)
    for copy in copies:
        hanging = PostFile.objects.filter(file=copy).select_related("post").first()
        erase_file(file=copy)
        if hanging is None:
            continue
        post, before = hanging.post, keys_of(hanging.post)
        hanging.delete()
        post.medium = medium_of(post.ordered_files)
        post.save(update_fields=["medium"])
        feature = Feature.objects.filter(post=post).first()
        subject = f"feature:{feature.pk}" if feature else post.key
        record("feature.lost_picture", subject, touched={*before, *keys_of(post), "features"})
    return len(copies)
