"""What a real server on this machine answers: in time, small enough, whole, and from who it says it is.

The address of this machine is reached only because these tests hand their own table to the inner class; no setting does.
"""

import datetime
import gzip
import os
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from socket import create_connection, socket
from socketserver import StreamRequestHandler, ThreadingTCPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from commonwire.base.fetch import Known, Refused, Unreachable
from commonwire.base.fetch.follow import Fetched, Fetcher

NAME = "calendar.example.org"
asked: list[str] = []


def _chunked(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


ANSWERS: dict[str, bytes] = {
    "/plain": b'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: "one"\r\nContent-Type: text/calendar\r\n\r\nhello',
    "/same": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "/open": b"HTTP/1.0 200 OK\r\n\r\nuntil it closes",
    "/chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + _chunked(b"hel", b"lo", b""),
    "/gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"hello" * 20),
    "/bomb": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(50_000_000)),
    "/large": b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 300_000,
    "/headers": b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (number, b"y" * 60_000) for number in range(90)) + b"\r\n",
    "/short": b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello",
    "/short-gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(os.urandom(500))[:200],
    "/short-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhel",
    "/no-gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhello",
    "/brotli": b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nhello",
    "/partly": b"HTTP/1.1 206 Partial Content\r\n\r\nhello",
    "/gone": b"HTTP/1.1 410 Gone\r\n\r\n",
    "/noise": b"\x00\xff\r\n\r\n",
    "/nothing": b"",
    "/waits": b"HTTP/1.1 100 Continue\r\n\r\n" * 20_000,
    "/moved": b"HTTP/1.1 301 Moved\r\nLocation: plain\r\nSet-Cookie: a=b\r\n\r\n",
    "/down": f"HTTP/1.1 301 Moved\r\nLocation: http://{NAME}/plain\r\n\r\n".encode(),
    "/inside": b"HTTP/1.1 301 Moved\r\nLocation: https://inside.example.org/\r\n\r\n",
}


class Answering(StreamRequestHandler):
    def handle(self) -> None:
        head = b""
        while line := self.rfile.readline().rstrip(b"\r\n"):
            head += line + b"\n"
        asked.append(head.decode())
        path = head.split(b" ")[1].decode() if head else ""
        try:
            self.wfile.write(ANSWERS.get(path, b""))
            for _second in range(40 if path == "/drips" else 0):
                self.wfile.write(b"H")
                time.sleep(0.05)
        except OSError:
            return  # they hung up, as they should


class Server(ThreadingTCPServer):
    daemon_threads = True
    context: ssl.SSLContext | None = None

    def get_request(self) -> tuple[socket, object]:
        connection, address = super().get_request()
        return (self.context.wrap_socket(connection, server_side=True) if self.context else connection), address

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[int]:
    with Server(("127.0.0.1", 0), Answering) as server:
        server.context = context
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def _to(port: int, address: str, _port: int, seconds: float) -> socket:
    return create_connection((address, port), timeout=seconds)


def _resolve(name: str, _seconds: float) -> list[str]:
    return ["192.168.7.7"] if name.startswith("inside") else ["127.0.0.1"]


def _fetcher(port: int, context: ssl.SSLContext | None = None) -> Fetcher:
    return Fetcher(resolve=_resolve, may=lambda address: address == "127.0.0.1", through=partial(_to, port), context=context)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serving() as port:
        yield port


def _get(port: int, path: str, known: Known | None = None, seconds: float = 5) -> Fetched:
    asked.clear()
    return _fetcher(port).fetch(f"http://{NAME}{path}", most_bytes=1000, seconds=seconds, plain_http=True, known=known)


def test_an_answer_is_read_whole(port: int) -> None:
    assert _get(port, "/plain") == Fetched(200, f"http://{NAME}/plain", b"hello", "text/calendar", '"one"')
    assert [_get(port, path).content for path in ("/open", "/chunked", "/gzip")] == [b"until it closes", b"hello", b"hello" * 20]


def test_it_says_nothing_of_who_asks(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert _get(port, "/moved").content == b"hello"
    common = f"HTTP/1.1\nHost: {NAME}\nUser-Agent: Commonwire\nAccept: */*\nAccept-Encoding: gzip\nConnection: close\n"
    assert asked == [f"GET /moved {common}", f"GET /plain {common}"]


def test_what_is_known_is_not_sent_again(port: int) -> None:
    assert _get(port, "/same", Known('"one"')).status == 304
    assert 'If-None-Match: "one"' in asked[0]
    with pytest.raises(Unreachable, match="status 304"):
        _get(port, "/same", Known('"o\r\nX-Injected: 1"'))
    assert "Injected" not in asked[0]


@pytest.mark.parametrize("path", ["/large", "/bomb", "/headers"])
def test_what_is_too_large_is_not_read_to_its_end(port: int, path: str) -> None:
    with pytest.raises((Refused, Unreachable)) as trouble:
        _get(port, path)
    assert str(trouble.value) in ("What is there is too large.", f"The answer of {NAME} could not be read.")


@pytest.mark.parametrize("path", ["/short", "/short-gzip", "/short-chunk", "/no-gzip", "/partly", "/gone", "/noise", "/nothing", "/waits"])
def test_what_is_broken_is_no_content(port: int, path: str) -> None:
    with pytest.raises((Unreachable, Refused)):
        _get(port, path)


def test_a_status_is_said(port: int) -> None:
    with pytest.raises(Unreachable, match=f"{NAME} answered with status 410") as trouble:
        _get(port, "/gone")
    assert trouble.value.status == 410
    with pytest.raises(Refused, match="packed"):
        _get(port, "/brotli")


def test_a_server_that_drips_is_left_in_time(port: int) -> None:
    began = time.monotonic()
    with pytest.raises(Unreachable, match="too long"):
        _get(port, "/drips", seconds=0.4)
    assert time.monotonic() - began < 1


def test_nobody_there_is_said(port: int) -> None:
    with pytest.raises(Unreachable, match="No connection"):
        _get(1, "/plain")


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of NAME alone, with its key, in one file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    today = datetime.datetime(2026, 1, 1)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(today - datetime.timedelta(9000)).not_valid_after(today + datetime.timedelta(9000))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
    certificate = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(key, hashes.SHA256())
    formats = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + key.private_bytes(*formats))
    return path


@pytest.fixture(scope="module")
def secure_port(certified: Path) -> Iterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certified)
    with serving(context) as port:
        yield port


def test_a_secure_site_proves_its_name(secure_port: int, certified: Path) -> None:
    fetcher = _fetcher(secure_port, ssl.create_default_context(cafile=str(certified)))
    assert fetcher.fetch(f"https://{NAME}/plain", most_bytes=10).content == b"hello"
    with pytest.raises(Unreachable, match=r"other\.example\.org could not prove"):
        fetcher.fetch("https://other.example.org/plain", most_bytes=10)
    with pytest.raises(Refused, match="https://"):
        fetcher.fetch(f"https://{NAME}/down", most_bytes=10)
    with pytest.raises(Refused, match="own network"):
        fetcher.fetch(f"https://{NAME}/inside", most_bytes=10)


def test_a_site_nobody_vouches_for_is_refused(secure_port: int) -> None:
    with pytest.raises(Unreachable, match="could not prove"):
        _fetcher(secure_port).fetch(f"https://{NAME}/plain", most_bytes=10)
