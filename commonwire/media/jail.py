"""The parent's side: starts the two children, watches the clock and the amount, and believes neither of them.

`decode` reads the upload and hands pixels to `encode` through a pipe of their own; the parent sees only what `encode` sends. When
anything goes wrong both are killed and one sentence is what remains of it.
"""

import io
import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO

from commonwire.media import parcel
from commonwire.media.encode import Made
from commonwire.media.refused import Refused

DECODE_SECONDS = 12.0
ENCODE_SECONDS = 25.0
WAIT_SECONDS = 40.0
MOST_OUTPUT = 200_000_000
AT_ONCE = 2  # pictures being made at the same time in one process: each may take a whole processor and 1 GiB
ROOT = Path(__file__).resolve().parent.parent.parent
# -I: neither the environment nor the working folder can bring a module in; the house itself need not be installed.
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from commonwire.media import {0}; {0}.main()"
DECODER = [sys.executable, "-I", "-c", _START.format("decode"), str(ROOT)]
ENCODER = [sys.executable, "-I", "-c", _START.format("encode"), str(ROOT)]
_TYPES = ("image/jpeg", "image/png", "image/webp")
_places = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True)
class Cleaned:
    width: int
    height: int
    told: list[str]
    renditions: list[Made]


def clean(picture: int, *, size: int, max_side: int) -> Cleaned:
    """The picture behind this descriptor, made again; Refused when it cannot be."""
    if not _places.acquire(timeout=WAIT_SECONDS):
        raise Refused("busy")
    try:
        with _children(picture, size, max_side) as (decoder, encoder):
            content = _collect(decoder, encoder)
    finally:
        _places.release()
    return _opened(content, max_side)


def walls() -> dict[str, bool]:
    """Which walls stand around the decoder on this machine; none when it cannot even start."""
    # Its own interpreter and its own module, nothing of a stranger in the command.
    child = subprocess.run([*DECODER, "walls"], stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=False, env={})  # noqa: S603
    try:
        return {str(name): bool(stands) for name, stands in parcel.receive_header(io.BytesIO(child.stdout)).items()}
    except parcel.Torn:
        return {}


@contextmanager
def _children(picture: int, size: int, max_side: int) -> Iterator[tuple[subprocess.Popen[bytes], subprocess.Popen[bytes]]]:
    decoder = _start([*DECODER, str(max_side), str(size)], picture)
    try:
        encoder = _start([*ENCODER, str(max_side)], _voice(decoder))
    except BaseException:
        _end(decoder)
        raise
    _voice(decoder).close()  # so that the encoder's death reaches the decoder
    try:
        yield decoder, encoder
    finally:
        _end(decoder)
        _end(encoder)


def _start(command: list[str], source: int | IO[bytes]) -> subprocess.Popen[bytes]:
    # Errors go nowhere: a traceback may hold pieces of the picture. The environment stays outside: it may hold secrets.
    quiet, pipe = subprocess.DEVNULL, subprocess.PIPE
    return subprocess.Popen(command, stdin=source, stdout=pipe, stderr=quiet, env={}, cwd="/", start_new_session=True)  # noqa: S603


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
    _voice(child).close()


def _voice(child: subprocess.Popen[bytes]) -> IO[bytes]:
    """What the child says; a child started with a pipe has one, which its type cannot tell."""
    if child.stdout is None:
        raise RuntimeError("the child was started without a pipe")
    return child.stdout


def _collect(decoder: subprocess.Popen[bytes], encoder: subprocess.Popen[bytes]) -> bytes:
    """All that the encoder sends, within the hours and the amount given."""
    started, handle, parts, amount = time.monotonic(), _voice(encoder).fileno(), [], 0
    while True:
        spent = time.monotonic() - started
        if spent > DECODE_SECONDS + ENCODE_SECONDS or (spent > DECODE_SECONDS and decoder.poll() is None):
            raise Refused("too_slow")
        if not select.select([handle], [], [], 0.2)[0]:
            continue
        chunk = os.read(handle, 1 << 20)
        if not chunk:
            break
        amount += len(chunk)
        if amount > MOST_OUTPUT:
            raise Refused("too_heavy")
        parts.append(chunk)
    return b"".join(parts)


def _opened(content: bytes, max_side: int) -> Cleaned:
    """Believe nothing: the encoder's pixels came from the decoder, and the decoder has met a stranger."""
    pipe = io.BytesIO(content)
    try:
        header = parcel.receive_header(pipe)
        if "error" in header:
            raise Refused(str(header["error"]))
        made = [_rendition(pipe, each, max_side) for each in header["renditions"]]
        told = [str(code) for code in header["told"]]
        width, height = int(header["width"]), int(header["height"])
    except (parcel.Torn, KeyError, TypeError, ValueError) as error:
        raise Refused("broken") from error
    if not made or pipe.read(1):
        raise Refused("broken")
    return Cleaned(width, height, told, made)


def _rendition(pipe: BinaryIO, header: dict[str, Any], max_side: int) -> Made:
    width, height, content_type = int(header["width"]), int(header["height"]), str(header["content_type"])
    if content_type not in _TYPES or not (0 < width <= max_side and 0 < height <= max_side):
        raise ValueError
    return Made(width, height, content_type, parcel.receive(pipe, int(header["bytes"])), moving=bool(header["moving"]))
