"""What two processes hand each other over a pipe: the length of a JSON header, the header, and the bytes it speaks of."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

LONGEST_HEADER = 200_000


class Torn(Exception):
    """The other side stopped in the middle of its sentence."""


def send(pipe: BinaryIO, header: dict[str, Any], bodies: Iterable[bytes] = ()) -> None:
    line = json.dumps(header).encode()
    pipe.write(len(line).to_bytes(4, "big") + line)
    for body in bodies:
        pipe.write(body)
    pipe.flush()


def receive_header(pipe: BinaryIO) -> dict[str, Any]:
    length = int.from_bytes(receive(pipe, 4), "big")
    if length > LONGEST_HEADER:
        raise Torn
    try:
        header = json.loads(receive(pipe, length))
    except ValueError as error:
        raise Torn from error
    if not isinstance(header, dict):
        raise Torn
    return header


def receive(pipe: BinaryIO, size: int) -> bytes:
    """Exactly so many bytes, or Torn."""
    content = pipe.read(size)
    if len(content) != size:
        raise Torn
    return content
