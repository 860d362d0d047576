"""What gives a drawing its measure: a scale in kilometres and miles, and lines of latitude and longitude."""

from collections.abc import Iterator
from math import ceil, floor, log10

from django.utils import formats
from django.utils.translation import gettext as _

from commonwire.maps.projection import Projection

KILOMETRES_PER_MILE = 1.609344
WIDEST_TRUE = 40.0  # degrees of latitude; over more than that no one length is right everywhere
STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60)


def scales(projection: Projection, width: float, height: float) -> list[tuple[float, str]]:
    """(length on the drawing, what it stands for), kilometres and then miles; none for half a world."""
    if height / projection.per_degree > WIDEST_TRUE:
        return []
    return [
        _scale(projection.per_kilometre, width, _("%(count)s km")),
        _scale(projection.per_kilometre * KILOMETRES_PER_MILE, width, _("%(count)s mi")),
    ]


def _scale(per_unit: float, width: float, words: str) -> tuple[float, str]:
    """The roundest length that takes at most a sixth of the width."""
    most = width / 6 / per_unit
    power = floor(log10(most))
    times = max(each for each in (1, 2, 5) if each * 10.0**power <= most)
    return times * 10.0**power * per_unit, words % {"count": _number(times * 10.0**power, max(0, -power))}


def parallels(projection: Projection, height: float, apart: float) -> Iterator[tuple[float, str]]:
    """(y, `38.5° N`) of lines of latitude."""
    step = _step(apart / projection.per_degree)
    south = projection.north - height / projection.per_degree
    for number in range(ceil(max(south, -90) / step), floor(min(projection.north, 90) / step) + 1):
        latitude = number * step
        sign = _("N") if latitude > 0 else _("S") if latitude < 0 else ""
        yield (projection.north - latitude) * projection.per_degree, _degrees(abs(latitude), step, sign)


def meridians(projection: Projection, width: float, apart: float) -> Iterator[tuple[float, str]]:
    """(x, `122° W`) of lines of longitude."""
    unit = projection.per_degree * projection.squeeze
    step = _step(apart / unit)
    for number in range(ceil(projection.west / step), floor((projection.west + width / unit) / step) + 1):
        longitude = (number * step + 180) % 360 - 180
        sign = _("E") if 0 < longitude < 180 else _("W") if -180 < longitude < 0 else ""
        yield (number * step - projection.west) * unit, _degrees(abs(longitude), step, sign)


def _step(least: float) -> float:
    return next((step for step in STEPS if step >= least), STEPS[-1])


def _degrees(value: float, step: float, sign: str) -> str:
    number = _number(value, max(0, ceil(-log10(step))))
    return f"{number}° {sign}".rstrip()


def _number(value: float, decimals: int) -> str:
    """In the language being spoken, which cuts decimals off unless they are rounded first."""
    return str(formats.number_format(round(value, decimals), decimals))
