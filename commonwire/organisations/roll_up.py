"""Adding up sizes in a forest of umbrellas, by ids alone: nobody twice, and no whole smaller than its parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from commonwire.organisations.sizes import Range


@dataclass(frozen=True)
class RollUp:
    """By ids. `inside` says for each one not counted in whose size it is; `disputed` are counted ones that state less than their parts.

    The low end of a counted body is what it states, or what its parts in the set state together where that is more. `behind` are those on
    whose own statements the sum rests.
    """

    low: int
    high: int | None
    counted: tuple[int, ...]
    inside: dict[int, int]
    unknown: tuple[int, ...]
    disputed: tuple[int, ...]
    behind: tuple[int, ...]


def roll_up(ids: Iterable[int], above: Mapping[int, int], sizes: Mapping[int, Range]) -> RollUp:
    """`above` leads from each affiliate to its umbrella, without circles; `sizes` holds what is stated."""
    wanted = sorted(set(ids))
    stated = {each for each in wanted if each in sizes and sizes[each].is_stated}
    nearest = _nearest(wanted, above, stated)
    inside = {each: whole for each in wanted if (whole := _topmost(each, nearest)) is not None}
    counted = [each for each in wanted if each in stated and each not in inside]
    parts = {each: whole for each in sorted(stated) if (whole := nearest[each]) is not None}
    lows, sums = _lows(stated, parts, sizes)
    overruled = {each for each, least in sums.items() if least > (sizes[each].low or 0)}
    disputed = {each for each in overruled if (high := sizes[each].high) is not None and sums[each] > high}
    highs = [None if each in disputed else sizes[each].high for each in counted]
    known = [high for high in highs if high is not None]
    return RollUp(
        low=sum(lows[each] for each in counted),
        high=sum(known) if len(known) == len(highs) else None,
        counted=tuple(counted),
        inside=inside,
        unknown=tuple(each for each in wanted if each not in stated and each not in inside),
        disputed=tuple(each for each in counted if each in disputed),
        behind=_behind(counted, parts, overruled),
    )


def _nearest(wanted: Iterable[int], above: Mapping[int, int], stated: set[int]) -> dict[int, int | None]:
    """The nearest body over each that is in the set and states a size; every body is looked at once, however many are below it."""
    known: dict[int, int | None] = {}
    for each in wanted:
        chain, here, found = list[int](), each, None
        while here not in known and here not in chain:  # circles are refused when they are made; never turn for ever
            chain.append(here)
            over = above.get(here)
            if over is None or over in stated:
                found = over
                break
            here = over
        else:
            found = known.get(here)
        known |= dict.fromkeys(chain, found)
    return known


def _topmost(each: int, nearest: Mapping[int, int | None]) -> int | None:
    """The highest counted body over it: the last of the nearest ones."""
    seen, over, top = {each}, nearest.get(each), None
    while over is not None and over not in seen:
        seen.add(over)
        top, over = over, nearest.get(over)
    return top


def _lows(stated: set[int], parts: Mapping[int, int], sizes: Mapping[int, Range]) -> tuple[dict[int, int], dict[int, int]]:
    """The low end of each, its parts heard; and what the parts of each say together."""
    sums: dict[int, int] = {}
    lows: dict[int, int] = {}
    for each in _parts_first(stated, parts):
        lows[each] = max(sizes[each].low or 0, sums.get(each, 0))
        if each in parts:
            sums[parts[each]] = sums.get(parts[each], 0) + lows[each]
    return lows, sums


def _behind(counted: Iterable[int], parts: Mapping[int, int], overruled: set[int]) -> tuple[int, ...]:
    """A counted body, or its parts where they say more."""
    below: dict[int, list[int]] = {}
    for each, whole in parts.items():
        below.setdefault(whole, []).append(each)
    found = list(counted)
    for each in found:  # grows while it is walked
        found += below[each] if each in overruled else []
    return tuple(sorted(each for each in found if each not in overruled))


def _parts_first(stated: set[int], parts: Mapping[int, int]) -> list[int]:
    waiting = dict.fromkeys(sorted(stated), 0)
    for whole in parts.values():
        waiting[whole] += 1
    ready = [each for each, count in waiting.items() if not count]
    for each in ready:  # grows while it is walked
        over = parts.get(each)
        if over is not None:
            waiting[over] -= 1
            if not waiting[over]:
                ready.append(over)
    return ready
