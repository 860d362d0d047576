"""What stands behind the gate in these tests: an HTTP server on the unix socket that notes the very bytes it was sent."""

import json
import threading
import time
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingMixIn, UnixStreamServer
from typing import Any

MANY = 30_000_000


@dataclass
class Seen:
    line: str
    headers: list[tuple[str, str]]
    body: str  # its hash
    length: int


@dataclass
class Notes:
    seen: list[Seen] = field(default_factory=list)

    def last(self) -> Seen:
        return self.seen[-1]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Application"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/large/":
            self._stream()
        elif path == "/sleeps/":
            time.sleep(4)
        elif path == "/breaks/":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\nhalf")
        elif path == "/nonsense/":
            self.wfile.write(b"what?\r\n\r\n")
        elif path == "/cookie/" or path.startswith("/desk/"):
            self._say(200, {"Set-Cookie": "session=1; Path=/desk/", "Content-Security-Policy": "default-src 'none'; img-src 'self'"})
        elif path == "/broken/":
            self.wfile.write(b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")
        elif path == "/filter/calendar.ics":
            self._say(200, {"ETag": '"known"', "Content-Type": "text/calendar"})
        elif path == "/none/":
            self._say(204, {})
        else:
            self._say(404 if path == "/nowhere/" else 200, {})
        self.close_connection = True

    do_HEAD = do_GET

    def do_POST(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/publish/early/":
            self._say(403, {})
        elif path == "/gone-before-answer/":
            self._note()
        else:
            self._note()
            self._say(200, {})
        self.close_connection = True

    def _note(self) -> None:
        left, digest, length = int(self.headers.get("Content-Length", "0")), sha256(), 0
        while left > 0 and (piece := self.rfile.read(min(left, 65_536))):
            digest.update(piece)
            left -= len(piece)
            length += len(piece)
        self.server.notes.seen.append(Seen(self.requestline, self.headers.items(), digest.hexdigest(), length))

    def _say(self, status: int, headers: dict[str, str]) -> None:
        if self.command != "POST":
            self._note()
        body = b"" if status == 204 else json.dumps({"path": self.path}).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(MANY // 1_000_000):
            self.wfile.write(b"%x\r\n%b\r\n" % (1_000_000, b"x" * 1_000_000))
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, format: str, *args: Any) -> None:
        return


class Application(ThreadingMixIn, UnixStreamServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), _Handler)
        self.notes = Notes()
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def get_request(self) -> Any:
        connection, _ = super().get_request()
        return connection, ("", 0)  # BaseHTTPRequestHandler wants an address

    def handle_error(self, request: Any, client_address: Any) -> None:
        return  # a gate that hangs up in the middle is what some tests are about
