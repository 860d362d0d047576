"""How many people stand behind a set of organisations: nobody counted twice where that can be known, and what is not known said.

An affiliate, at any depth, whose umbrella is in the set and states a size is inside that size. Ranges add up as ranges. A sum is said as
exactly as the least exact of its big numbers: "over 140,000" and 244 are "at least about 140,000". `low` and `high` stay exact.

    total(organisations).sentence  # "at least 80,000 people in 3 bodies; 2 bodies state no size; 5 are parts of bodies already counted"
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonwire.organisations.models import Organisation, Size
from commonwire.organisations.queries import umbrellas
from commonwire.organisations.roll_up import roll_up
from commonwire.organisations.rounding import grain_of
from commonwire.organisations.sizes import Range
from commonwire.organisations.words import SizeOf


@dataclass(frozen=True)
class Totals:
    """`low` and `high` are of those counted, exactly as they add up; `high` is None when any of them gives no upper end.

    The grains are how exactly each end may be said: to the thousand, to the ten thousand.
    """

    of: str
    low: int
    high: int | None
    counted: tuple[Organisation, ...]
    inside: tuple[tuple[Organisation, Organisation], ...]  # (not counted, because it is a part of this one)
    unknown: tuple[Organisation, ...]
    disputed: tuple[Organisation, ...]
    low_grain: int = 1
    high_grain: int = 1

    @property
    def said_low(self) -> int:
        """Never more than the sum."""
        return self.low - self.low % self.low_grain

    @property
    def said_high(self) -> int | None:
        """Never less than the sum."""
        return None if self.high is None else self.high + -self.high % self.high_grain

    @property
    def figure(self) -> str:
        """As in "at least 80,000", "between 2,000 and 3,000", "300", "about 5,000"; empty when nobody states a size."""
        if not self.counted:
            return ""
        if self.high is not None and self.low == self.high:
            low = intcomma(self.said_low)
            return low if self.said_low == self.low else _("about %(low)s") % {"low": low}
        return self._rounded() if (self.said_low, self.said_high) != (self.low, self.high) else self._exact()

    def _exact(self) -> str:
        low, high = intcomma(self.low), intcomma(self.high or 0)
        if self.high is None:
            return _("at least %(low)s") % {"low": low}
        return _("between %(low)s and %(high)s") % {"low": low, "high": high} if self.low else _("up to %(high)s") % {"high": high}

    def _rounded(self) -> str:
        low, high = intcomma(self.said_low), intcomma(self.said_high or 0)
        if self.high is None:
            return _("at least about %(low)s") % {"low": low}
        if not self.said_low:
            return _("up to about %(high)s") % {"high": high}
        return _("between about %(low)s and %(high)s") % {"low": low, "high": high}

    @property
    def sentence(self) -> str:
        """What is known and what is not, in one line; empty for an empty set."""
        return "; ".join(part for part in (self._counted(), self._unknown(), self._inside(), self._disputed()) if part)

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

    def _disputed(self) -> str:
        count = len(self.disputed)
        one = "%(count)s body states fewer than its parts do together: the parts are counted"
        words = ngettext(one, "%(count)s bodies state fewer than their parts do together: the parts are counted", count)
        return words % {"count": intcomma(count)} if count else ""


def total(organisations: Iterable[Organisation], of: str = SizeOf.MEMBERS) -> Totals:
    """Of these, each taken once; in two queries, however many they are."""
    by_id = {each.pk: each for each in organisations}
    sizes = stated_sizes(by_id, of)
    rolled = roll_up(by_id, umbrellas(), sizes)
    return Totals(
        of=of,
        low=rolled.low,
        high=rolled.high,
        counted=tuple(by_id[each] for each in rolled.counted),
        inside=tuple((by_id[each], by_id[whole]) for each, whole in rolled.inside.items()),
        unknown=tuple(by_id[each] for each in rolled.unknown),
        disputed=tuple(by_id[each] for each in rolled.disputed),
        low_grain=grain_of(sizes[each].low for each in rolled.behind),
        high_grain=grain_of(sizes[each].high for each in rolled.behind),
    )


def stated_sizes(ids: Iterable[int], of: str) -> dict[int, Range]:
    """The newest statement with a number, of each."""
    oldest_first = Size.objects.filter(organisation__in=list(ids), of=of).order_by(F("stated").asc(nulls_first=True), "id")
    rows = oldest_first.values_list("organisation_id", "low", "high")  # so that the newest is what remains
    return {each: Range(low, high) for each, low, high in rows if (low, high) != (None, None)}
