"""`commonwire work`: the one worker. It settles what acts owe and walks the rounds. A kill loses nothing: the row is the job."""

import argparse
import fcntl
import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import FrameType

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import close_old_connections, connections

from commonwire.base.errors import where
from commonwire.ledger import reacting
from commonwire.ledger.settle import settle
from commonwire.press.edition import pay

HELP = "settle what published acts still owe: pages, feeds, hours that have come (one worker a site; `serve` runs it)"
TAKEN = 3
IDLE = 0.2
AFTER_TROUBLE = 1.0
OWED_AT_ONCE = 200
log = logging.getLogger("commonwire.ops.work")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="settle everything that is due and leave")


def run(arguments: argparse.Namespace) -> int:
    with _only_one(Path(settings.DATA_DIR) / "worker.lock") as held:
        if not held:
            print("Another worker is at work on this folder; one is enough.", file=sys.stderr)
            return TAKEN
        worker = Worker()
        if arguments.once:
            worker.settle_all()
        else:
            worker.work_on()
    return 0


class Worker:
    def __init__(self) -> None:
        self._stop = Event()
        self._parent = os.getppid()
        self._next_round: dict[str, float] = {}

    def work_on(self) -> None:
        """Until SIGTERM or SIGINT, or until the process that started us is gone."""
        before = [(number, signal.signal(number, self._told_to_stop)) for number in (signal.SIGTERM, signal.SIGINT)]
        try:
            while not self._stop.is_set() and os.getppid() == self._parent:
                if not self._turn():
                    self._stop.wait(IDLE)
        finally:
            for number, handler in before:
                signal.signal(number, handler)
            connections.close_all()

    def settle_all(self) -> None:
        """Every round once, and everything that is due, also what the rounds made due. Raises what the database raises."""
        self._walk_rounds()
        while settle(self._stop.is_set) or pay(OWED_AT_ONCE):
            pass
        connections.close_all()

    def _turn(self) -> int:
        """One look at what is due; returns how much was done."""
        close_old_connections()
        try:
            self._walk_rounds()
            return settle(self._stop.is_set)
        except DatabaseError:
            log.error("The database is away; trying again")
            connections.close_all()
            self._stop.wait(AFTER_TROUBLE)
            return 0

    def _walk_rounds(self) -> None:
        for name, each in reacting.ROUNDS.items():
            if self._stop.is_set():
                return
            if time.monotonic() < self._next_round.get(name, 0.0):
                continue
            self._next_round[name] = time.monotonic() + each.seconds
            try:
                each.walk()
            except DatabaseError:
                raise
            except Exception as error:  # noqa: BLE001  # a round that fails is written down and walked again; it never ends the worker
                log.error("The round %s failed: %s", name, where(error))

    def _told_to_stop(self, number: int, frame: FrameType | None) -> None:
        self._stop.set()


@contextmanager
def _only_one(path: Path) -> Iterator[bool]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
