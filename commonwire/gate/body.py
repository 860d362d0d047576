"""The body of one sending, as it comes in from the network."""

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

from commonwire.gate import sentences
from commonwire.gate.asking import MEGABYTE, Refused

FIRST = MEGABYTE
SLOWEST = 1_000  # bytes a second; the worst telephone line is three times as fast


class Giving(Protocol):
    """The half of granian's protocol object that gives the body."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...


class Left(Exception):
    """The asker went away in the middle of a sending: there is nobody to answer, and half a sending is none."""


class Body:
    """Read with patience, but not with any; counted against the length it promised."""

    def __init__(self, protocol: Giving, length: int, patience: float) -> None:
        self._chunks = aiter(protocol)
        self._left = length
        self._patience = patience
        self._began = asyncio.get_running_loop().time()
        self._read = 0

    async def next(self) -> bytes:
        """The next piece, empty at the end. Raises Refused(408) when nothing comes for too long, Left when it ends too early."""
        while self._left > 0:
            try:
                chunk = await asyncio.wait_for(anext(self._chunks), self._patience)
            except TimeoutError as error:
                raise Refused(408, sentences.TOO_SLOW, connection="close") from error
            except StopAsyncIteration as error:
                raise Left from error
            self._left -= len(chunk)
            self._read += len(chunk)
            if self._is_too_slow():
                raise Refused(408, sentences.TOO_SLOW, connection="close")
            if chunk:
                return chunk
        return b""

    def _is_too_slow(self) -> bool:
        """Whether, beyond the first patience, it comes by drops: a few such senders would hold every place for large files."""
        late = asyncio.get_running_loop().time() - self._began - self._patience
        return self._left > 0 and self._read < late * SLOWEST

    async def first(self) -> bytes:
        """All of a small body, or a little more than the first megabyte of a large one."""
        pieces = bytearray()
        while len(pieces) < FIRST and (chunk := await self.next()):
            pieces += chunk
        return bytes(pieces)

    async def drop(self, most: int) -> None:
        """Read on to the end, or so far, and throw it away: a browser that is cut off while it sends shows no answer at all."""
        while most > 0 and (chunk := await self.next()):
            most -= len(chunk)

    @property
    def is_done(self) -> bool:
        return self._left <= 0
