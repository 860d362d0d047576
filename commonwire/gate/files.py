"""Pictures, sound and video: sent from the disk by the server's own threads, whole or a single range, never held in memory."""

import hashlib
from typing import Protocol

from commonwire.base.headers import FILE_POLICY, SECURITY_HEADERS
from commonwire.base.shelf import Found
from commonwire.gate import sentences
from commonwire.gate.asking import Scope
from commonwire.gate.memory import IMMUTABLE, matches
from commonwire.gate.ranges import Unsatisfiable, single_range
from commonwire.gate.sentences import Headers


class Answering(Protocol):
    """The half of granian's protocol object that answers."""

    def response_empty(self, status: int, headers: Headers) -> None: ...
    def response_bytes(self, status: int, headers: Headers, body: bytes) -> None: ...
    def response_file(self, status: int, headers: Headers, file: str) -> None: ...
    def response_file_range(self, status: int, headers: Headers, file: str, start: int, end: int) -> None: ...


def send_file(scope: Scope, protocol: Answering, found: Found) -> None:
    """Answer with a file under /media/. Raises FileNotFoundError when it was purged in between."""
    size, etag = _describe(found)
    headers = _headers(found, etag)
    if matches(scope.headers.get("if-none-match", ""), etag):
        protocol.response_empty(304, headers)
        return
    try:
        asked = _range(scope, size, etag)
    except Unsatisfiable:
        status, fields, body = sentences.page(416, "This file is shorter than the part asked for.", content_range=f"bytes */{size}")
        protocol.response_bytes(status, fields, body)
        return
    if asked:
        first, last = asked
        headers += [("content-range", f"bytes {first}-{last}/{size}"), ("content-length", str(last - first + 1))]
        protocol.response_file_range(206, headers, str(found.file), first, last + 1)  # granian's end is exclusive
    elif scope.method == "HEAD":
        protocol.response_empty(200, [*headers, ("content-length", str(size))])
    else:
        protocol.response_file(200, [*headers, ("content-length", str(size))], str(found.file))


def _describe(found: Found) -> tuple[int, str]:
    """Size and entity tag. A name under /media/ is random, its file only ever replaced whole: what names it names its bytes."""
    status = found.file.stat()
    facts = f"{found.file.name} {status.st_size} {status.st_ino} {status.st_mtime_ns}"
    return status.st_size, f'"{hashlib.sha256(facts.encode()).hexdigest()[:32]}"'


def _headers(found: Found, etag: str) -> Headers:
    headers = {
        **SECURITY_HEADERS,
        "content-security-policy": FILE_POLICY,
        "content-type": found.content_type,
        "etag": etag,
        "cache-control": IMMUTABLE,
        "accept-ranges": "bytes",
    }
    return list(headers.items())


def _range(scope: Scope, size: int, etag: str) -> tuple[int, int] | None:
    header = scope.headers.get("range", "")
    if not header or scope.method != "GET" or scope.headers.get("if-range", etag) != etag:
        return None
    return single_range(header, size)
