"""What readers wrote below a page: an optional title line, a byline and a date (on one line or two), then the text.

The old site set labels around them, which are not content: `Add Your Comments`, `Comments (Hide Comments)`, `Latest Comments`. A
table below `TITLE`, `AUTHOR`, `DATE` lists comments without their text.
"""

import re
from zoneinfo import ZoneInfo

from commonwire.archive.grammar import words
from commonwire.archive.grammar.byline import take_byline
from commonwire.archive.grammar.dates import read_when
from commonwire.archive.grammar.page import Comment, HeadLine, Outcome
from commonwire.archive.grammar.release import trimmed
from commonwire.archive.grammar.source import Source

_LABEL = re.compile(
    r"(?:add (?:your|a) comments?|(?:latest )?comments?\s*(?:\((?:hide|show|view) comments?\)|\([0-9]+\))|latest comments|"
    r"(?:hide|show|view) comments|listed below are the latest comments about this post\.?|"
    r"these comments are (?:submitted )?anonymously (?:submitted )?by website visitors\.?)",
    re.IGNORECASE,
)
_TABLE = ("title", "author", "date")
_TITLE_LONGEST = 150
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ",", ";")


def is_part(text: str) -> bool:
    return text.startswith(("§", "\u00c2§"))  # the second is a § whose encoding was mistaken


def is_label(text: str) -> bool:
    return len(text) < 100 and bool(_LABEL.fullmatch(text))


def opens(source: Source, index: int, zone: ZoneInfo) -> bool:
    """A byline stands here with a date and a time of day: on its line or on the next that is filled."""
    if not source.text(index).startswith("by "):
        return False
    byline = take_byline(source, index, zone, dry=True)
    return byline is not None and byline.published is not None and byline.published.moment is not None


def labelled_start(source: Source, start: int) -> int | None:
    """The first label that is followed by comments or nothing; one above a § part is a mere link of the old page."""
    index = start
    while index < source.end:
        below = index
        if is_label(source.text(index)):
            while below < source.end and (not source.text(below) or is_label(source.text(below))):
                below += 1
            if not is_part(source.text(below)):
                return index
        index = below + 1
    return None


def bare_start(source: Source, start: int, zone: ZoneInfo) -> int:
    """Where comments begin that no label announces: at a byline with date and time. The end of the document when there are none."""
    for index in range(start, source.end):
        if opens(source, index, zone):
            source.note(index, words.NOTE_BARE_COMMENT)
            title = _title_line(source, index, start)
            believed = title is not None and not source.text(title).endswith(_SENTENCE_ENDS)
            return index - 1 if believed else index
    return source.end


def take_comments(source: Source, start: int, zone: ZoneInfo) -> tuple[Comment, ...]:
    found: list[Comment] = []
    index = _take_labels(source, start)
    index = _take_table(source, index, zone, found)
    bylines = [at for at in range(index, source.end) if opens(source, at, zone)]
    starts: list[tuple[int, int]] = []  # of each comment: the line of its title or byline, and of its byline
    floor = index
    for at in bylines:
        title = _title_line(source, at, floor, index)
        starts.append((at if title is None else title, at))
        byline = take_byline(source, at, zone, dry=True)
        floor = byline.after if byline else at + 1
    below = starts[0][0] if starts else source.end
    _take_loose(source, index, below, found)
    for number, (begin, at) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else source.end
        found.append(_take_one(source, begin, at, end, zone))
    return tuple(found)


def _take_one(source: Source, begin: int, at: int, end: int, zone: ZoneInfo) -> Comment:
    head: list[HeadLine] = []
    title = ""
    if begin < at:
        title = source.text(begin)
        head.append(HeadLine("title", title))
        source.place(begin, words.COMMENT_TITLE)
    byline = take_byline(source, at, zone)
    if byline is None:
        raise AssertionError("a comment is taken where its byline stands")
    head.extend(byline.head)
    return Comment(title, byline.name, byline.published, tuple(head), _take_text(source, byline.after, end, words.COMMENT_TEXT))


def _take_loose(source: Source, start: int, end: int, found: list[Comment]) -> None:
    lines = _take_text(source, start, end, words.COMMENT_LOOSE, Outcome.UNPLACED)
    if lines:
        found.append(Comment("", "", None, (), lines))


def _take_text(source: Source, start: int, end: int, became: str, outcome: Outcome = Outcome.CONTENT) -> tuple[str, ...]:
    kept: list[str] = []
    for index in range(start, end):
        text = source.text(index)
        if is_label(text):
            source.discard(index, words.COMMENT_LABEL)
        elif not (text and source.discarded(index)):
            kept.append(source.lines[index])
            if text:
                source.place(index, became, outcome)
    return trimmed(tuple(kept))


def _take_labels(source: Source, index: int) -> int:
    while (index := source.filled(index)) < source.end and is_label(source.text(index)):
        source.discard(index, words.COMMENT_LABEL)
        index += 1
    return index


def _take_table(source: Source, index: int, zone: ZoneInfo, found: list[Comment]) -> int:
    """Rows of title, author and date; they end where a third line is no date."""
    if tuple(source.text(index + step).lower() for step in range(3)) != _TABLE:
        return index
    for step in range(3):
        source.discard(index + step, words.COMMENT_LABEL)
    index += 3
    while True:
        at: list[int] = []
        for _ in range(3):
            at.append(source.filled(at[-1] + 1 if at else index))
        when = read_when(source.text(at[2]), zone)
        if when is None:
            return _take_labels(source, index)
        title, author, printed = (source.text(each) for each in at)
        for each in at:
            source.place(each, words.COMMENT_LISTED)
        head = (HeadLine("title", title), HeadLine("byline", author), HeadLine("published", printed))
        found.append(Comment(title, author, when, head, ()))
        index = at[2] + 1


def _title_line(source: Source, at: int, floor: int, first: int | None = None) -> int | None:
    """The line above a byline, when it can be a title: short, and set off from what stands before it or no sentence.

    `floor` is the first line below the byline before; past the `first` line of all, what stands alone there is that comment's text.
    """
    text = source.text(at - 1)
    if at - 1 < floor or not text or is_label(text) or source.discarded(at - 1) or len(text) > _TITLE_LONGEST:
        return None
    if first is not None and floor > first and at - 1 == source.filled(floor):
        return None  # it is all that the comment before it says
    set_off = at - 1 == floor or not source.text(at - 2) or is_label(source.text(at - 2))
    return at - 1 if set_off or not text.endswith(_SENTENCE_ENDS) else None
