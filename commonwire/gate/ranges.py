"""Single byte ranges (RFC 9110 14). Several ranges at once are not worth their price: the whole file is sent instead."""

import re

_ONE_RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$", re.ASCII)


class Unsatisfiable(Exception):
    """The range begins behind the end of the file: 416."""


def single_range(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte asked for, or None when the header is to be ignored."""
    match = _ONE_RANGE.match(header.replace(" ", ""))
    if match is None or match[1] == match[2] == "":
        return None
    if match[1] == "":
        length = min(int(match[2]), size)
        if length == 0:
            raise Unsatisfiable
        return size - length, size - 1
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    if match[2] and int(match[2]) < first:
        return None
    if first >= size:
        raise Unsatisfiable
    return first, last
