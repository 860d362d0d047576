"""Requests that no browser makes get a 4xx, with a sentence wherever the server lets us speak: never a 500, never silence."""

import re
import socket

import pytest

from tests.gate.conftest import Gate

pytestmark = pytest.mark.gate

REST = b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"


@pytest.mark.parametrize(
    ("line", "status", "words"),
    [
        (b"GET /%ff%fe", 400, b"form that no browser sends"),
        (b"GET /caf%e9/", 400, b"form that no browser sends"),
        (b"GET /a%00b", 400, b"form that no browser sends"),
        (b"GET /a%0d%0aSet-Cookie:%20x", 400, b"form that no browser sends"),
        (b"GET /a%1b[31m", 400, b"form that no browser sends"),
        (b"GET /a%E2%80%AEb", 400, b"form that no browser sends"),
        (b"GET /a%5cb", 400, b"form that no browser sends"),
        (b"GET /a//b", 400, b"form that no browser sends"),
        (b"GET /./desk/", 400, b"form that no browser sends"),
        (b"GET /desk/%2e%2e/publish/", 400, b"form that no browser sends"),
        (b"GET /" + b"a" * 1_001, 414, b"too long"),
        (b"GET /" + b"%C3%A9" * 5_000, 414, b"too long"),
        (b"GET /?" + b"a" * 4_001, 414, b"too long"),
        (b"GET /" + b"a/" * 30_000, 414, b"too long"),
        (b"BREW /coffee", 405, b"understands reading"),
        (b"TRACE /", 405, b"understands reading"),
        (b"OPTIONS *", 405, b"understands reading"),
        (b"CONNECT wire.example.org:443", 405, b""),
        (b"PROPFIND /", 405, b"understands reading"),
        (b"DELETE /2026/", 405, b"understands reading"),
        # What follows the server's own parser refuses, before we could speak.
        (b"G(T /", 400, b""),
        (b"GET /\x00", 400, b""),
        (b"GET /\x7f", 400, b""),
        (b"GET /\xff\xfe", 400, b""),
        (b"GET  / ", 400, b""),
        (b"GET nonsense", 400, b""),
        (b"GET /" + b"a" * 70_000, 414, b""),
    ],
)
def test_odd_lines(gate: Gate, line: bytes, status: int, words: bytes) -> None:
    answer = gate.raw(line + REST + b"\r\n")
    assert answer.startswith(b"HTTP/1.1 %d " % status)
    assert words in answer


@pytest.mark.parametrize(
    "fields",
    [
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
        b"Content-Length: -5\r\n",
        b"Content-Length: 5, 5\r\n",
        b"Content-Length: 0x5\r\n",
        b"Content-Length: 99999999999999999999999999\r\n",
        b"Transfer-Encoding: gzip\r\n",
        b"Transfer-Encoding: chunked, identity\r\n",
        b"X : space before the colon\r\n",
        b" folded: line\r\n",
        b"X: a\x00b\r\n",
        b"".join(b"X-%d: a\r\n" % number for number in range(300)),
        b"Content-Length: 5000000\r\n",
    ],
)
def test_odd_fields(gate: Gate, fields: bytes) -> None:
    answer = gate.raw(b"POST /comment/" + REST + fields + b"\r\nhello")
    assert re.match(rb"HTTP/1\.1 4\d\d ", answer)


@pytest.mark.parametrize(
    "fields",
    [
        b"Cookie: \xff\xfe\r\nX: \xc3\xa9\r\n",
        b"Cookie: a=1\r\nCookie: b=2\r\n",
        b"Accept-Encoding: " + b"gzip;q=1," * 5_000 + b"\r\n",
        b"Accept-Encoding: \xff\r\n",
        b"If-None-Match: " + b'"x",' * 10_000 + b"\r\n",
        b"Range: bytes=" + b"0-1," * 10_000 + b"\r\n",
        b"X-Forwarded-For: " + b"1.2.3.4," * 9_000 + b"\r\n",
        b"Content-Type: multipart/form-data; boundary=" + b"x" * 10_000 + b"\r\n",
        b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        b"Upgrade: h2c\r\n",
        b"Content-Length: 5\r\n",
    ],
)
@pytest.mark.parametrize("path", [b"/calm/", b"/desk/queue/", b"/media/ab/calm.mp3"])
def test_odd_but_harmless_fields(gate: Gate, path: bytes, fields: bytes) -> None:
    gate.shelf.put("/calm/", b"<p>calm</p>")
    gate.shelf.put("/media/ab/calm.mp3", b"calm")
    assert gate.raw(b"GET " + path + REST + fields + b"\r\nhello").startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"GET", b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/9.9\r\n\r\n", b"{}\n\n"])
def test_no_http_at_all(gate: Gate, data: bytes) -> None:
    """Whatever it is, the next reader is served."""
    with socket.create_connection(("127.0.0.1", gate.port)) as connection:
        connection.sendall(data)
    assert gate.get("/search/").status == 200


def test_a_huge_field(gate: Gate) -> None:
    answer = gate.raw(b"GET /search/" + REST + b"X: " + b"a" * 200_000 + b"\r\n\r\n")
    assert re.match(rb"HTTP/1\.1 (?:200|431) ", answer)  # the buffer's end depends on how the bytes come in


def test_a_sentence_is_a_whole_page(gate: Gate) -> None:
    page = gate.ask("DELETE", "/").text
    for part in ('<html lang="en">', "<title>Method Not Allowed</title>", "<h1>Method Not Allowed</h1>", '<a href="/">'):
        assert part in page
    assert gate.ask("DELETE", "/").headers["allow"] == "GET, HEAD, POST"


def test_old_http(gate: Gate) -> None:
    assert gate.raw(b"GET /search/ HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 200 ")
