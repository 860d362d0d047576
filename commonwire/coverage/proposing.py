"""Which reports probably belong to a day of action, and why. Pure: plain values in, a score with its reasons out.

The rules, each worth points, the sum at most 100; from ENOUGH on a report is proposed:

- it links to the call or to a rally (60), or to a page outside that the call links to as well (15);
- it names the slogan or a name of the day (45), or repeats a demand (30);
- in its headline stand telling words of the call (10 each, 20 at most); in its text such words (4 each, 12 at most);
- it names the place of the day (20 in the headline, 10 in the text), or the town of a rally (15, 8);
- it came within hours of a rally of the same region (25), on the day itself (20), in the three days after (15), in the two weeks after (4);
- it stands in a region (6) or under a topic (6) of the call.

Long before the day, or months after it, only links and names count.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from commonwire.coverage.phrases import phrase, telling, words_of

ENOUGH, MOST = 35, 100
LONGEST = 20_000  # characters of a report that are looked at
BEFORE, AFTER = timedelta(days=30), timedelta(days=60)
HOURS_BEFORE, HOURS_AFTER = timedelta(hours=1), timedelta(hours=8)
SHORTEST_NAME = 2  # words; a name of one word is a telling word like others
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)  # its words are counted as a link, not once more
Reason = tuple[str, str]  # a code of `reasons.py` and the words it speaks of


_BY_RALLY = ("links-to-rally", "names-town", "same-hours")  # what says of which rally it is, the surest first


@dataclass(frozen=True)
class Reported:
    """A report, as far as it matters here. `links` are paths of this site and whole addresses of others."""

    headline: str
    text: str
    published: datetime
    links: frozenset[str] = frozenset()
    regions: frozenset[int] = frozenset()
    topics: frozenset[int] = frozenset()


@dataclass(frozen=True)
class RallyTold:
    """`town` is what readers may see of its place."""

    id: int
    town: str
    starts: datetime
    links: frozenset[str] = frozenset()
    regions: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Called:
    names: Sequence[str]  # the headline of the call, further names, the slogan
    days: Sequence[date]
    zone: ZoneInfo
    place: str = ""
    demands: Sequence[str] = ()
    links: frozenset[str] = frozenset()  # its own addresses
    outside: frozenset[str] = frozenset()  # pages elsewhere that the call links to
    regions: frozenset[int] = frozenset()
    topics: frozenset[int] = frozenset()
    rallies: Sequence[RallyTold] = field(default=())

    @cached_property
    def towns(self) -> list[tuple[str, str, int]]:
        """As it is looked for, as it is written, the first rally there. A town with a hundred rallies is looked for once."""
        found: dict[str, tuple[str, str, int]] = {}
        for each in self.rallies:
            found.setdefault(phrase(each.town), (phrase(each.town), each.town, each.id))
        return [town for looked_for, town in found.items() if looked_for.strip()]

    @cached_property
    def all_regions(self) -> frozenset[int]:
        return self.regions | {region for each in self.rallies for region in each.regions}


@dataclass(frozen=True)
class Judged:
    score: int
    reasons: list[Reason]
    rally: int | None

    @property
    def is_enough(self) -> bool:
        return self.score >= ENOUGH


Point = tuple[int, str, str, int | None]  # points, reason's code, its words, the rally it speaks for


def judge(reported: Reported, called: Called) -> Judged:
    headline, text = phrase(reported.headline), phrase(f"{reported.headline} {_ADDRESS.sub(' ', reported.text[:LONGEST])}")
    found = [*_links(reported, called), *_names(text, called)]
    if _is_near(reported.published, called):
        town = next(_places(headline, text, called), None)
        found += [*_words(headline, text, called), *([town] if town else []), *_times(reported, called, town), *_shelves(reported, called)]
    found.sort(key=lambda point: -point[0])
    rally = next((rally for code in _BY_RALLY for _points, each, _said, rally in found if each == code and rally is not None), None)
    return Judged(min(MOST, sum(point[0] for point in found)), [(code, said) for _, code, said, _ in found], rally)


def _is_near(published: datetime, called: Called) -> bool:
    day = published.astimezone(called.zone).date()
    return min(called.days) - BEFORE <= day <= max(called.days) + AFTER


def _links(reported: Reported, called: Called) -> Iterator[Point]:
    if reported.links & called.links:
        yield 60, "links-to-call", "", None
    rally = next((each for each in called.rallies if reported.links & each.links), None)
    if rally:
        yield 60, "links-to-rally", rally.town, rally.id
    if reported.links & called.outside:
        yield 15, "same-source", min(reported.links & called.outside), None


def _names(text: str, called: Called) -> Iterator[Point]:
    """The longest of its names that the report says."""
    said = [name for name in called.names if len(words_of(name)) >= SHORTEST_NAME and phrase(name) in text]
    if said:
        yield 45, "names-it", max(said, key=len), None
    demand = next((each for each in called.demands if len(words_of(each)) > SHORTEST_NAME and phrase(each) in text), "")
    if demand:
        yield 30, "repeats-demand", demand, None


def _words(headline: str, text: str, called: Called) -> Iterator[Point]:
    place = words_of(called.place)  # counted by itself
    wanted = [word for word in telling(" ".join(called.names)) if word not in place]
    above = [word for word in wanted if f" {word} " in headline]
    below = [word for word in wanted if word not in above and f" {word} " in text]
    if above:
        yield min(20, 10 * len(above)), "words-in-headline", ", ".join(above[:4]), None
    if below:
        yield min(12, 4 * len(below)), "words-in-text", ", ".join(below[:4]), None


def _places(headline: str, text: str, called: Called) -> Iterator[Point]:
    place = phrase(called.place)
    for said, of_day, of_rally in ((headline, 20, 15), (text, 10, 8)):
        if place.strip() and place in said:
            yield of_day, "names-place", called.place, None
            return
        town = next((each for each in called.towns if each[0] in said), None)
        if town:
            yield of_rally, "names-town", town[1], town[2]
            return


def _times(reported: Reported, called: Called, town: Point | None) -> Iterator[Point]:
    here = [each for each in called.rallies if each.regions & reported.regions and _within_hours(reported, each)]
    if here:
        named = [each for each in here if town and each.id == town[3]]
        one = named[0] if named else here[0] if len(here) == 1 else None  # among several, none is guessed
        yield 25, "same-hours", one.town if one else "", one.id if one else None
        return
    day = reported.published.astimezone(called.zone).date()
    after = min(((day - each).days for each in called.days if day >= each), default=-1)
    if after == 0:
        yield 20, "same-day", "", None
    elif 0 < after <= 3:
        yield 15, "days-after", "", None
    elif 3 < after <= 14:
        yield 4, "weeks-after", "", None


def _within_hours(reported: Reported, rally: RallyTold) -> bool:
    return rally.starts - HOURS_BEFORE <= reported.published <= rally.starts + HOURS_AFTER


def _shelves(reported: Reported, called: Called) -> Iterator[Point]:
    if reported.regions & called.all_regions:
        yield 6, "same-region", "", None
    if reported.topics & called.topics:
        yield 6, "same-topic", "", None
