"""The reader: an RSGI application for granian, one event loop a process. It answers what is on the shelf and relays the rest."""

import asyncio
import multiprocessing
from urllib.parse import quote, urlsplit

from commonwire.base.parent import die_with_parent
from commonwire.base.shelf import Shelf
from commonwire.environment import Environment, read_environment
from commonwire.gate import asking, memory, sentences
from commonwire.gate.asking import MEGABYTE, Asked, Refused, Scope
from commonwire.gate.body import Left
from commonwire.gate.coding import choose
from commonwire.gate.door import Door, address_of
from commonwire.gate.files import send_file
from commonwire.gate.memory import Kept, Memory
from commonwire.gate.relay import Relay, Talking

LARGE = 100_000  # bytes from which a page is read and compressed beside the loop, not in it


class Reader:
    def __init__(self, environment: Environment, *, body_patience: float = 60.0, answer_patience: float = 180.0) -> None:
        self._shelf = Shelf(environment.data_dir)
        self._generation = self._shelf.generation()
        self._memory = Memory()
        self._door = Door(per_hour=environment.sendings_per_hour)
        self._trusted_proxy = environment.trusted_proxy
        self._host = urlsplit(environment.site_url).netloc
        self._relay = Relay(
            environment.data_dir / "app.sock",
            self._door,
            largest=environment.max_post_mb * MEGABYTE,
            uploads_at_once=max(1, environment.web_threads // 2 // environment.readers),
            body_patience=body_patience,
            answer_patience=answer_patience,
        )

    async def __rsgi__(self, scope: Scope, protocol: Talking) -> None:
        try:
            if scope.method in ("GET", "HEAD") and await self._read(scope, protocol):
                return
            await self._pass(scope, protocol)
        except Refused as refused:
            answer = sentences.page(refused.status, refused.sentence, **refused.more)
            if scope.method == "HEAD":
                protocol.response_empty(*answer[:2])
            else:
                protocol.response_bytes(*answer)
        except Left:
            protocol.response_empty(400, [("connection", "close")])

    async def _read(self, scope: Scope, protocol: Talking) -> bool:
        """Answer from the shelf; False when the address is not on it."""
        path = scope.path
        generation = self._shelf.generation()
        if generation != self._generation:
            self._memory.forget()
            self._generation = generation
        coding = choose(scope.headers.get("accept-encoding", ""))
        kept = self._memory.get(path, coding)
        if kept is None:
            return await self._fetch(scope, protocol, path, coding)
        _send_kept(scope, protocol, kept)
        return True

    async def _fetch(self, scope: Scope, protocol: Talking, path: str, coding: str) -> bool:
        if len(path) > asking.MAX_PATH:  # longer than a file's name may be
            return False
        generation = self._generation
        found = self._shelf.find(path)
        if found is None:
            return self._send_on(scope, protocol)
        try:
            if found.status == 200 and path.startswith("/media/"):
                send_file(scope, protocol, found)
                return True
            large = found.file.stat().st_size > LARGE
            kept = await asyncio.to_thread(memory.make, path, found, coding) if large else memory.make(path, found, coding)
        except FileNotFoundError:  # removed since we found it
            return False
        if generation == self._shelf.generation():
            self._memory.keep(path, coding, kept)
        _send_kept(scope, protocol, kept)
        return True

    def _send_on(self, scope: Scope, protocol: Talking) -> bool:
        """To the address with a slash at its end, when that is where the page lies."""
        slashed = f"{scope.path}/"
        if scope.path.endswith("/") or self._shelf.find(slashed) is None:
            return False
        query = f"?{quote(scope.query_string, safe=asking.QUERY_SAFE)}" if scope.query_string else ""
        status, headers, body = sentences.page(301, sentences.moved(slashed), location=slashed + query, cache_control="no-cache")
        if scope.method == "HEAD":
            protocol.response_empty(status, headers)
        else:
            protocol.response_bytes(status, headers, body)
        return True

    async def _pass(self, scope: Scope, protocol: Talking) -> None:
        asked = asking.read(scope)
        address = address_of(scope, trusted_proxy=self._trusted_proxy)
        verdict = self._door.verdict(address, asked.path) if asked.method == "POST" else "ok"
        if verdict == "refuse":
            await self._refuse(protocol, asked)
        headers = asking.passing(scope, asked, host=self._host, verdict=verdict)
        await self._relay.pass_on(protocol, asked, headers, address)

    async def _refuse(self, protocol: Talking, asked: Asked) -> None:
        if not asked.waits:
            await self._relay.body(protocol, asked).drop(MEGABYTE)
        if asked.is_desk or "/receipt/" in asked.path:
            raise Refused(429, sentences.TOO_MANY_TRIES, retry_after="60")
        raise Refused(429, sentences.TOO_MANY, retry_after="3600")


def _send_kept(scope: Scope, protocol: Talking, kept: Kept) -> None:
    if_none_match = scope.headers.get("if-none-match", "")
    if if_none_match and kept.status == 200 and memory.matches(if_none_match, kept.etag):
        protocol.response_empty(304, kept.headers)
    elif scope.method == "HEAD":
        protocol.response_empty(kept.status, kept.headers)
    else:
        protocol.response_bytes(kept.status, kept.headers, kept.body)


def reader() -> Reader:
    """For `granian --factory commonwire.gate.reader:reader`."""
    parent = multiprocessing.parent_process()
    if parent is not None and parent.pid is not None:
        die_with_parent(parent.pid)
    return Reader(read_environment())
