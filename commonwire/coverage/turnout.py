"""How many came, as ranges that are kept apart by who says it. Pure: nothing here makes one number out of several.

A range runs from the lowest to the highest that one sayer said of one rally; what an editor confirmed and what readers filed in the
name of the same sayer are two ranges. Over the rallies of a day, each sayer's lows and highs are
added, and it is said for how many rallies that sayer said anything; what was said of the day as a whole stands by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from commonwire.coverage.words import EstimateStanding, Sayer, standing_words

_PLACE = {sayer: place for place, sayer in enumerate(Sayer.values)}
_KINDS = [(sayer, standing.value) for sayer in Sayer.values for standing in (EstimateStanding.CONFIRMED, EstimateStanding.CLAIMED)]


class Figures:
    """What a range is asked, whether it is of one rally or of many."""

    sayer: str
    low: int
    high: int
    standing: str

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def sayer_words(self) -> str:
        return str(Sayer(self.sayer).label)

    @property
    def is_confirmed(self) -> bool:
        return self.standing == EstimateStanding.CONFIRMED

    @property
    def standing_words(self) -> str:
        return standing_words(self.sayer, self.standing)


@dataclass(frozen=True)
class Said(Figures):
    """What one sayer said of one rally (or of the whole day, when `rally` is None), in so many estimates of one standing."""

    rally: int | None
    sayer: str
    low: int
    high: int
    estimates: int
    standing: str = EstimateStanding.CLAIMED


@dataclass(frozen=True)
class Sum(Figures):
    """One sayer over the rallies of a day: said of `rallies` of them, out of `of`."""

    sayer: str
    low: int
    high: int
    estimates: int
    rallies: int
    of: int
    standing: str = EstimateStanding.CLAIMED


def in_order(said: Iterable[Said]) -> list[Said]:
    """As the sayers are listed, of each what is confirmed first."""
    return sorted(said, key=lambda each: (_PLACE[each.sayer], not each.is_confirmed))


def by_rally(said: Iterable[Said]) -> Mapping[int | None, list[Said]]:
    found: dict[int | None, list[Said]] = {}
    for each in in_order(said):
        found.setdefault(each.rally, []).append(each)
    return found


def sums(said: Sequence[Said], rallies: int) -> list[Sum]:
    """For each sayer that said something of a rally, what is confirmed apart from the rest."""
    of_rallies = [each for each in said if each.rally is not None]
    kinds = ((kind, [each for each in of_rallies if (each.sayer, each.standing) == kind]) for kind in _KINDS)
    return [_sum(*kind, some, rallies) for kind, some in kinds if some]


def _sum(sayer: str, standing: str, some: Sequence[Said], rallies: int) -> Sum:
    low, high, estimates = (sum(getattr(each, name) for each in some) for name in ("low", "high", "estimates"))
    return Sum(sayer, low, high, estimates, rallies=len(some), of=max(rallies, len(some)), standing=standing)
