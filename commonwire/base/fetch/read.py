"""The content of an answer: never more bytes than asked for, also not when few bytes unpack into many."""

import zlib
from collections.abc import Iterator
from http.client import HTTPResponse

from django.utils.translation import gettext as _

from commonwire.base.fetch.trouble import Refused, Unreachable

PIECE = 64 * 1024
_GZIP = 31  # zlib's word for: the largest window, in a gzip wrapping


def content_of(answer: HTTPResponse, most_bytes: int) -> bytes:
    coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if coding == "identity":
        return _plain(answer, most_bytes)
    if coding in ("gzip", "x-gzip"):
        return _unpacked(answer, most_bytes)
    raise Refused(_("What is there is packed in a way that nobody asked for."))


def _pieces(answer: HTTPResponse) -> Iterator[bytes]:
    while piece := answer.read1(PIECE):
        yield piece
    if answer.length:  # said beforehand, and not all of it came
        raise Unreachable(_("The answer broke off in the middle."))


def _plain(answer: HTTPResponse, most_bytes: int) -> bytes:
    content = bytearray()
    for piece in _pieces(answer):
        content += piece
        _not_beyond(content, most_bytes)
    return bytes(content)


def _unpacked(answer: HTTPResponse, most_bytes: int) -> bytes:
    content, unpacking = bytearray(), zlib.decompressobj(_GZIP)
    for piece in _pieces(answer):
        while piece and not unpacking.eof:
            content += unpacking.decompress(piece, PIECE)
            _not_beyond(content, most_bytes)
            piece = unpacking.unconsumed_tail
    content += unpacking.flush(PIECE)
    _not_beyond(content, most_bytes)
    if not unpacking.eof:
        raise Unreachable(_("The answer broke off in the middle."))
    return bytes(content)


def _not_beyond(content: bytearray, most_bytes: int) -> None:
    if len(content) > most_bytes:
        raise Refused(_("What is there is too large."))
