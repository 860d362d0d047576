"""§ parts: title, byline, date, then file, pixel size, caption or text, and address, in whatever order they stand."""

from zoneinfo import ZoneInfo

from commonwire.archive.grammar import words
from commonwire.archive.grammar.body import Body
from commonwire.archive.grammar.byline import take_byline
from commonwire.archive.grammar.comments import is_part
from commonwire.archive.grammar.outside import is_url
from commonwire.archive.grammar.page import HeadLine, Part
from commonwire.archive.grammar.sections import Prose, Related, Section
from commonwire.archive.grammar.source import Source


def starts_of_parts(source: Source, start: int, end: int) -> list[int]:
    return [index for index in range(start, end) if is_part(source.text(index))]


def after_head(source: Source, index: int, zone: ZoneInfo) -> int:
    """The line below the title, byline and date of the part that starts here."""
    byline = take_byline(source, source.filled(index + 1), zone, dry=True, undated=True)
    return index + 1 if byline is None else byline.after


def take_parts(source: Source, starts: list[int], end: int, zone: ZoneInfo) -> tuple[Part, ...]:
    ends = [*starts[1:], end][: len(starts)]
    return tuple(_take_part(source, start, stop, zone) for start, stop in zip(starts, ends, strict=True))


def _take_part(source: Source, start: int, end: int, zone: ZoneInfo) -> Part:
    printed = source.text(start)
    title = printed.split("§", 1)[1].strip()
    source.place(start, words.PART_TITLE)
    head = [HeadLine("title", printed)]
    below = source.filled(start + 1, end)
    byline = take_byline(source, below, zone, undated=True) if below < end else None
    if byline is not None:
        head.extend(byline.head)
    sections = Body(source, start + 1 if byline is None else byline.after, end, prose=words.PART_CAPTION).read()
    sections = _with_address(source, sections, end)
    return Part(title, byline.name if byline else "", byline.published if byline else None, tuple(head), sections)


def _with_address(source: Source, sections: tuple[Section, ...], end: int) -> tuple[Section, ...]:
    """A bare address that ends a part is its related address."""
    if not sections or not isinstance(sections[-1], Prose) or not is_url(sections[-1].lines[-1].strip()):
        return sections
    *kept, url = sections[-1].lines
    last = end - 1
    while source.text(last) != url.strip() or source.discarded(last):
        last -= 1
    source.place(last, words.PART_URL)
    while kept and not kept[-1].strip():
        kept.pop()
    prose = (Prose(tuple(kept)),) if kept else ()
    return (*sections[:-1], *prose, Related(url.strip(), url.strip()))
