"""What a test looks at after the fact: the files below /media/ and the quarantine."""

import io
from pathlib import Path

from commonwire.media.accept import accept_picture
from commonwire.media.models import File, Rendition


def accepted(content: bytes) -> File:
    return accept_picture(upload=io.BytesIO(content), size=len(content))


def stored(data_dir: Path) -> dict[str, bytes]:
    """Address to bytes, of every file below /media/."""
    root = data_dir / "media"
    return {f"/media/{path.relative_to(root)}": path.read_bytes() for path in root.rglob("*") if path.is_file()}


def bytes_of(data_dir: Path, row: Rendition) -> bytes:
    return stored(data_dir)[row.path]


def of_type(file: File, content_type: str) -> list[Rendition]:
    return [row for row in file.renditions.all() if row.content_type == content_type]


def quarantined(data_dir: Path) -> list[Path]:
    return [path for path in (data_dir / "quarantine").rglob("*") if path.is_file()]


class Endless:
    """An upload that announces little and never ends; counts what was read of it."""

    def __init__(self) -> None:
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        self.given += size
        return b"\xff\xd8\xff" + b"x" * (size - 3)
