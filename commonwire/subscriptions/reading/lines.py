"""Bytes as lines of a calendar: unfolded before they are decoded, since some fold in the middle of a letter."""

import codecs
import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from commonwire.subscriptions.reading.taken import Unreadable

MOST_BYTES = 5_000_000
MOST_LINES = 150_000
_NAME = re.compile(r"[A-Za-z0-9-]{1,60}(?=[;:])", re.ASCII)
_PARAMETER = re.compile(r""";([^=;:"]{0,60})(?:=((?:"[^"]*"|[^";:]++)*+))?""")
_EVENT = re.compile(rb"^BEGIN[ \t]*:[ \t]*VEVENT", re.IGNORECASE | re.MULTILINE)
_SIGNS = re.compile(rb"BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT)", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """`name` and the names of parameters in capitals; an empty name marks a line that is none. `text` is all of it, as written."""

    name: str
    parameters: dict[str, str]
    value: str
    text: str

    def joined(self, text: str) -> "Line":
        return replace(self, value=f"{self.value}\n{text}")


def lines_of(content: bytes) -> list[Line]:
    """Every line that is not empty. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("The file is too large: five megabytes at most."))
    plain = _one_kind_of_line_end(_as_bytes_of_utf_8(content))
    if not _SIGNS.search(plain):
        raise Unreadable(_("This is not a calendar file: it holds no calendar and no event."))
    unfolded = plain.replace(b"\n ", b"").replace(b"\n\t", b"")
    if not _EVENT.search(unfolded):
        unfolded = b"\n".join(line.strip() for line in plain.split(b"\n"))  # indented, not folded
    texts = unfolded.split(b"\n")
    if len(texts) > MOST_LINES:
        raise Unreadable(_("The file has too many lines."))
    return [_line(text) for raw in texts if (text := _decoded(raw)).strip()]


def _as_bytes_of_utf_8(content: bytes) -> bytes:
    for mark, coding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if content.startswith(mark):
            body = content[len(mark) :]
            return body if coding == "utf-8" else body.decode(coding, "replace").encode("utf-8", "replace")
    return content


def _one_kind_of_line_end(content: bytes) -> bytes:
    return content.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\0", b"")


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _line(text: str) -> Line:
    text = text.strip()
    named = _NAME.match(text)
    if not named:
        return Line("", {}, text, text)
    parameters: dict[str, str] = {}
    at = named.end()
    while found := _PARAMETER.match(text, at):
        parameters.setdefault(found[1].strip().upper(), (found[2] or "").replace('"', "").strip())
        at = found.end()
    if text[at : at + 1] != ":":
        return Line("", {}, text, text)
    return Line(named.group().upper(), parameters, text[at + 1 :], text)
