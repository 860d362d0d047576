"""What a page is going to be here: words for columns, files, parts, comments, and the order of it all. Nothing is stored yet."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from zoneinfo import ZoneInfo

from commonwire.archive.gathering import Block, Gathering, Piece, WantedFile, pieces
from commonwire.archive.grammar import Comment, EventFacts, HeadLine, LegacyPage, LinkRow, Part, PlaceName, Placing, When
from commonwire.base.text import excerpt
from commonwire.newswire.words import Kind

NOON = time(12)
HEADLINE, BYLINE, DATED, COMMENT_TITLE = 300, 120, 120, 200


class NothingToTakeIn(ValueError):
    """The document holds no line of content."""


@dataclass(frozen=True, slots=True)
class PlannedPart:
    title: str
    byline: str
    sent: datetime | None
    dated: str
    body: str
    related_url: str
    files: tuple[WantedFile, ...]


@dataclass(frozen=True, slots=True)
class PlannedComment:
    title: str
    byline: str
    sent: datetime | None
    dated: str
    body: str


@dataclass(frozen=True, slots=True)
class Plan:
    """`day` is where it was written and never shifts with a zone; None when neither page nor crawler tell one."""

    kind: str
    headline: str
    byline: str
    summary: str
    body: str
    related_url: str
    credit: str
    credit_url: str
    media: tuple[tuple[str, str], ...]
    day: date | None
    published: datetime | None
    dated: str
    updated: datetime | None
    redated: date | None
    places: tuple[PlaceName, ...]
    stack: tuple[str, ...]
    rows: tuple[LinkRow, ...]
    event: EventFacts | None
    zone: str
    files: tuple[WantedFile, ...]
    parts: tuple[PlannedPart, ...]
    comments: tuple[PlannedComment, ...]
    layout: dict[str, list[Block]]

    @property
    def digest(self) -> str:
        """The same for the same document, however often it is read."""
        return digest(asdict(self))

    @property
    def content(self) -> str:
        """What the document is known by when nobody tells its address: kind, title and date."""
        return digest([self.kind, self.headline, self.published or self.day])


def digest(said: object) -> str:
    return sha256(json.dumps(said, default=str, sort_keys=True).encode()).hexdigest()


def plan_of(page: LegacyPage) -> Plan:
    if not page.content_lines():
        raise NothingToTakeIn("there is no line of content in this document")
    zone = ZoneInfo(page.zone)
    text = Gathering(whole=True).take(page.sections)
    parts = [Gathering(whole=False).take(part.sections) for part in page.parts]
    said = next(iter(page.content_lines()))
    columns = {
        "headline": excerpt(page.title or said, HEADLINE),
        "byline": excerpt(page.byline, BYLINE),
        "dated": _printed(page),
        "summary": page.summary,
    }
    day = page.published.day if page.published else page.stamp
    day = day if day and _believed(day) else None
    references = [*columns.items(), *((f"line:{n}", line) for n, line in enumerate(page.headlines))]
    return Plan(
        kind=_kind(page, text),
        **columns,
        body=text.body,
        related_url=text.related_url,
        credit=text.credit,
        credit_url=text.credit_url,
        media=tuple(text.media),
        day=day,
        published=_moment(page.published, zone) or (_noon(day, zone) if day else None),
        updated=_moment(page.updated, zone),
        redated=page.updated.day if page.updated and _believed(page.updated.day) else None,
        places=tuple(name for name in page.placing.names if name.kind != "unknown"),
        stack=tuple(excerpt(line, HEADLINE) for line in page.headlines),
        rows=tuple(text.rows),
        event=page.event,
        zone=page.zone,
        files=tuple(text.files),
        parts=tuple(_part(part, gathered, zone) for part, gathered in zip(page.parts, parts, strict=True)),
        comments=tuple(_comment(comment, zone) for comment in page.comments),
        layout={
            "head": _head(page.head, references, page.placing),
            "text": text.blocks,
            "parts": [_part_layout(part, gathered) for part, gathered in zip(page.parts, parts, strict=True)],
        },
    )


def _kind(page: LegacyPage, text: Gathering) -> str:
    """An event without a time is an announcement: the calendar has no place for it."""
    if page.kind == "feature":
        return Kind.FEATURE
    if page.kind == "event":
        timed = page.event and page.event.starts and _believed(page.event.starts.date())
        return Kind.EVENT if timed else Kind.ANNOUNCEMENT
    only_release = page.press_releases and not page.body
    return Kind.PRESS_RELEASE if only_release else Kind.REPORT


def _printed(page: LegacyPage) -> str:
    """The date as the page printed it: a feature's dateline with the day of its update."""
    dateline = next((line.text for line in page.head if line.role == "dateline"), "")
    return dateline if 0 < len(dateline) <= DATED else _date_words(page.published)


def _part(part: Part, gathered: Gathering, zone: ZoneInfo) -> PlannedPart:
    return PlannedPart(
        title=excerpt(part.title, HEADLINE),
        byline=excerpt(part.byline, BYLINE),
        sent=_moment(part.published, zone),
        dated=_date_words(part.published),
        body=gathered.body,
        related_url=gathered.related_url,
        files=tuple(gathered.files),
    )


def _part_layout(part: Part, gathered: Gathering) -> Block:
    references = [
        ("title", excerpt(part.title, HEADLINE)),
        ("byline", excerpt(part.byline, BYLINE)),
        ("dated", _date_words(part.published)),
    ]
    return {"head": _head(part.head, references, Placing()), "text": gathered.blocks}


def _comment(comment: Comment, zone: ZoneInfo) -> PlannedComment:
    return PlannedComment(
        title=excerpt(comment.title, COMMENT_TITLE),
        byline=excerpt(comment.byline, BYLINE),
        sent=_moment(comment.published, zone),
        dated=_date_words(comment.published),
        body="\n".join(comment.lines),
    )


def _head(head: Sequence[HeadLine], references: Sequence[tuple[str, str]], placing: Placing) -> list[Block]:
    """A column that one line has said is not looked for in the next: a stack may say the title again."""
    left, made = [each for each in references if each[1]], list[Block]()
    names = list(placing.names)
    for line in head:
        said = _placed(line.text, names) if line.role == "placing" else pieces(line.text, _in_order(line, left))
        used = {piece["ref"] for piece in said if isinstance(piece, dict) and "ref" in piece}
        left = [each for each in left if each[0] not in used]
        made.append({"role": line.role, "pieces": said})
    return made


_SAYS = {
    "title": ("headline", "title"),
    "byline": ("byline", "dated"),
    "published": ("dated",),
    "dateline": ("dated",),
    "summary": ("summary",),
}


def _in_order(line: HeadLine, left: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The columns that a line of this role can say."""
    if line.role == "headline":
        return [each for each in left if each[0].startswith("line:") and each[1] == line.text][:1]
    return [each for each in left if each[0] in _SAYS.get(line.role, ())]


def _placed(line: str, names: list[PlaceName]) -> list[Piece]:
    """The line with each known place as a reference; `names` are all that the page's lines name, in order, and are used up."""
    found: list[Piece] = []
    while names and names[0].text in line:
        name = names.pop(0)
        before, _, line = line.partition(name.text)
        found += [before] if before else []
        found.append(name.text if name.kind == "unknown" else {"place": name.kind, "slug": name.slug, "as": name.text})
    return [*found, line] if line else found


def _date_words(when: When | None) -> str:
    return when.text if when and len(when.text) <= DATED else ""


def _moment(when: When | None, zone: ZoneInfo) -> datetime | None:
    """A day without an hour is taken at noon where it was written: in no zone of the continent does it shift to another day."""
    if when is None or not _believed(when.day):
        return None
    moment = when.moment or _noon(when.day, zone)
    return moment.replace(second=0, microsecond=0)


def _believed(day: date) -> bool:
    """Beyond these years it is a slip of the pen, and no zone could be reckoned at the ends of the calendar."""
    return 1900 <= day.year <= 2200


def _noon(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, NOON, zone).astimezone(UTC)
