"""Keep a sound the operator supplies, such as the example's. Strangers' sound is not taken: nothing here could make it again."""

from pathlib import Path

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.media import folder
from commonwire.media.models import File, Rendition

_STARTS = {"audio/mpeg": (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), "audio/ogg": (b"OggS",)}


def keep_sound(
    *, path: Path, content_type: str, seconds: int, title: str = "", caption: str = "", credit: str = "", licence: str = ""
) -> File:
    """A ready file. ValueError when the bytes are not of that type, or carry an ID3 tag, which may name people and places."""
    content = path.read_bytes()
    if not content.startswith(_STARTS.get(content_type, ())) or content[-128:-125] == b"TAG":
        raise ValueError(f"{path.name} is not a clean sound of type {content_type}")
    address = folder.new_path(content_type)
    folder.put(address, content)
    try:
        words = {"title": title, "caption": caption, "credit": credit, "licence": licence}
        return _row(address=address, content_type=content_type, size=len(content), seconds=seconds, words=words)
    except BaseException:
        folder.remove([address])
        raise


@transaction.atomic
def _row(*, address: str, content_type: str, size: int, seconds: int, words: dict[str, str]) -> File:
    file: File = File.objects.create(kind=File.Kind.AUDIO, state=File.State.READY, seconds=max(1, seconds), **words)
    Rendition.objects.create(file=file, path=address, content_type=content_type, bytes=size)
    record("file.ready", f"file:{file.pk}", touched=[f"file:{file.pk}"], at=clock.hour())
    return file
