"""The real thing: `commonwire serve` in a process of its own, on a free port, with its own folder, until the test is done."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, build_opener

from commonwire.environment import VARIABLES
from tests.house.sources import ROOT

SECONDS_TO_START = 60  # a shared machine with two cores; three are usual
SECONDS_TO_STOP = 15
_direct = build_opener(ProxyHandler({}))  # a proxy of the machine must not stand between the test and its own server


class DidNotServe(Exception):
    """The server ended or did not answer in time; holds what it printed."""


@dataclass
class Served:
    url: str
    data_dir: Path
    process: "subprocess.Popen[bytes]"
    log: Path
    environment: dict[str, str] = field(repr=False)

    def printed(self) -> str:
        """Everything the server has printed so far, the one-time sign-in included."""
        return self.log.read_text(errors="replace")

    def command(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run another command of the console on the same folder: `served.command("take-in", "page.txt")`."""
        return subprocess.run(_commonwire(*arguments), env=self.environment, cwd=ROOT, check=False, capture_output=True, text=True)

    def kill(self) -> None:
        """As a power cut of the programs: every process of this server, at once. The folder stays."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ask it to end, as systemd would; AssertionError when it does not."""
        self.process.terminate()
        try:
            self.process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"the server did not stop within {SECONDS_TO_STOP} s of SIGTERM:\n{self.printed()[-2000:]}") from None


@contextmanager
def serving(data_dir: Path, *arguments: str, port: int = 0, **settings: str) -> Iterator[Served]:
    """Serve this folder: `with serving(tmp_path, "--empty", MAX_FILES="2") as served`. Raises DidNotServe."""
    port = port or free_port()
    # Not even a developer's own settings: the same start everywhere.
    inherited = {name: text for name, text in os.environ.items() if name not in {variable.name for variable in VARIABLES}}
    ours = {"DATA_DIR": str(data_dir), "PORT": str(port), "HOST": "127.0.0.1", "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT)}
    environment = {**inherited, **ours, **settings}
    data_dir.mkdir(parents=True, exist_ok=True)
    log = data_dir.with_name(f"{data_dir.name}.{port}.log")
    with log.open("ab") as out:
        command = _commonwire("serve", *arguments)
        process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
        )
    served = Served(f"http://127.0.0.1:{port}", data_dir, process, log, environment)
    try:
        _wait(served)
        yield served
        if process.poll() is None:
            served.stop()
    finally:
        served.kill()


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _commonwire(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "commonwire.ops.command", *arguments]


def _wait(served: Served) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not _answers(served.url):
        if served.process.poll() is not None:
            raise DidNotServe(f"commonwire serve ended with {served.process.returncode}:\n{served.printed()[-3000:]}")
        if time.monotonic() > deadline:
            raise DidNotServe(f"commonwire serve did not answer within {SECONDS_TO_START} s:\n{served.printed()[-3000:]}")
        time.sleep(0.05)


def _answers(url: str) -> bool:
    try:
        with _direct.open(f"{url}/", timeout=5) as answer:
            return bool(answer.status == 200)
    except HTTPError:
        return False  # the reader is up, the front page not baked yet
    except (URLError, OSError):
        return False
