"""One gate for all tests of this folder: two reader processes on a free port, and an application of ours on the unix socket."""

import itertools
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

import pytest

from commonwire.base.shelf import Shelf
from tests.gate.application import Application, Notes

ROOT = Path(__file__).parent.parent.parent
SITE_URL = "https://wire.example.org"
Fields = Mapping[str, str]
_NONE: Fields = {}
_NETWORKS = itertools.count(2)


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Gate:
    port: int
    data_dir: Path
    notes: Notes
    process: "subprocess.Popen[bytes]"
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.data_dir)

    def ask(self, method: str, target: str, *, body: bytes | None = None, network: str = "127.0.0.1", fields: Fields = _NONE) -> Answer:
        """One request on a connection of its own; the names of header fields are written with _ for -."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10, source_address=(network, 0))
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        connection.putrequest(method, target, skip_host="host" in named, skip_accept_encoding=True)
        for name, value in named.items():
            connection.putheader(name, value)
        if body is not None and "Content-Length" not in named:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        response = connection.getresponse()
        answer = Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
        connection.close()
        return answer

    def get(self, target: str, **headers: str) -> Answer:
        return self.ask("GET", target, fields=headers)

    def raw(self, data: bytes, *, timeout: float = 10) -> bytes:
        """Send these very bytes; everything that comes back until the gate closes or is silent."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            connection.sendall(data)
            return _everything(connection)


def _everything(connection: socket.socket) -> bytes:
    received = b""
    try:
        while piece := connection.recv(65_536):
            received += piece
            head, found, body = received.partition(b"\r\n\r\n")
            if found and f"content-length: {len(body)}".encode() in head:
                return received
    except TimeoutError:
        pytest.fail(f"the gate fell silent after {received[-200:]!r}")
    return received


def new_network() -> str:
    """An address nobody has sent from yet, so that tests do not share a bucket."""
    number = next(_NETWORKS)
    return f"127.7.{number // 250}.{number % 250 + 1}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gate]:
    folder, port = tmp_path_factory.mktemp("gate"), free_port()
    application = Application(folder / "app.sock")
    settings = {
        "DATA_DIR": str(folder),
        "SITE_URL": SITE_URL,
        "SENDINGS_PER_HOUR": "3",
        "MAX_POST_MB": "40",
    }
    command = [sys.executable, "-m", "granian", "--interface", "rsgi", "--factory", "--no-ws", "--http", "1", "--workers", "2"]
    command += ["--http1-buffer-size", "131072", "--workers-kill-timeout", "1", "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "gate.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "tests.gate.quick:reader"],
            env={**os.environ, **settings, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(port, process)
        yield Gate(port, folder, application.notes, process)
    finally:
        process.terminate()
        process.wait(10)
        application.shutdown()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 15
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail("the gate did not start")
