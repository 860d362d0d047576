"""Walks every segment of a finished picture and refuses whatever is not pixels. Pure; the last look before a file is stored.

The lists say what may be there, not what may not: an unknown segment is a stray one.
"""

from collections.abc import Callable, Iterator

# Start, JFIF's own header, tables, frame, scan, end. Restart markers (D0 to D7) stand inside a scan.
_JPEG = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xDA, 0xE0}
_PNG = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_WEBP = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"}
_WEBP_FRAME = {b"VP8 ", b"VP8L", b"ALPH"}
_WEBP_FLAGS = 0b0001_0010  # alpha and animation; not ICC, EXIF or XMP


class Stray(Exception):
    """Something other than pixels is in the file; the message names the segment, never its content."""


def scan(content: bytes, content_type: str) -> None:
    walk = _WALKS.get(content_type)
    if walk is None:
        raise Stray(f"nothing is known of {content_type}")
    try:
        walk(content)
    except IndexError as error:
        raise Stray("ends in the middle") from error


def _jpeg(content: bytes) -> None:
    _must(content[:2] == b"\xff\xd8", "no start")
    at = 2
    while content[at : at + 2] != b"\xff\xd9":
        _must(content[at] == 0xFF, "bytes between segments")
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        _must(marker in _JPEG, f"segment {marker:02X}")
        if marker == 0xE0:
            _must(length == 16 and content[at + 4 : at + 9] == b"JFIF\x00" and content[at + 16 : at + 18] == b"\x00\x00", "APP0")
        at += 2 + length
        if marker == 0xDA:
            at = _past_scan(content, at)
    _must(at + 2 == len(content), "bytes after the end")


def _past_scan(content: bytes, at: int) -> int:
    """Where the next marker stands: in coded pixels FF is followed by 00 or by a restart."""
    while True:
        at = content.find(b"\xff", at)
        _must(at != -1, "no end")
        if content[at + 1] != 0x00 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2


def _png(content: bytes) -> None:
    _must(content[:8] == b"\x89PNG\r\n\x1a\n", "no start")
    at, name = 8, b""
    while name != b"IEND":
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        _must(name in _PNG, f"chunk {name!r}")
        at += 12 + length
    _must(length == 0 and at == len(content), "bytes after the end")


def _webp(content: bytes) -> None:
    _must(content[:4] == b"RIFF" and content[8:12] == b"WEBP", "no start")
    _must(int.from_bytes(content[4:8], "little") + 8 == len(content), "bytes after the end")
    for name, body in _chunks(content[12:]):
        _must(name in _WEBP, f"chunk {name!r}")
        if name == b"VP8X":
            _must(body[0] & ~_WEBP_FLAGS == 0, "VP8X tells of more than pixels")
        if name == b"ANMF":
            for inner, _body in _chunks(body[16:]):
                _must(inner in _WEBP_FRAME, f"chunk {inner!r} in a frame")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(content):
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        _must(at + 8 + length <= len(content), "ends in the middle")
        yield name, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Stray(otherwise)


_WALKS: dict[str, Callable[[bytes], None]] = {"image/jpeg": _jpeg, "image/png": _png, "image/webp": _webp}
