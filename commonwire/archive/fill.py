"""Fill a placeholder: the file that an old page named has turned up."""

import re

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.media.models import File
from commonwire.media.placeholder import fill_placeholder
from commonwire.media.quarantine import Readable
from commonwire.newswire.models import Post, PostFile
from commonwire.newswire.queries import keys_of

_REDUCED = re.compile(r"^(?:sm|320|480|600|640|800)_(?=.)")


def placeholders_of(post: Post) -> list[File]:
    """What is still missing, of the post itself and of its parts, in order."""
    hanging = PostFile.objects.filter(post=post, file__state=File.State.MISSING).select_related("file")
    return [each.file for each in hanging.order_by("part__position", "position", "id")]


def is_there(post: Post, name: str) -> bool:
    """Whether a file of that name was found already."""
    ready = PostFile.objects.filter(post=post, file__state=File.State.READY).select_related("file")
    return any(same_file(each.file.name, name) for each in ready)


def same_file(name: str, other: str) -> bool:
    """`sm_rally.jpg` is `Rally.jpg` made smaller."""
    return _plain(name) == _plain(other)


def fill_placeholder_of(*, name: str, post: Post, upload: Readable, size: int) -> File | None:
    """The file, filled; None when no placeholder of the post bears that name. Refused as any upload is. Not inside a transaction."""
    placeholder = next((file for file in placeholders_of(post) if same_file(file.name, name)), None)
    if placeholder is None:
        return None
    filled = fill_placeholder(placeholder=placeholder, upload=upload, size=size)
    _tell(post)
    return filled


@transaction.atomic
def _tell(post: Post) -> None:
    record("placeholder.filled", post.key, touched=keys_of(post))


def _plain(name: str) -> str:
    return _REDUCED.sub("", name.strip().casefold())
