"""One request to the application over its unix socket, spoken with h11.

Plain non-blocking sockets instead of asyncio's streams: when the application answers and closes before it has read everything, a
stream's failed write would throw the waiting answer away; here it is still read.
"""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import h11

CHUNK = 65_536


class AppAway(Exception):
    """Nobody listens at the socket: the request has not reached the application."""


class NoAnswer(Exception):
    """The application took the request and was gone before it answered whole."""


class AppSocket:
    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._loop = asyncio.get_running_loop()
        self._http = h11.Connection(h11.CLIENT)

    @classmethod
    async def open(cls, path: Path) -> "AppSocket":
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.setblocking(False)
        try:
            await asyncio.get_running_loop().sock_connect(connection, str(path))
        except OSError as error:
            connection.close()
            raise AppAway from error
        return cls(connection)

    async def ask(self, method: str, target: str, headers: list[tuple[str, str]]) -> None:
        fields = [(name.encode(), value.encode("latin-1")) for name, value in headers]
        try:
            await self._send(h11.Request(method=method, target=target, headers=fields))
        except OSError as error:
            raise NoAnswer from error

    async def send(self, chunk: bytes) -> None:
        """Send a piece of the body; OSError when the application reads no further."""
        await self._send(h11.Data(data=chunk))

    async def finish(self) -> None:
        await self._send(h11.EndOfMessage())

    async def answer(self) -> h11.Response:
        event = await self._next()
        while isinstance(event, h11.InformationalResponse):
            event = await self._next()
        if not isinstance(event, h11.Response):
            raise NoAnswer
        return event

    async def body(self) -> AsyncIterator[bytes]:
        while not isinstance(event := await self._next(), h11.EndOfMessage):
            if not isinstance(event, h11.Data):
                raise NoAnswer
            yield bytes(event.data)

    def close(self) -> None:
        self._socket.close()

    async def _send(self, event: h11.Event) -> None:
        if data := self._http.send(event):
            await self._loop.sock_sendall(self._socket, data)

    async def _next(self) -> h11.Event:
        try:
            while not isinstance(event := self._http.next_event(), h11.Event):
                if event is h11.PAUSED:
                    raise NoAnswer
                self._http.receive_data(await self._loop.sock_recv(self._socket, CHUNK))
        except (OSError, h11.RemoteProtocolError) as error:
            raise NoAnswer from error
        return event
