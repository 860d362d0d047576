"""A feature: title, dateline, headline stack, text, rows of links. The stack ends at the first blank line or paragraph."""

import re

from commonwire.archive.grammar import files, rows, words
from commonwire.archive.grammar.dates import read_when, split_updated
from commonwire.archive.grammar.head import Head
from commonwire.archive.grammar.page import When
from commonwire.archive.grammar.source import Source

_DATELINE = re.compile(r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [0-9]{1,2},? [0-9]{4}(?:\s*\(Updated[^()]*\))?$")
_HEADLINE_LONGEST = 160
_DATELINE_WITHIN = 8


def dateline_at(source: Source, start: int) -> int | None:
    """The dateline near the top of the page, above any byline."""
    seen = 0
    for index in range(start, source.end):
        text = source.text(index)
        if text[:3] == "by " or seen >= _DATELINE_WITHIN:
            return None
        if _DATELINE.match(text):
            return index
        seen += bool(text)
    return None


def looks_undated(source: Source, start: int, end: int) -> bool:
    """No byline and no date, but rows of typed links: a feature that lost its dateline, or never had one."""
    found = (rows.read_row(source.text(index)) for index in range(start + 1, end) if source.text(index))
    return any(row is not None and rows.is_typed(row) and row.line.count("|") for row in found)


def take_dateline(head: Head, index: int) -> When | None:
    """Published; the head learns when it was updated."""
    published_text, _note, updated = split_updated(head.source.text(index), head.zone)
    published = read_when(published_text, head.zone)
    head.updated = updated or head.updated
    notes = (*(published.notes if published else ()), *(updated.notes if updated else ()))
    head.say("dateline", index, words.DATELINE, notes=notes)
    return published


def take_stack(head: Head, index: int, end: int) -> tuple[tuple[str, ...], int]:
    """The headlines from `index` on, and the line below them. Where no title stood above, the first of them is the title."""
    found: list[str] = []
    if not head.title and index < end and _is_headline(head.source.text(index)):
        head.take_title(index)
        index += 1
    while index < end and _is_headline(head.source.text(index)):
        found.append(head.source.text(index))
        head.say("headline", index, words.HEADLINE)
        index += 1
    return tuple(found), index


def take_undated_top(head: Head, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """A title and the stack directly below it. A placing is believed above a blank line only: a stack may well name a region."""
    first = head.source.filled(start, end)
    following = head.source.filled(first + 1, end)
    if following > first + 1 and following < end and head.places(first) and _is_headline(head.source.text(following)):
        head.take_placing(first)
        first = following
    if first >= end:
        return (), end
    head.take_title(first)
    return take_stack(head, first + 1, end)


def _is_headline(text: str) -> bool:
    if not text or len(text) > _HEADLINE_LONGEST or text[0] in "•*·" or files.is_file_line(text):
        return False
    row = rows.read_row(text)
    if row is not None and rows.is_typed(row):
        return False
    return not (text.endswith(".") and len(text) > 60) and not text.endswith(":")
