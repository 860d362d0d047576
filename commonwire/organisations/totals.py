"""How many people stand behind a set of organisations: nobody counted twice where that can be known, and what is not known said.

An affiliate, at any depth, whose umbrella is in the set and states a size is inside that size. Ranges add up as ranges.

    total(organisations).sentence  # "at least 80,000 people in 3 bodies; 2 bodies state no size; 5 are parts of bodies already counted"
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonwire.organisations.models import Organisation, Size
from commonwire.organisations.queries import umbrellas
from commonwire.organisations.sizes import Range
from commonwire.organisations.words import SizeOf


@dataclass(frozen=True)
class RollUp:
    """By ids. `inside` says for each one not counted in whose size it is; `disputed` are counted ones that state less than their parts."""

    low: int
    high: int | None
    counted: tuple[int, ...]
    inside: dict[int, int]
    unknown: tuple[int, ...]
    disputed: tuple[int, ...]


def roll_up(ids: Iterable[int], above: Mapping[int, int], sizes: Mapping[int, Range]) -> RollUp:
    """`above` leads from each affiliate to its umbrella, without circles; `sizes` holds what is stated."""
    wanted = sorted(set(ids))
    stated = {each for each in wanted if each in sizes and sizes[each].is_stated}
    topmost = dict[int, int | None]()
    inside = {each: whole for each in wanted if (whole := _topmost(each, above, stated, topmost)) is not None}
    counted = [each for each in wanted if each in stated and each not in inside]
    highs = [sizes[each].high for each in counted]
    known = [high for high in highs if high is not None]
    return RollUp(
        low=sum(sizes[each].low or 0 for each in counted),
        high=sum(known) if len(known) == len(highs) else None,
        counted=tuple(counted),
        inside=inside,
        unknown=tuple(each for each in wanted if each not in stated and each not in inside),
        disputed=_disputed({each: whole for each, whole in inside.items() if each in stated}, above, sizes),
    )


def _chain(each: int, above: Mapping[int, int]) -> Iterable[int]:
    seen = {each}
    while (up := above.get(each)) is not None and up not in seen:  # circles are refused when they are made; never turn for ever
        seen.add(up)
        yield up
        each = up


def _topmost(each: int, above: Mapping[int, int], stated: set[int], known: dict[int, int | None]) -> int | None:
    """The highest body over it that is in the set and states a size; each body is looked at once, however many are below it."""
    chain = [each]
    for up in _chain(each, above):
        if up in known:
            break
        chain.append(up)
    for one in reversed(chain):
        over = above.get(one)
        higher = known.get(over) if over is not None else None
        known[one] = higher if higher is not None else over if over in stated else None
    return known[each]


def _disputed(parts: Mapping[int, int], above: Mapping[int, int], sizes: Mapping[int, Range]) -> tuple[int, ...]:
    """Wholes whose upper end is less than what their parts state; `parts` leads from each that states a size to its whole."""
    sums: dict[int, int] = {}
    for each, whole in parts.items():
        if not any(up in parts for up in _chain(each, above)):  # what is below another part is in that one
            sums[whole] = sums.get(whole, 0) + (sizes[each].low or 0)
    return tuple(sorted(whole for whole, least in sums.items() if (high := sizes[whole].high) is not None and least > high))


@dataclass(frozen=True)
class Totals:
    """`low` and `high` are of those counted; `high` is None when any of them gives no upper end."""

    of: str
    low: int
    high: int | None
    counted: tuple[Organisation, ...]
    inside: tuple[tuple[Organisation, Organisation], ...]  # (not counted, because it is a part of this one)
    unknown: tuple[Organisation, ...]
    disputed: tuple[Organisation, ...]

    @property
    def figure(self) -> str:
        """As in "at least 80,000", "between 2,000 and 3,000", "300"; empty when nobody states a size."""
        if not self.counted:
            return ""
        low, high = intcomma(self.low), intcomma(self.high or 0)
        if self.high is None:
            return _("at least %(low)s") % {"low": low}
        if self.low == self.high:
            return low
        if not self.low:
            return _("up to %(high)s") % {"high": high}
        return _("between %(low)s and %(high)s") % {"low": low, "high": high}

    @property
    def sentence(self) -> str:
        """What is known and what is not, in one line; empty for an empty set."""
        return "; ".join(part for part in (self._counted(), self._unknown(), self._inside()) if part)

    def _counted(self) -> str:
        count = len(self.counted)
        if not count:
            return ""
        given = {"figure": self.figure, "count": intcomma(count)}
        if self.of == SizeOf.AFFILIATES:
            return ngettext("%(figure)s affiliates of %(count)s body", "%(figure)s affiliates of %(count)s bodies", count) % given
        return ngettext("%(figure)s people in %(count)s body", "%(figure)s people in %(count)s bodies", count) % given

    def _unknown(self) -> str:
        count = len(self.unknown)
        words = ngettext("%(count)s body states no size", "%(count)s bodies state no size", count)
        return words % {"count": intcomma(count)} if count else ""

    def _inside(self) -> str:
        count = len(self.inside)
        words = ngettext("%(count)s is part of a body already counted", "%(count)s are parts of bodies already counted", count)
        return words % {"count": intcomma(count)} if count else ""


def total(organisations: Iterable[Organisation], of: str = SizeOf.MEMBERS) -> Totals:
    """Of these, each taken once; in two queries, however many they are."""
    by_id = {each.pk: each for each in organisations}
    rolled = roll_up(by_id, umbrellas(), stated_sizes(by_id, of))
    return Totals(
        of=of,
        low=rolled.low,
        high=rolled.high,
        counted=tuple(by_id[each] for each in rolled.counted),
        inside=tuple((by_id[each], by_id[whole]) for each, whole in rolled.inside.items()),
        unknown=tuple(by_id[each] for each in rolled.unknown),
        disputed=tuple(by_id[each] for each in rolled.disputed),
    )


def stated_sizes(ids: Iterable[int], of: str) -> dict[int, Range]:
    """The newest statement with a number, of each."""
    oldest_first = Size.objects.filter(organisation__in=list(ids), of=of).order_by(F("stated").asc(nulls_first=True), "id")
    rows = oldest_first.values_list("organisation_id", "low", "high")  # so that the newest is what remains
    return {each: Range(low, high) for each, low, high in rows if (low, high) != (None, None)}
