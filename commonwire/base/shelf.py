"""The shelf: where a baked page lies on disk. The press puts, the gate finds; neither imports the other, and nothing here knows Django.

An address that ends in / lies in its folder as `index.html`; any other address is a file of that name. A removed address leaves
`gone.html` (served as 410), beside which nothing else is found. A number in shared memory is new after every change, so that a
reader process knows by comparing one integer whether what it remembers still holds.
"""

import mmap
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from commonwire.base.storage import sync_folder, write_whole

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".rss": "application/rss+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".pdf": "application/pdf",
    ".ics": "text/calendar; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
NAMED = {"feed.json": "application/feed+json; charset=utf-8"}  # what the ending alone does not tell
_SEGMENT = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,180}")
_LONGEST = 900


@dataclass(frozen=True)
class Found:
    """A file on the shelf and how to answer with it."""

    file: Path
    status: int
    content_type: str


class Shelf:
    def __init__(self, data_dir: Path) -> None:
        self.pages = data_dir / "pages"
        self.media = data_dir / "media"
        self._counter_file = data_dir / "pages.counter"
        self._counter: mmap.mmap | None = None

    def file(self, path: str) -> Path | None:
        """Where the page of this address lies, or None for an address that can never be on the shelf."""
        if not path.startswith("/") or len(path) > _LONGEST or path.endswith("gone.html"):
            return None
        segments = path[1:].split("/")
        folder, name = segments[:-1], segments[-1] or "index.html"
        if not all(_SEGMENT.fullmatch(segment) for segment in [*folder, name]):
            return None
        base, rest = (self.media, folder[1:]) if folder[:1] == ["media"] else (self.pages, folder)
        return base.joinpath(*rest, name)

    def find(self, path: str) -> Found | None:
        file = self.file(path)
        if file is None:
            return None
        if file.is_file():
            return Found(file, 200, NAMED.get(file.name) or TYPES.get(file.suffix, "application/octet-stream"))
        gone = self._gone(file)
        return Found(gone, 410, TYPES[".html"]) if gone.is_file() else None

    def put(self, path: str, content: bytes) -> None:
        """Put a page, whole, where its address finds it; ValueError for an address the shelf cannot hold."""
        file = self._must(path)
        write_whole(file, content)
        self._gone(file).unlink(missing_ok=True)
        self.turn()

    def put_gone(self, path: str, content: bytes) -> None:
        """Say that the address existed and does not: 410 with this page."""
        file = self._must(path)
        write_whole(self._gone(file), content)
        file.unlink(missing_ok=True)
        self.turn()

    def drop(self, path: str) -> None:
        file = self._must(path)
        for each in (file, self._gone(file)):
            each.unlink(missing_ok=True)
        if file.parent.is_dir():
            sync_folder(file.parent)
        self.turn()

    def read(self, path: str) -> bytes | None:
        found = self.find(path)
        return found.file.read_bytes() if found else None

    def turn(self) -> None:
        """Tell every reader process that something changed."""
        self._shared()[:8] = secrets.token_bytes(8)  # a number that goes up could come back when two processes add at once

    def generation(self) -> int:
        return int.from_bytes(self._shared()[:8], "little")

    def _shared(self) -> mmap.mmap:
        if self._counter is None:
            self._counter_file.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._counter_file, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                if os.fstat(handle).st_size < 8:
                    os.ftruncate(handle, 8)
                self._counter = mmap.mmap(handle, 8)
            finally:
                os.close(handle)
        return self._counter

    def _must(self, path: str) -> Path:
        file = self.file(path)
        if file is None:
            raise ValueError(f"no shelf holds the address {path!r}")
        return file

    @staticmethod
    def _gone(file: Path) -> Path:
        return file.with_name("gone.html") if file.name == "index.html" else file.with_name(file.name + ".gone.html")
