"""From a document to a page: decide what it is, then read it from top to bottom."""

from datetime import date
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from commonwire.archive.grammar import comments, event, feature, files, parts, words
from commonwire.archive.grammar.body import Body
from commonwire.archive.grammar.byline import is_byline, take_byline
from commonwire.archive.grammar.dates import read_when
from commonwire.archive.grammar.head import Head, drop_foot, take_stamp
from commonwire.archive.grammar.page import EventFacts, LegacyPage, Line, Note, When
from commonwire.archive.grammar.sections import Section
from commonwire.archive.grammar.source import Source

_HEAD_WITHIN = 9  # lines, the byline among them: menus and long texts stand above no byline
_HEAD_LONGEST = 400
_BARE_WITHIN = 5  # for a byline without a date, which prose may hold too


def read_page(text: str, *, zone: str = "America/Los_Angeles") -> LegacyPage:
    """The page that this text was. Any text is read, whatever it is; ValueError only for a zone that is none."""
    return _Reading(Source(text), _zone(zone), zone).page()


class _Reading:
    """One document being read."""

    def __init__(self, source: Source, zone: ZoneInfo, zone_name: str) -> None:
        self.source, self.zone, self.zone_name = source, zone, zone_name
        self.head = Head(source, zone)
        self.kind = "article"
        self.byline = ""
        self.published: When | None = None
        self.headlines: tuple[str, ...] = ()
        self.event: EventFacts | None = None
        self.sections: tuple[Section, ...] = ()

    def page(self) -> LegacyPage:
        drop_foot(self.source)
        stamp, start = take_stamp(self.source)
        self._find_areas(start)
        self._read_text(start)
        found_parts = parts.take_parts(self.source, self.part_starts, self.comments_at, self.zone)
        found_comments = comments.take_comments(self.source, self.comments_at, self.zone)
        self._note_gaps(stamp)
        head = self.head
        placed = self.source.book()
        notes = sorted((*self.source.notes, *_of_lines(placed)), key=lambda note: note.number)
        return LegacyPage(
            kind=self.kind,
            stamp=stamp,
            zone=self.zone_name,
            title=head.title,
            updated_note=head.updated_note,
            placing=head.placing,
            byline=self.byline,
            published=self.published,
            updated=head.updated,
            headlines=self.headlines,
            summary=head.summary,
            event=self.event,
            head=tuple(head.lines),
            sections=self.sections,
            parts=found_parts,
            comments=found_comments,
            placed=placed,
            notes=tuple(notes),
        )

    def _find_areas(self, start: int) -> None:
        """Text, parts and comments: each ends where the next begins."""
        labelled = comments.labelled_start(self.source, start)
        self.comments_at = self.source.end if labelled is None else labelled
        self.part_starts = parts.starts_of_parts(self.source, start, self.comments_at)
        self.text_end = self.part_starts[0] if self.part_starts else self.comments_at
        self.labelled = labelled is not None

    def _find_bare_comments(self, below_head: int) -> None:
        if self.labelled:
            return
        last = self.part_starts[-1] if self.part_starts else None
        floor = below_head if last is None else parts.after_head(self.source, last, self.zone)
        self.comments_at = comments.bare_start(self.source, floor, self.zone)
        self.text_end = min(self.text_end, self.comments_at)

    def _read_text(self, start: int) -> None:
        fields = event.fields_at(self.source, start, self.text_end)
        dateline = feature.dateline_at(self.source, start)
        if fields is not None:
            self._read_event(start, fields)
        elif dateline is not None and dateline < self.text_end:
            self._read_feature(start, dateline)
        elif self._byline_at(start) is None and feature.looks_undated(self.source, start, self.text_end):
            self._read_feature(start, None)
        else:
            self._read_article(start)

    def _read_article(self, start: int) -> None:
        at = self._byline_at(start)
        if at is None:
            below = self._read_bare_top(start)
        else:
            self.head.take_above_title(start, at)
            below = self.head.take_placing_below(self._take_byline_and_date(at), self.text_end)
        self._find_bare_comments(below)
        below = self.head.take_summary(below, self.text_end)
        lead = self._take_lead(below)
        self.sections = (*lead[0], *Body(self.source, lead[1], self.text_end).read())

    def _read_bare_top(self, start: int) -> int:
        """Without byline and date: a placing above a blank line, and the first line that is left as the title."""
        first = self.source.filled(start, self.text_end)
        following = self.source.filled(first + 1, self.text_end)
        if following > first + 1 and following < self.text_end and self.head.places(first):
            self.head.take_placing(first)
            first = following
        if first >= self.text_end or not self.source.text(first) or files.is_file_line(self.source.text(first)):
            return min(first, self.text_end)
        self.head.take_title(first)
        return first + 1

    def _take_lead(self, index: int) -> tuple[tuple[Section, ...], int]:
        alt = self.head.take_alt(index, self.text_end)
        if alt is None:
            return (), index
        file, after = files.take_file(self.source, alt + 1, self.text_end, alt)
        return (file,), after

    def _read_feature(self, start: int, dateline: int | None) -> None:
        self.kind = "feature"
        if dateline is None:
            self.headlines, below = feature.take_undated_top(self.head, start, self.text_end)
        else:
            self._take_titles(start, dateline)
            self.published = feature.take_dateline(self.head, dateline)
            self.headlines, below = feature.take_stack(self.head, dateline + 1, self.text_end)
        self._find_bare_comments(below)
        self.sections = Body(self.source, below, self.text_end, link_rows=True).read()

    def _take_titles(self, start: int, dateline: int) -> None:
        """Above a dateline the last line is the title; a page of an archive prints the dateline first and the title below it."""
        if self.source.filled(start, dateline) < dateline:
            self.head.take_above_title(start, dateline)

    def _read_event(self, start: int, fields_at: int) -> None:
        self.kind = "event"
        at = self._byline_at(start)
        if at is not None and at < fields_at:
            self.head.take_above_title(start, at)
            for index in range(self._take_byline_and_date(at), fields_at):
                if self.source.text(index):
                    self.head.say("text", index, words.PROSE)
        elif self.source.filled(start, fields_at) < fields_at:
            self.head.take_above_title(start, fields_at)
        fields, below = event.take_fields(self.head, fields_at, self.text_end)
        notes: list[str] = []
        self.event = event.read_facts(fields, self.zone, notes)
        self.source.notes.extend(Note(fields_at + 1, note) for note in notes)
        self.byline = self.byline or self.event.organizer
        event.discard_offers(self.source, below, self.text_end)
        self._find_bare_comments(below)
        self.sections = Body(self.source, below, self.text_end).read()
        added = event.take_added(self.source, below, self.text_end, self.zone)
        if added is not None:
            self.published = added[1]
            self.source.place(added[0], words.EVENT_ADDED)

    def _byline_at(self, start: int) -> int | None:
        """The byline of the page, or its date when it has no byline; a byline with a date below it is believed first."""
        near = self._near_top(start)
        for index in near:
            if take_byline(self.source, index, self.zone, dry=True) is not None:
                return index
        bare = [index for index in near[:_BARE_WITHIN] if self._opens_head(index)]
        return bare[0] if bare and bare[0] != near[0] else None

    def _near_top(self, start: int) -> list[int]:
        """The first filled lines, up to one that is too long to stand in a head."""
        found: list[int] = []
        for index in range(start, self.text_end):
            text = self.source.text(index)
            if len(text) > _HEAD_LONGEST or len(found) == _HEAD_WITHIN:
                break
            if text:
                found.append(index)
        return found

    def _opens_head(self, index: int) -> bool:
        text = self.source.text(index)
        when = read_when(text, self.zone)
        return (is_byline(text) and text.startswith("by")) or (when is not None and when.moment is not None)

    def _take_byline_and_date(self, at: int) -> int:
        byline = take_byline(self.source, at, self.zone, undated=True)
        if byline is None:  # a date stands here, and perhaps its byline below it
            below = self._take_date(at)
            following = self.source.filled(below, self.text_end)
            byline = take_byline(self.source, following, self.zone, undated=True) if following == below else None
            if byline is None:
                return below
        self.byline = byline.name
        self.published = byline.published or self.published
        self.head.lines.extend(byline.head)
        return byline.after

    def _take_date(self, at: int) -> int:
        self.published = read_when(self.source.text(at), self.zone)
        self.head.say("published", at, words.PUBLISHED, notes=self.published.notes if self.published else ())
        return at + 1

    def _note_gaps(self, stamp: date | None) -> None:
        if self.published is None:
            self.source.notes.append(Note(0, words.NOTE_UNDATED if stamp else words.NOTE_NO_DATE))
        if not self.head.title:
            self.source.notes.append(Note(0, words.NOTE_NO_TITLE))
        if not self.byline and self.kind == "article":
            self.source.notes.append(Note(0, words.NOTE_NO_BYLINE))


def _of_lines(placed: tuple[Line, ...]) -> list[Note]:
    return [Note(line.number, note) for line in placed for note in line.notes]


@cache
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is no time zone; a name such as America/Los_Angeles is one") from error
