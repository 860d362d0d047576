"""What stands above the text: the crawler's stamp, the old menus, placing and title, byline and date, summary and its image."""

import html
import re
from datetime import date
from zoneinfo import ZoneInfo

from commonwire.archive import indybay
from commonwire.archive.grammar import files, outside, placing, release, words
from commonwire.archive.grammar.comments import is_label, is_part
from commonwire.archive.grammar.dates import split_updated
from commonwire.archive.grammar.page import HeadLine, Outcome, Placing, When
from commonwire.archive.grammar.source import Source

_STAMP = re.compile(r"date\s+(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s+top)?", re.IGNORECASE)
_FOOT_WITHIN = 6


class Head:
    """Gathers what the lines above the text say, in their order."""

    def __init__(self, source: Source, zone: ZoneInfo) -> None:
        self.source, self.zone = source, zone
        self.lines: list[HeadLine] = []
        self.title = self.updated_note = self.summary = ""
        self.updated: When | None = None
        self.placing = Placing()

    def take_title(self, index: int) -> None:
        text = self.source.text(index)
        self.title, self.updated_note, updated = split_updated(text, self.zone)
        self.updated = updated or self.updated
        self.say("title", index, words.TITLE_UPDATED if self.updated_note else words.TITLE)

    def take_placing(self, index: int) -> None:
        found = placing.read_placing(self.source.text(index))
        self.placing = Placing(self.placing.names + found.names)
        if placing.all_known(found):
            self.say("placing", index, words.PLACING)
        else:
            self.say("placing", index, words.PLACING_PARTLY, Outcome.UNPLACED)

    def say(self, role: str, index: int, became: str, outcome: Outcome = Outcome.CONTENT, notes: tuple[str, ...] = ()) -> None:
        self.lines.append(HeadLine(role, self.source.text(index)))
        self.source.place(index, became, outcome, notes)

    def take_placing_below(self, index: int, end: int) -> int:
        """Some pages place themselves below the date; believed there only of a line that says so or holds bars. The line below."""
        first = self.source.filled(index, end)
        if first < end and self.places(first) and (placing.announced(self.source.text(first)) or _is_listed(self.source.text(first))):
            self.take_placing(first)
            return first + 1
        return index

    def take_above_title(self, start: int, end: int) -> None:
        """The lines from `start` to `end`: one is the title, others place the page or are kept as unknown."""
        filled = [index for index in range(start, end) if self.source.text(index)]
        marked = [index for index in filled if self._places(index, filled)]
        rest = [index for index in filled if index not in marked]
        if not rest and marked:
            rest = [marked.pop()]
        title = rest[-1] if rest else None
        for index in filled:
            if index == title:
                self.take_title(index)
            elif index in marked:
                self.take_placing(index)
            else:
                self.say("unknown", index, words.PLACING_UNKNOWN, Outcome.UNPLACED)

    def places(self, index: int) -> bool:
        """Every name of the line is a known region or topic, or the line says itself that it lists them."""
        text = self.source.text(index)
        return placing.announced(text) or placing.all_known(placing.read_placing(text))

    def _places(self, index: int, filled: list[int]) -> bool:
        text = self.source.text(index)
        found = placing.read_placing(text)
        if self.places(index):
            return True
        return index != filled[-1] and len(text) < 200 and (placing.some_known(found) or _is_listed(text))

    def take_summary(self, index: int, end: int) -> int:
        """The summary when the text opens with one, and its alt text when that repeats it; the line below."""
        first = self.source.filled(index, end)
        if first >= end or not self._is_summary(first, end):
            return index
        self.summary = self.source.text(first)
        self.say("summary", first, words.SUMMARY)
        below = self.source.filled(first + 1, end)
        if below < end and self._is_repeated(below, end):
            self.source.place(below, words.ALT_SUMMARY, Outcome.REPORTED)
            return below + 1
        return first + 1

    def take_alt(self, index: int, end: int) -> int | None:
        """A line between the summary and `original image (…)` that is neither: the image's own alt text."""
        text = self.source.text(index)
        if not self.summary or index + 1 >= end or not text or files.is_file_line(text):
            return None
        return index if files.is_original(self.source.text(index + 1)) else None

    def _is_summary(self, first: int, end: int) -> bool:
        text = self.source.text(first)
        following = self.source.filled(first + 1, end)
        below = self.source.text(following) if following < end else ""
        if files.is_file_line(text) or outside.is_url(text) or text[0] in "•*·":
            return False
        if below and _same(below, text):
            return True
        if _is_heading(text) or text.endswith(":"):
            return False
        if not below:
            return end < self.source.end  # alone above parts or comments
        return following == first + 1 or files.is_file_line(below)

    def _is_repeated(self, index: int, end: int) -> bool:
        """The next line says the summary again. Said again word for word, above a blank line and more prose, it opens the text."""
        text = self.source.text(index)
        if not _same(text, self.summary):
            return False
        if text != self.summary or index + 1 >= end or self.source.text(index + 1):
            return True
        following = self.source.filled(index + 1, end)
        return following >= end or files.is_file_line(self.source.text(following))


def take_stamp(source: Source) -> tuple[date | None, int]:
    """The crawler's stamp and the old menus at the top; the first line below them."""
    index = source.filled(0)
    day: date | None = None
    found = _STAMP.fullmatch(source.text(index)) if len(source.text(index)) < 60 else None
    if found is not None:
        day = _day(found["day"])
        source.discard(index, words.STAMP)
        index = source.filled(index + 1)
    if source.text(index).lower().startswith(("top", "sf bay area indymedia")) and source.text(index).lower() in indybay.FURNITURE:
        index = _skip_menus(source, index)
    return day, index


def drop_foot(source: Source) -> None:
    filled = [index for index in range(source.end) if source.text(index)]
    for index in filled[-_FOOT_WITHIN:]:
        if source.text(index)[:60].lower().startswith(indybay.FOOT_BEGINNINGS):
            source.discard(index, words.FOOT)


def _skip_menus(source: Source, index: int) -> int:
    """From `top` down to the last line of the menus; a page's own name printed among them, twice, is one of theirs."""
    last = index
    for at in range(index, min(index + 30, source.end)):
        text = source.text(at).lower()
        if text.startswith("by ") or (len(text) > 120 and not text.startswith(indybay.FURNITURE_BEGINNINGS)):
            break
        if text in indybay.FURNITURE or text.startswith(indybay.FURNITURE_BEGINNINGS):
            last = at
    for at in range(index, last + 1):
        if source.text(at):
            source.discard(at, words.FURNITURE)
    return source.filled(last + 1)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _same(text: str, summary: str) -> bool:
    """Equal when escaping, once or twice too often, and white space are taken away."""
    plain = [" ".join(html.unescape(html.unescape(each)).split()) for each in (text, summary)]
    return plain[0] == plain[1]


def _is_heading(text: str) -> bool:
    own = outside.is_media_label(text) or outside.is_credit(text) or outside.is_related(text)
    return own or release.is_status(text) or release.is_shouted(text) or is_label(text) or is_part(text)


def _is_listed(text: str) -> bool:
    return "|" in text
