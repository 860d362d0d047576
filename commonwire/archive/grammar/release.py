"""A press release inside a text: capital-letter lines, status line, contact, dateline and text, end mark, who issued it."""

import re

from commonwire.archive.grammar import words
from commonwire.archive.grammar.sections import PressRelease
from commonwire.archive.grammar.source import Source

_AFTER_STATUS = r"(?:\s*[:.,!–—(-].{0,100}|\s+(?:[0-9]|[A-Z][a-z]{2,8}\.?\s+[0-9]).{0,60})?"
_STATUS = re.compile(rf"^(?:FOR IMMEDIATE RELEASE{_AFTER_STATUS}|EMBARGOED UNTIL\s+(?P<until>\S.{{0,120}}))$", re.IGNORECASE)
_STATUS_CASED = ("FOR IMMEDIATE", "EMBARGOED", "For Immediate", "For immediate", "Embargoed")
_END_MARK = re.compile(r"^(?:#\s?#\s?#(?:\s?#)*|-?\s?30\s?-|-\s?end\s?-)$", re.IGNORECASE)
_TOWN = r"[A-Z][A-Z .'’\-]{2,60}?(?:,\s*[A-Z][A-Za-z]+\.?)?"
_ON = r"(?:,?\s*\([^)]{2,40}\)|,\s*[A-Z][a-z]+\.?\s[0-9]{1,2})?"
_DATELINE = re.compile(rf"^(?P<place>{_TOWN}{_ON})\s*(?:–|—|--|-)\s+\S")
_HEADLINES_ABOVE = 6


def is_status(text: str) -> bool:
    return len(text) < 160 and text.startswith(_STATUS_CASED) and bool(_STATUS.match(text))


def is_shouted(text: str) -> bool:
    """A line of capital letters: a headline above a status line."""
    return 3 < len(text) < 300 and text == text.upper() and text != text.lower() and "://" not in text and not text.startswith(("•", "*"))


def first_line(source: Source, status: int, start: int) -> int:
    """Where the block begins whose status line stands at `status`: the capital-letter lines directly above it."""
    begin, index, taken = status, status - 1, 0
    while index >= start and taken < _HEADLINES_ABOVE:
        text = source.text(index)
        if text:
            if not is_shouted(text) or is_status(text):
                break
            begin, taken = index, taken + 1
        index -= 1
    return begin


def end_mark(source: Source, status: int, end: int) -> int | None:
    """The end mark that closes this release; another release's status line ends the search."""
    for index in range(status + 1, end):
        if is_status(source.text(index)):
            return None
        if _END_MARK.match(source.text(index)):
            return index
    return None


def take_release(source: Source, begin: int, status: int, end: int) -> PressRelease:
    """The release from `begin` up to `end`."""
    mark = end_mark(source, status, end)
    headlines = _say(source, begin, status, words.RELEASE_HEADLINE)
    source.place(status, words.RELEASE_STATUS)
    contact_end = _contact_end(source, status + 1, mark or end)
    contact = _say(source, status + 1, contact_end, words.RELEASE_CONTACT)
    dateline, body = _body(source, contact_end, end if mark is None else mark)
    boilerplate: tuple[str, ...] = ()
    if mark is not None:
        source.place(mark, words.RELEASE_END)
        boilerplate = _keep(source, mark + 1, end, words.RELEASE_ISSUER)
    text, closing = source.text(status), source.text(mark) if mark is not None else ""
    found = _STATUS.match(text)
    embargo = (found["until"] or "") if found else ""
    return PressRelease(headlines, text, embargo, contact, dateline, body, closing, boilerplate)


def _contact_end(source: Source, index: int, end: int) -> int:
    """Contact lines follow the status line without a blank line, or after one when they say that they are contacts."""
    first = source.filled(index, end)
    if first > index and not re.match(r"(?:media |press )?contacts?\b", source.text(first), re.IGNORECASE):
        return index
    index = first
    while index < end and source.text(index) and len(source.text(index)) < 200 and not _DATELINE.match(source.text(index)):
        index += 1
    return index


def _body(source: Source, start: int, end: int) -> tuple[str, tuple[str, ...]]:
    dateline = ""
    for index in range(start, end):
        found = _DATELINE.match(source.text(index)) if not dateline else None
        if found:
            dateline = found["place"].strip()
        if source.text(index):
            source.place(index, words.RELEASE_DATELINE if found else words.RELEASE_BODY)
    return dateline, trimmed(source.lines[start:end])


def _keep(source: Source, start: int, end: int, became: str) -> tuple[str, ...]:
    _say(source, start, end, became)
    return trimmed(source.lines[start:end])


def _say(source: Source, start: int, end: int, became: str) -> tuple[str, ...]:
    filled = [index for index in range(start, end) if source.text(index)]
    for index in filled:
        source.place(index, became)
    return tuple(source.text(index) for index in filled)


def trimmed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Without the blank lines at either end."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]
