"""How Django receives files: into quarantine, encrypted from the first byte, without the name the uploader gave them.

Named in settings as FILE_UPLOAD_HANDLERS, instead of Django's own, which lay large uploads on disk as they are.
"""

import os
import secrets
from typing import Any, BinaryIO, cast

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from commonwire.media.quarantine import cipher, folder, private_file

MEGABYTE = 1024 * 1024


class Spool:
    """One upload on its way in: written once, then read as often as it takes; gone when closed."""

    def __init__(self) -> None:
        folder().mkdir(parents=True, exist_ok=True)
        self._path = folder() / secrets.token_hex(16)
        self._key, self._nonce = secrets.token_bytes(32), secrets.token_bytes(16)
        self._file = private_file(self._path)
        self._cipher = cipher(self._key, self._nonce)

    def write(self, chunk: bytes) -> None:
        self._file.write(self._cipher.update(chunk))

    def seek(self, at: int, whence: int = os.SEEK_SET) -> int:
        """To the start only: all that reading twice takes."""
        if (at, whence) != (0, os.SEEK_SET):
            raise OSError("an upload can be read again from its start only")
        self._file.close()
        self._file = self._path.open("rb")
        self._cipher = cipher(self._key, self._nonce)
        return 0

    def read(self, size: int = -1) -> bytes:
        return self._cipher.update(self._file.read(size))

    def close(self) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)

    @property
    def closed(self) -> bool:
        return self._file.closed


class QuarantineUploads(FileUploadHandler):
    """A file larger than any picture may be is counted but no longer kept: `accept_picture` refuses it by its size."""

    def new_file(self, *arguments: Any, **more: Any) -> None:
        super().new_file(*arguments, **more)
        self.file = Spool()
        self._most = settings.ENVIRONMENT.max_picture_mb * MEGABYTE

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= self._most:
            self.file.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        self.file.seek(0)
        content = cast("BinaryIO", self.file)
        return UploadedFile(content, "upload", self.content_type, file_size, self.charset)

    def upload_interrupted(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
