"""A progress bar for long work, on a terminal only."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
WIDTH = 30


def along(things: Sequence[T], doing: str) -> Iterator[T]:
    """Yield the things; on a terminal show how far it is."""
    shown = sys.stderr.isatty() and len(things) > 1
    for number, thing in enumerate(things, 1):
        yield thing
        if shown:
            filled = WIDTH * number // len(things)
            print(f"\r{doing} [{'#' * filled}{'.' * (WIDTH - filled)}] {number}/{len(things)}", end="", file=sys.stderr, flush=True)
    if shown:
        print(file=sys.stderr)
