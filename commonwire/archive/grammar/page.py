"""What a legacy page is made of, as frozen data. `content_lines()` says every content line again, in order, from the data alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from commonwire.archive.grammar.sections import MediaFile, PressRelease, ProductionCredit, Prose, Related, Section


class Outcome(StrEnum):
    CONTENT = "content"
    NOT_CONTENT = "not content"
    REPORTED = "reported, not shown"
    UNPLACED = "not placed"  # kept and shown where it stood, but nothing of the grammar fitted it
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """A source line, counted from 1, and what it became."""

    number: int
    text: str
    became: str
    outcome: Outcome = Outcome.CONTENT
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the page that a person should look at; number 0 is the page as a whole."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """A date as printed, and as understood: the day where it was written, and the moment in UTC when a time was given."""

    text: str
    day: date
    moment: datetime | None = None
    zone_word: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.moment is not None and self.moment.tzinfo is not UTC:
            raise ValueError("a moment is kept in UTC")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name of a placing line: kind `region`, `topic` or `unknown`, as written, and the slug when it is known."""

    kind: str
    text: str
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Placing:
    names: tuple[PlaceName, ...] = ()

    def _of(self, kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name.slug or name.text for name in self.names if name.kind == kind))

    @property
    def regions(self) -> tuple[str, ...]:
        """Slugs, each once, in the order of the page."""
        return self._of("region")

    @property
    def topics(self) -> tuple[str, ...]:
        return self._of("topic")

    @property
    def unknown(self) -> tuple[str, ...]:
        return self._of("unknown")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A content line above the text.

    Its role is placing, unknown, title, byline, published, dateline, headline, label, field, text or summary.
    """

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A § section. Its caption is a short single paragraph; anything longer is text."""

    title: str
    byline: str
    published: When | None
    head: tuple[HeadLine, ...]
    sections: tuple[Section, ...]

    CAPTION_LONGEST = 600

    @property
    def files(self) -> tuple[MediaFile, ...]:
        return tuple(each for each in self.sections if isinstance(each, MediaFile))

    @property
    def _prose(self) -> tuple[str, ...]:
        return tuple(line for each in self.sections if isinstance(each, Prose) for line in each.lines)

    @property
    def caption(self) -> tuple[str, ...]:
        short = sum(map(len, self._prose)) <= self.CAPTION_LONGEST and all(line.strip() for line in self._prose)
        return self._prose if short and self.files else ()

    @property
    def text(self) -> str:
        return "" if self.caption else "\n".join(self._prose).strip("\n")

    @property
    def url(self) -> str:
        return next((each.url for each in self.sections if isinstance(each, Related)), "")

    def content_lines(self) -> Iterator[str]:
        yield from (line.text for line in self.head)
        for section in self.sections:
            yield from section.content_lines()


@dataclass(frozen=True, slots=True)
class Comment:
    title: str
    byline: str
    published: When | None
    head: tuple[HeadLine, ...]
    lines: tuple[str, ...]  # as written, blank lines between paragraphs included

    def content_lines(self) -> Iterator[str]:
        yield from (line.text for line in self.head)
        yield from (line.strip() for line in self.lines if line.strip())


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What an event's labelled fields say. Moments in UTC; `fields` are all labels with their values, as printed."""

    fields: tuple[tuple[str, str], ...]
    day: date | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    event_type: str = ""
    organizer: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class LegacyPage:
    kind: str  # "article", "feature" or "event"
    stamp: date | None
    zone: str
    title: str
    updated_note: str  # the "(Updated …)" taken off a title, as printed
    placing: Placing
    byline: str
    published: When | None
    updated: When | None
    headlines: tuple[str, ...]  # a feature's stack below the dateline, order and repeats kept
    summary: str
    event: EventFacts | None
    head: tuple[HeadLine, ...]  # every content line above the text, in order
    sections: tuple[Section, ...]  # what stood in the text, in order
    parts: tuple[Part, ...]
    comments: tuple[Comment, ...]
    placed: tuple[Line, ...]
    notes: tuple[Note, ...]

    @property
    def lead(self) -> tuple[MediaFile, ...]:
        """The files shown before the text."""
        found: list[MediaFile] = []
        for section in self.sections:
            if not isinstance(section, MediaFile):
                break
            found.append(section)
        return tuple(found)

    @property
    def related_url(self) -> str:
        return next((each.url for each in self.sections if isinstance(each, Related)), "")

    @property
    def credits(self) -> tuple[ProductionCredit, ...]:
        return tuple(each for each in self.sections if isinstance(each, ProductionCredit))

    @property
    def press_releases(self) -> tuple[PressRelease, ...]:
        return tuple(each for each in self.sections if isinstance(each, PressRelease))

    @property
    def body(self) -> str:
        """The prose alone, as written."""
        return "\n\n".join(each.text for each in self.sections if isinstance(each, Prose))

    @property
    def unplaced(self) -> tuple[Line, ...]:
        return tuple(line for line in self.placed if line.outcome is Outcome.UNPLACED)

    def content_lines(self) -> tuple[str, ...]:
        return tuple(self._say())

    def _say(self) -> Iterator[str]:
        yield from (line.text for line in self.head)
        for piece in (*self.sections, *self.parts, *self.comments):
            yield from piece.content_lines()
