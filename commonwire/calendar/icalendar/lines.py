"""Content lines: escaped, and folded at 75 octets without splitting a character (RFC 5545, 3.1)."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

LONGEST = 75
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text(value: str) -> str:
    """As a value of type TEXT."""
    return _NO_TEXT.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).translate(_ESCAPED)


def texts(values: Iterable[str]) -> str:
    return ",".join(text(value) for value in values)


def address(value: str) -> str:
    """As a value of type URI: nothing is escaped, and nothing that could end the line is let through."""
    return "".join(sign for sign in value if sign.isprintable() and sign != " ")


def utc(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def local(when: datetime) -> str:
    return f"{when:%Y%m%dT%H%M%S}"


def day(when: date) -> str:
    return f"{when:%Y%m%d}"


def offset(value: timedelta) -> str:
    """`-0730`; seconds only where a zone of old has them."""
    seconds = int(value.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{rest // 60:02}{f'{rest % 60:02}' if rest % 60 else ''}"


def line(name: str, value: str) -> str:
    """One property, folded, with its end. `name` brings its parameters along: `DTSTART;TZID=Europe/Madrid`."""
    whole = f"{name}:{value}"
    return f"{whole}\r\n" if len(whole) * 4 <= LONGEST or len(whole.encode()) <= LONGEST else _folded(whole)


def _folded(whole: str) -> str:
    rows: list[str] = []
    row: list[str] = []
    octets = 0
    for sign in whole:
        width = len(sign.encode())
        if octets + width > LONGEST:
            rows.append("".join(row))
            row, octets = [], 1  # the blank that begins a continued line
        row.append(sign)
        octets += width
    return "\r\n ".join([*rows, "".join(row)]) + "\r\n"


def component(name: str, rows: Iterable[str]) -> str:
    return f"BEGIN:{name}\r\n{''.join(rows)}END:{name}\r\n"
