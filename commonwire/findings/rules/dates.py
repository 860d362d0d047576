"""Of which day a text speaks: a date in front of a headline's colon, or one that follows a word for an action."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line

MONTHS = {
    name: number
    for number, name in enumerate(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        1,
    )
}
_SHORT = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_NAMED = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    + "|".join(f"{short.capitalize()}\\.?" for short in _SHORT)
    + r") (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?(?!\d)"
)
_NUMBERED = r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}|\d{2})(?!\d)"
DATE = re.compile(rf"\b(?:{_NAMED}|{_NUMBERED})", re.IGNORECASE)
_DAY_WORDS = re.compile(r"\b(?:action|strike|walkout|protest|rall(?:y|ies)|march|day|mobili[sz]ation|boycott|picket)\b", re.IGNORECASE)
_REACH = 60  # letters before a date in which a word for an action may stand
_NEAR_DAYS = 183
_SENTENCE_END = re.compile(r"(?<=[a-z\d)”\"][.!?])\s+")


def dates(lines: Sequence[Line]) -> Found:
    """The day that most of the lines name; one that differs from it only in its year is told as a contradiction."""
    spoken = [(line, words, day) for line in lines for words, day in _spoken_of(line)]
    counts = Counter(day for _line, _words, day in spoken)
    if not counts:
        return
    settled = {day for _line, words, day in spoken if re.search(r"[A-Za-z].*\d{4}", words)} or {counts.most_common(1)[0][0]}
    for line, words, day in spoken:
        if day in settled or not any((day.month, day.day) == (other.month, other.day) for other in settled):
            yield Fact(FactKind.DATE, {"day": day.isoformat()}, words, line)
        else:
            yield Fact(FactKind.CONTRADICTION, {"day": day.isoformat()}, words, line)


def _spoken_of(line: Line) -> Iterator[tuple[str, date]]:
    for found in DATE.finditer(line.text):
        before, after = _SENTENCE_END.split(line.text[: found.start()])[-1][-_REACH:], line.text[found.end() : found.end() + 1]
        leads = after == ":" and line.role in ("headline", "stack", "release-headline")
        if (leads or _DAY_WORDS.search(before)) and (day := date_of(found, line)):
            yield found.group(), day


def date_of(found: re.Match[str], line: Line) -> date | None:
    """Without a year it is the one nearest to the day of the post."""
    said = found.groupdict()
    try:
        if said["m"]:
            year = int(said["y"])
            return date(year + 2000 if year < 100 else year, int(said["m"]), int(said["d"]))
        month = _SHORT.get(said["month"].lower()[:4].rstrip("."), 0) or _SHORT[said["month"].lower()[:3]]
        if said["year"]:
            return date(int(said["year"]), month, int(said["day"]))
        return _nearest(month, int(said["day"]), line)
    except (ValueError, KeyError):
        return None


def _nearest(month: int, day: int, line: Line) -> date | None:
    published = line.post.published
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    near = min((date(year, month, day) for year in years), key=lambda each: abs((each - published.date()).days))
    return near if abs((near - published.date()).days) <= _NEAR_DAYS else None
