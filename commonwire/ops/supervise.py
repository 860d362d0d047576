"""Keeps a few programs running: starts again what ends, and takes all of them along when it is told to stop or is killed."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from types import FrameType

from commonwire.base.parent import die_with_parent

LOOK = 0.1  # seconds between two looks at the children
LONGEST_PAUSE = 5.0
STEADY = 10.0  # who ran this long starts anew without a pause
GRACE = 4.0  # seconds for an orderly end, of the five promised
Say = Callable[[str], None]


@dataclass(frozen=True)
class Program:
    name: str
    command: Sequence[str]
    nice: int = 0
    leaves: Path | None = None  # a file that a killed one leaves behind, and that the next stumbles over


@dataclass
class _Child:
    program: Program
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    start_at: float = 0.0
    pause: float = field(default=0.0)


def start(command: Sequence[str], environment: Mapping[str, str], nice: int = 0) -> "subprocess.Popen[bytes]":
    """Start a process that ends with this one and writes no core. Ctrl-C does not reach it: who started it stops it in order."""
    parent = os.getpid()

    def before_start() -> None:
        die_with_parent(parent, signal.SIGTERM)
        os.nice(nice)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no memory of a request is ever written to a disk
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))

    return subprocess.Popen(  # noqa: S603  # our own commands
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=before_start,  # noqa: PLW1509  # safe: this process has one thread
    )


class Supervisor:
    def __init__(self, programs: Sequence[Program], environment: Mapping[str, str], say: Say) -> None:
        self._children = [_Child(program) for program in programs]
        self._environment = dict(environment)
        self._say = say
        self._stop = Event()

    def run(self, started: Callable[[], bool], on_started: Callable[[], None]) -> int:
        """Until SIGTERM or SIGINT. `started` is asked until it says yes; then `on_started` is called once."""
        before = [(number, signal.signal(number, self._told_to_stop)) for number in (signal.SIGTERM, signal.SIGINT)]
        waiting = True
        try:
            while not self._stop.is_set():
                for child in self._children:
                    self._look_at(child)
                if waiting and started():
                    waiting = False
                    on_started()
                self._stop.wait(LOOK)
        finally:
            self._end_all()
            for number, handler in before:
                signal.signal(number, handler)
        return 0

    def _told_to_stop(self, number: int, frame: FrameType | None) -> None:
        self._stop.set()

    def _look_at(self, child: _Child) -> None:
        now = time.monotonic()
        if child.process is None:
            if now >= child.start_at:
                self._start(child)
            return
        code = child.process.poll()
        if code is None:
            return
        _signal_group(child.process.pid, signal.SIGKILL)  # whatever of it is left holds a port or a lock
        child.process = None
        child.pause = 0.2 if now - child.started > STEADY else min(max(0.2, child.pause * 2), LONGEST_PAUSE)
        child.start_at = now + child.pause
        self._say(f"{child.program.name} ended ({_how(code)}); starting it again.")

    def _start(self, child: _Child) -> None:
        if child.program.leaves is not None:
            child.program.leaves.unlink(missing_ok=True)
        child.started = time.monotonic()
        child.process = start(child.program.command, self._environment, child.program.nice)

    def _end_all(self) -> None:
        running = [child.process for child in self._children if child.process is not None]
        for process in running:
            process.terminate()
        until = time.monotonic() + GRACE
        for process in running:
            try:
                process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._say("A process did not stop in time and was ended. Nothing that was answered is lost.")
            _signal_group(process.pid, signal.SIGKILL)
            process.wait()


def _signal_group(leader: int, number: signal.Signals) -> None:
    try:
        os.killpg(leader, number)
    except ProcessLookupError:
        return


def _how(code: int) -> str:
    return f"by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def python(*arguments: str) -> list[str]:
    return [sys.executable, "-m", *arguments]
