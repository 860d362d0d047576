"""`by NAME` with its date: on the same line, or on the next."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from commonwire.archive.grammar import words
from commonwire.archive.grammar.dates import read_when, split_tail
from commonwire.archive.grammar.page import HeadLine, When
from commonwire.archive.grammar.source import Source


@dataclass(frozen=True, slots=True)
class Byline:
    name: str
    published: When | None
    head: tuple[HeadLine, ...]
    after: int  # the line after it


def is_byline(text: str) -> bool:
    return text[:3].lower() == "by " or text.lower() == "by"


def take_byline(source: Source, index: int, zone: ZoneInfo, *, dry: bool = False, undated: bool = False) -> Byline | None:
    """The byline at `index`, placed in the book unless `dry`. Without a date it is one only when `undated` is allowed."""
    text = source.text(index)
    if not is_byline(text):
        return None
    name = text[3:].strip()
    tail = split_tail(name, zone)
    if tail is not None:
        if not dry:
            source.place(index, words.BYLINE_DATED, notes=tail[1].notes)
        return Byline(tail[0], tail[1], (HeadLine("byline", text),), index + 1)
    below = source.filled(index + 1)
    when = read_when(source.text(below), zone)
    if when is None and not undated:
        return None
    head = (HeadLine("byline", text),)
    if not dry:
        source.place(index, words.BYLINE)
    if when is None:
        return Byline(name, None, head, index + 1)
    if not dry:
        source.place(below, words.PUBLISHED, notes=when.notes)
    return Byline(name, when, (*head, HeadLine("published", when.text)), below + 1)
