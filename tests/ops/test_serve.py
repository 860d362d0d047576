"""The supervision, by killing: what ends is started again, and nothing outlives the one that started it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

pytestmark = pytest.mark.gate
ROOT = Path(__file__).parent.parent.parent


@dataclass
class Server:
    process: "subprocess.Popen[str]"
    port: int
    data_dir: Path

    def until(self, line: str) -> list[str]:
        """Everything said up to and with the line that has these words."""
        said: list[str] = []
        assert self.process.stdout is not None
        for each in self.process.stdout:
            said.append(each.strip())
            if line in each:
                return said
        pytest.fail(f"the server ended without {line!r}; it said {said}")

    def get(self, path: str) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=3)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, body

    def worker(self) -> int:
        return int((self.data_dir / "worker.pid").read_text())

    def family(self) -> list[int]:
        """Every process below the supervisor, its children's children included."""
        return _below(self.process.pid)


def _below(process: int) -> list[int]:
    children = [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return children + [one for child in children for one in _below(child)]


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _soon(true: Callable[[], object], seconds: float = 8.0) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if true():
                return
        except (OSError, ValueError):
            pass  # not yet there, or being written
        time.sleep(0.05)
    pytest.fail("it did not come about in time")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(data_dir: Path, *arguments: str, **settings: str) -> Iterator[Server]:
    port = int(settings.get("PORT") or _free_port()) if settings.get("PORT", "1").isdigit() else 0
    environment = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "DATABASE_URL")}
    environment |= {"PYTHONPATH": str(ROOT), "DATA_DIR": str(data_dir), "PORT": str(port), **settings}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ops.served", *arguments],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Server(process, port, data_dir)
    finally:
        process.terminate()
        process.wait(10)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("served")) as running:
        assert running.until("Press Ctrl-C")[:2] == ["prepared, example=True", f"Commonwire is at http://127.0.0.1:{running.port}"]
        _soon(running.worker)
        yield running


def test_the_application_answers_politely(server: Server) -> None:
    status, body = server.get("/search/")
    assert (status, body.split()[1]) == (200, "5")  # nice 5: readers go first
    assert (server.data_dir / "app.sock").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["The worker", "The application", "The readers"])
def test_what_is_killed_is_started_again(server: Server, name: str) -> None:
    old = server.worker()
    if name == "The worker":
        os.kill(old, signal.SIGKILL)
        _soon(lambda: server.worker() != old)
        assert _lives(server.worker())
    else:
        kind = {"The application": "wsgi", "The readers": "rsgi"}[name]
        leader = next(each for each in server.family() if f"\0{kind}\0" in Path(f"/proc/{each}/cmdline").read_text())
        family = [leader, *_below(leader)]
        os.kill(leader, signal.SIGKILL)
        _soon(lambda: not any(_lives(each) for each in family))
    server.until(f"{name} ended (by SIGKILL); starting it again.")
    _soon(lambda: server.get("/search/")[0] == 200)


def test_one_reader_that_dies_is_started_again(server: Server) -> None:
    leader = next(each for each in server.family() if "\0rsgi\0" in Path(f"/proc/{each}/cmdline").read_text())
    old = set(_below(leader))
    for reader in old:
        os.kill(reader, signal.SIGKILL)
    _soon(lambda: set(_below(leader)) - old and server.get("/search/")[0] == 200)


def test_a_second_server_on_the_folder_is_told(server: Server) -> None:
    with serving(server.data_dir) as second:
        assert second.process.wait(10) == 2
        assert second.process.stdout is not None
        assert "is served already" in second.process.stdout.read()


def test_a_taken_port_is_said(server: Server, tmp_path: Path) -> None:
    with serving(tmp_path, PORT=str(server.port)) as second:
        assert second.process.wait(10) == 2
        assert second.process.stdout is not None
        assert second.process.stdout.read() == (
            f"Port {server.port} is taken by another program. Give another one, such as PORT={server.port + 1}.\n"
        )


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"PORT": "eighty"}, "PORT is 'eighty'"),
        ({"READERS": "0"}, "READERS is '0'"),
        ({"HOST": "192.0.2.1"}, "cannot listen on 192.0.2.1"),
        ({"DATA_DIR": "/proc/none"}, "cannot be written"),
        ({"DATA_DIR": "/tmp/" + "a" * 110}, "too long a name"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_starts(tmp_path: Path, settings: dict[str, str], words: str) -> None:
    with serving(tmp_path, **settings) as refused:
        assert refused.process.wait(10) == 2
        assert refused.process.stdout is not None
        said = refused.process.stdout.read()
    assert words in said
    assert said.count("\n") == 1
    assert "prepared" not in said


def test_a_preparation_that_fails_ends_it(tmp_path: Path) -> None:
    with serving(tmp_path, SETUP_ENDS_WITH="7") as server:
        assert server.process.wait(10) == 7
        assert not (tmp_path / "worker.pid").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_all_stop_within_five_seconds(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path, "--empty", READERS="2") as server:
        assert server.until("Press Ctrl-C")[0] == "prepared, example=False"
        family = server.family()
        assert len(family) >= 6  # two leaders, two readers, the application, the worker
        with socket.create_connection(("127.0.0.1", server.port)) as idle:
            idle.sendall(b"POST /publish/ HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n")  # somebody is still sending
            server.process.send_signal(number)
            assert server.process.wait(5) == 0
        assert [each for each in family if _lives(each)] == []


def test_nothing_outlives_a_killed_supervisor(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.until("Press Ctrl-C")
        family = server.family()
        server.process.kill()
        _soon(lambda: not any(_lives(each) for each in family), 6)
    with serving(tmp_path, PORT=str(server.port)) as again:
        again.until("Press Ctrl-C")
        assert again.get("/search/")[0] == 200
