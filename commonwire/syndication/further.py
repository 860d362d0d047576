"""Lists that rooms below keep and that are no lists of the newswire: a day of action, its ticker. Each has its three feeds, too.

A list here is a title, the page it stands on, entries and graves; `shows` names the keys whose change prints its feeds again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from commonwire.coverage.keys import LIVE, REPORTS
from commonwire.coverage.listing import day_of_action
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.words import NAME
from commonwire.press.printing import Key
from commonwire.site.models import Site
from commonwire.syndication.entries import Entry, Grave, entries_of, graves_of
from commonwire.syndication.ticker import ticker_entries, ticker_graves, ticker_title


@dataclass(frozen=True)
class Further:
    path: str  # without language; the feeds lie below it
    title: str
    entries: Callable[[], list[Entry]]
    graves: Callable[[], list[Grave]]
    shows: Sequence[str]
    is_there: bool = True  # otherwise its feeds are taken away


Finding = Callable[[Key, Site], Further | None]
FURTHER: dict[str, Finding] = {}  # by the cut of the key: which part of a day of action


def further_list(key: Key, site: Site) -> Further | None:
    """The list that this key belongs to, titled in the language being spoken."""
    finding = FURTHER.get(key.cut)
    return finding(key, site) if finding else None


def every_further() -> Iterator[str]:
    for mobilization in Mobilization.objects.public():
        yield from (mobilization.part(each) for each in FURTHER)


def _day(key: Key, site: Site) -> Further | None:
    mobilization = Mobilization.objects.filter(pk=key.id).select_related("post").first()
    if mobilization is None:
        return None
    listing, shown = day_of_action(mobilization), mobilization.post.is_shown
    return Further(
        path=listing.path,
        title=listing.title,
        entries=partial(entries_of, listing, site),
        graves=partial(graves_of, listing, site),
        shows=[mobilization.part(NAME), *(post.key for post in (listing.head() if shown else []))],
        is_there=shown,
    )


def _ticker(key: Key, site: Site) -> Further | None:
    mobilization = Mobilization.objects.filter(pk=key.id).select_related("post").first()
    if mobilization is None:
        return None
    return Further(
        path=f"{mobilization.path}live/",
        title=ticker_title(mobilization),
        entries=partial(ticker_entries, mobilization, site),
        graves=partial(ticker_graves, mobilization, site),
        shows=[mobilization.part(NAME)],
        is_there=mobilization.post.is_shown,
    )


FURTHER.update({REPORTS: _day, LIVE: _ticker})
