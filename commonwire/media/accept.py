"""Take an uploaded picture: into quarantine, through the jail, out as a draft that nobody but its author has seen."""

import logging
import shutil

from django.conf import settings
from django.db import transaction
from django.db.models import Sum

from commonwire.base import clock
from commonwire.environment import Environment
from commonwire.ledger.record import record
from commonwire.media import folder, jail, quarantine
from commonwire.media.encode import Made
from commonwire.media.erase import erase_file
from commonwire.media.models import File, Rendition
from commonwire.media.quarantine import Readable
from commonwire.media.refused import Refused, too_large
from commonwire.media.strip_scan import Stray, scan

MEGABYTE = 1024 * 1024
MOST_WAITING = 2_000 * MEGABYTE  # of all drafts together; they are erased after a day
LEFT_FREE = 300 * MEGABYTE  # of the disk
log = logging.getLogger("commonwire.media")


def accept_picture(*, upload: Readable, size: int) -> File:
    """A draft file with all its renditions on disk; Refused with a sentence for whatever cannot be one.

    Takes a second or two for a photo, so it must not run inside a transaction. A draft nobody claims is erased after a day.
    """
    environment: Environment = settings.ENVIRONMENT
    most = environment.max_picture_mb * MEGABYTE
    if size > most:
        raise too_large(environment.max_picture_mb)
    if not _has_room():
        raise Refused("no_room")
    try:
        cleaned = _cleaned(upload, most=most, max_side=environment.max_picture_side)
    except quarantine.TooLarge as error:
        raise too_large(environment.max_picture_mb) from error
    except OSError as error:
        log.error("a picture could not be held or looked at: %s", error.strerror)
        raise Refused("no_room") from error
    return _keep(cleaned)


def _has_room() -> bool:
    """Whether pictures may come in: drafts nobody publishes must not take the disk from texts, the database and the pages."""
    waiting = Rendition.objects.filter(file__state=File.State.DRAFT).aggregate(all=Sum("bytes"))["all"] or 0
    return waiting < MOST_WAITING and shutil.disk_usage(settings.DATA_DIR).free > LEFT_FREE


def _cleaned(upload: Readable, *, most: int, max_side: int) -> jail.Cleaned:
    with quarantine.held(upload, most=most) as held, held.opened() as picture:
        cleaned = jail.clean(picture, size=held.size, max_side=max_side)
    for made in cleaned.renditions:
        try:
            scan(made.content, made.content_type)
        except Stray as stray:
            log.error("a rendition was not stored, for it held more than pixels: %s", stray)
            raise Refused("broken") from stray
    return cleaned


def _keep(cleaned: jail.Cleaned) -> File:
    """Rows first: what a kill leaves behind is then a draft with its paths, which the round erases."""
    paths = [folder.new_path(made.content_type) for made in cleaned.renditions]
    file = _draft(cleaned=cleaned, paths=paths)
    try:
        for path, made in zip(paths, cleaned.renditions, strict=True):
            folder.put(path, made.content)
    except OSError as error:
        log.error("a rendition could not be stored: %s", error.strerror)
        erase_file(file=file)
        raise Refused("no_room") from error
    return file


@transaction.atomic
def _draft(*, cleaned: jail.Cleaned, paths: list[str]) -> File:
    sides = {"width": cleaned.width, "height": cleaned.height}
    file: File = File.objects.create(kind=File.Kind.PICTURE, state=File.State.DRAFT, told=cleaned.told, **sides)
    pairs = zip(paths, cleaned.renditions, strict=True)
    Rendition.objects.bulk_create([_row(file, path, made) for path, made in pairs])
    record("file.accepted", f"file:{file.pk}", touched=[f"file:{file.pk}"], at=clock.hour())
    return file


def _row(file: File, path: str, made: Made) -> Rendition:
    size = {"width": made.width, "height": made.height, "bytes": len(made.content)}
    return Rendition(file=file, path=path, content_type=made.content_type, moving=made.moving, **size)
