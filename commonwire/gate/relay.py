"""What is not on the shelf goes to the application, and its answer comes back; neither is ever held whole.

The first megabyte of a body is collected before the application hears of it, so that a slow sender of a form costs no thread
there; only what is larger streams, under a ticket from the door. The application may answer before it has read everything: then the
rest is read and dropped.
"""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import h11
from granian.rsgi import ProtocolClosed  # type: ignore[attr-defined]  # granian names no __all__

from commonwire.base.headers import headers_for
from commonwire.gate import sentences
from commonwire.gate.app_socket import AppAway, AppSocket, NoAnswer
from commonwire.gate.asking import Asked, Refused, body_limit
from commonwire.gate.body import Body, Giving
from commonwire.gate.door import Door
from commonwire.gate.files import Answering
from commonwire.gate.memory import matches
from commonwire.gate.sentences import Headers

WHOLE = 262_144  # an answer up to this length is sent in one piece
# What belongs to one connection alone, and what the gate says itself.
_NOT_PASSED = frozenset({b"connection", b"keep-alive", b"transfer-encoding", b"upgrade", b"te", b"trailer", b"server", b"date"})


class Stream(Protocol):
    async def send_bytes(self, data: bytes) -> None: ...


class Talking(Answering, Giving, Protocol):
    """Granian's protocol object."""

    def response_stream(self, status: int, headers: Headers) -> Stream: ...


@dataclass(frozen=True)
class Relay:
    socket: Path
    door: Door
    largest: int  # bytes of the largest sending
    uploads_at_once: int
    body_patience: float = 60.0
    answer_patience: float = 180.0

    async def pass_on(self, protocol: Talking, asked: Asked, headers: Headers, address: str) -> None:
        """Take one request to the application and its answer back. Raises Refused, or Left when nobody waits for an answer."""
        limit = body_limit(asked.path, self.largest)
        body = self.body(protocol, asked)
        if asked.length > limit:
            if not asked.waits:
                await body.drop(2 * limit)
            raise Refused(413, sentences.too_large(limit), connection="close")
        first = await body.first()
        if body.is_done:
            await self._exchange(protocol, asked, headers, first, body)
            return
        ticket = self.door.begin_upload(address, self.uploads_at_once)
        if ticket is None:
            await body.drop(limit)
            raise Refused(503, sentences.BUSY, retry_after="60")
        try:
            await self._exchange(protocol, asked, headers, first, body)
        finally:
            self.door.end_upload(ticket)

    def body(self, protocol: Giving, asked: Asked) -> Body:
        return Body(protocol, asked.length, self.body_patience)

    async def _exchange(self, protocol: Talking, asked: Asked, headers: Headers, first: bytes, body: Body) -> None:
        try:
            app = await AppSocket.open(self.socket)
        except AppAway as error:
            await body.drop(self.largest)
            raise Refused(503, sentences.PAUSED, retry_after="5") from error
        try:
            response = await self._ask(app, asked, headers, first, body)
            await _send_back(protocol, asked, response, app)
        except NoAnswer as error:
            raise Refused(503, sentences.UNSURE if asked.method == "POST" else sentences.PAUSED, retry_after="5") from error
        except h11.LocalProtocolError as error:
            raise Refused(400, sentences.BAD_REQUEST) from error
        finally:
            app.close()

    async def _ask(self, app: AppSocket, asked: Asked, headers: Headers, first: bytes, body: Body) -> h11.Response:
        """Send the request and listen at the same time; returns the head of the answer, when the whole body has been read."""
        await app.ask(asked.method, asked.target, headers)
        answering = asyncio.create_task(app.answer())
        answering.add_done_callback(_looked_at)
        try:
            listens = await self._heard(app.send(first), answering) if first else True
            while chunk := await body.next():
                listens = listens and await self._heard(app.send(chunk), answering)
            if listens:
                await self._heard(app.finish(), answering)
            return await asyncio.wait_for(answering, self.answer_patience)
        except TimeoutError as error:
            raise NoAnswer from error
        finally:
            answering.cancel()

    async def _heard(self, sending: Awaitable[None], answering: "asyncio.Task[h11.Response]") -> bool:
        """Whether the application took this piece, and still wants more: not once it has answered, closed, or slept too long."""
        piece = asyncio.ensure_future(sending)
        piece.add_done_callback(_looked_at)
        await asyncio.wait({piece, answering}, timeout=self.answer_patience, return_when=asyncio.FIRST_COMPLETED)
        if not piece.done():
            piece.cancel()
            return False
        return not answering.done() and not isinstance(piece.exception(), OSError)


def _looked_at(task: "asyncio.Future[Any]") -> None:
    """An error that nobody awaits because we have left or heard enough: asyncio shall not write it to the log."""
    if not task.cancelled():
        task.exception()


async def _send_back(protocol: Talking, asked: Asked, response: h11.Response, app: AppSocket) -> None:
    headers = _answer_headers(asked, response)
    length = dict(response.headers).get(b"content-length", b"")
    if _is_known(asked, response):
        protocol.response_empty(304, [(name, value) for name, value in headers if name not in ("content-length", "content-type")])
        return
    if asked.method == "HEAD" or response.status_code in (204, 304):
        protocol.response_empty(response.status_code, headers)
        return
    if response.status_code >= 500 and length == b"0":
        raise Refused(response.status_code, sentences.BROKEN)
    if length.isdigit() and int(length) <= WHOLE:
        whole = b"".join([chunk async for chunk in app.body()])
        protocol.response_bytes(response.status_code, headers, whole)
        return
    stream = protocol.response_stream(response.status_code, headers)
    try:
        async for chunk in app.body():
            await stream.send_bytes(chunk)
    except ProtocolClosed:
        return  # the reader closed the page


def _is_known(asked: Asked, response: h11.Response) -> bool:
    """Whether the asker has this answer already: by the tag that the application gave it, a hash of its content."""
    tag = dict(response.headers).get(b"etag", b"").decode("latin-1")
    return bool(asked.known and tag) and response.status_code == 200 and matches(asked.known, tag)


def _answer_headers(asked: Asked, response: h11.Response) -> Headers:
    """The application's headers and, where it did not say itself, ours. Only the desk may set a cookie."""
    passed = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, value in response.headers
        if name not in _NOT_PASSED and (name != b"set-cookie" or asked.is_desk)
    ]
    said = {name for name, _ in passed}
    return passed + [(name, value) for name, value in headers_for(asked.path).items() if name not in said]
