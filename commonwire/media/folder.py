"""Files below /media/, the only bytes of a picture that stay: put under random names, removed at once.

What the desk removed from view is kept back beside them, where no address leads, until it is shown again or erased.
"""

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
    files = [place for path in paths for place in (_file(path), _kept_back(path))]
    for file in files:
        file.unlink(missing_ok=True)
    for folder in {file.parent for file in files if file.parent.is_dir()}:
        sync_folder(folder)
    if files:
        Shelf(Path(settings.DATA_DIR)).turn()


def keep_back(paths: list[str]) -> None:
    """Take files off the shelf without losing them; those that are off it already stay so."""
    _move([(_file(path), _kept_back(path)) for path in paths])


def give_back(paths: list[str]) -> None:
    """Put files that were kept back where their addresses lead again."""
    _move([(_kept_back(path), _file(path)) for path in paths])


def is_kept_back(path: str) -> bool:
    return _kept_back(path).is_file()


def _move(pairs: list[tuple[Path, Path]]) -> None:
    moving = [(source, goal) for source, goal in pairs if source.is_file()]
    for source, goal in moving:
        goal.parent.mkdir(parents=True, exist_ok=True)
        source.replace(goal)
    for folder in {place.parent for pair in moving for place in pair}:
        sync_folder(folder)
    if moving:
        Shelf(Path(settings.DATA_DIR)).turn()


def _kept_back(path: str) -> Path:
    return Path(settings.DATA_DIR) / "kept-back" / _file(path).name


def _file(path: str) -> Path:
    file = Shelf(Path(settings.DATA_DIR)).file(path)
    if file is None:
        raise ValueError(f"{path!r} is not an address of a file")
    return file
