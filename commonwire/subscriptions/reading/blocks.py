"""Lines as calendars and the blocks in them, however carelessly they begin and end."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from commonwire.base.text import clean_line
from commonwire.subscriptions.reading.lines import Line
from commonwire.subscriptions.reading.taken import Unreadable

DEEPEST = 20
LONGEST_JOINED = 40_000  # characters
MOST_STRAY = 5  # lines that are told one by one
# A line behind these that is none belongs to their text: somebody wrote line breaks as they are.
_TEXTS = {"DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT", "X-ALT-DESC", "CONTACT"}
KNOWN = _TEXTS | {
    "BEGIN", "END", "UID", "DTSTART", "DTEND", "DURATION", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "STATUS", "URL", "GEO",
    "CATEGORIES", "ORGANIZER", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "CLASS", "TRANSP", "PRIORITY", "ATTENDEE", "ATTACH",
    "CONFERENCE", "IMAGE", "RELATED-TO", "REQUEST-STATUS", "RESOURCES", "COLOR", "REFRESH-INTERVAL", "SOURCE", "NAME", "PRODID", "VERSION",
    "METHOD", "CALSCALE", "TZID", "STYLED-DESCRIPTION", "STRUCTURED-DATA", "LINK", "CONCEPT", "REFID", "ACTION", "TRIGGER", "REPEAT",
    "ACKNOWLEDGED", "DUE", "COMPLETED", "PERCENT-COMPLETE", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "TZURL", "FREEBUSY", "LOCATION-TYPE",
    "PARTICIPANT-TYPE", "RESOURCE-TYPE", "CALENDAR-ADDRESS", "TZUNTIL", "BUSYTYPE", "PROXIMITY", "AALARM", "DALARM", "MAP",
}  # fmt: skip


@dataclass
class Block:
    """`VEVENT` with its lines and what lies within. `stray` are lines that could not be read."""

    name: str
    lines: list[Line] = field(default_factory=list)
    blocks: list["Block"] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)

    def line(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def value(self, name: str) -> str:
        line = self.line(name)
        return line.value.strip() if line else ""

    def within(self, name: str) -> Iterator["Block"]:
        return (block for block in self.blocks if block.name == name)


def calendars_of(lines: list[Line]) -> list[Block]:
    """Every calendar of a file; events outside of one stand in one of their own. Raises Unreadable."""
    root = Block("")
    open_now = [root]
    for line in lines:
        if line.name == "BEGIN":
            _begin(open_now, line.value.strip().upper())
        elif line.name == "END":
            _end(open_now, line.value.strip().upper())
        else:
            _keep(open_now[-1], line)
    calendars = list(root.within("VCALENDAR"))
    return [*calendars, root] if any(root.within("VEVENT")) or not calendars else calendars


def _begin(open_now: list[Block], name: str) -> None:
    if name in ("VEVENT", "VCALENDAR"):  # the one before was never closed
        holders = ("", "VCALENDAR") if name == "VEVENT" else ("",)
        while open_now[-1].name not in holders:
            open_now.pop()
    if len(open_now) > DEEPEST:
        raise Unreadable(_("The parts of this file lie too deeply within each other."))
    block = Block(name)
    open_now[-1].blocks.append(block)
    open_now.append(block)


def _end(open_now: list[Block], name: str) -> None:
    if name in [block.name for block in open_now[1:]]:
        while open_now.pop().name != name:
            continue


def _keep(block: Block, line: Line) -> None:
    if line.name in KNOWN or line.name.startswith("X-"):
        block.lines.append(line)
        return
    before = block.lines[-1] if block.lines else None
    if before and before.name in _TEXTS and not block.stray and len(before.value) < LONGEST_JOINED:
        block.lines[-1] = before.joined(line.text.replace("\\", "\\\\"))
    else:
        block.stray.append(line.text)


def strays(block: Block) -> Iterator[str]:
    """A sentence for each line that was not understood."""
    for text in block.stray[:MOST_STRAY]:
        yield _("The line “%(line)s” was not understood.") % {"line": clean_line(text[:200])[:80]}
    if len(block.stray) > MOST_STRAY:
        yield _("%(count)s further lines were not understood.") % {"count": len(block.stray) - MOST_STRAY}
