"""Files below /media/, the only bytes of a picture that stay: put under random names, removed at once."""

from pathlib import Path

from django.conf import settings

from commonwire.base import ids
from commonwire.base.shelf import Shelf
from commonwire.base.storage import sync_folder, write_whole

SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
}


def new_path(content_type: str) -> str:
    name = ids.public_id()
    return f"/media/{name[:2]}/{name}{SUFFIXES[content_type]}"


def put(path: str, content: bytes) -> None:
    """No reader has asked for a random path before, so no reader need be told."""
    write_whole(_file(path), content)


def remove(paths: list[str]) -> None:
    """Delete for good, and tell every reader process to forget what it remembers."""
    files = [_file(path) for path in paths]
    for file in files:
        file.unlink(missing_ok=True)
    for folder in {file.parent for file in files if file.parent.is_dir()}:
        sync_folder(folder)
    if files:
        Shelf(Path(settings.DATA_DIR)).turn()


def _file(path: str) -> Path:
    file = Shelf(Path(settings.DATA_DIR)).file(path)
    if file is None:
        raise ValueError(f"{path!r} is not an address of a file")
    return file
