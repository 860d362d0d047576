"""Positions and rings of a GeoJSON file, each believed only as far as it can be on earth."""

from math import isfinite

from django.utils.translation import gettext as _

from commonwire.maps.circle import Position, Ring, unwound

FARTHEST_EAST = 360  # some programs go on counting beyond 180 instead of cutting there


class NotRead(Exception):
    """A file that cannot be used; its words are for whoever sent it."""


def position_of(said: object, name: str) -> Position:
    """(longitude, latitude); a height is let go."""
    if not (isinstance(said, list) and len(said) >= 2 and all(_is_number(each) for each in said[:2])):
        raise NotRead(_("The feature “%(name)s” has a position that is not two numbers.") % {"name": name})
    x, y = said[0], said[1]
    if abs(y) <= 90 and abs(x) <= FARTHEST_EAST:
        return float(x), float(y)
    if abs(x) <= 90 and abs(y) <= 180:
        sentence = _("The feature “%(name)s” has a latitude beyond 90. GeoJSON writes longitude first: are its coordinates swapped?")
    else:
        sentence = _(
            "The feature “%(name)s” has coordinates that are no degrees. Please export it in longitude and latitude (WGS 84, EPSG:4326)."
        )
    raise NotRead(sentence % {"name": name})


def _is_number(each: object) -> bool:
    """Also a whole number too large for a float is no number here; `true` is none either."""
    if isinstance(each, bool) or not isinstance(each, int | float):
        return False
    return abs(each) < 10**12 and isfinite(each)


def outline_of(rings: list[object], name: str) -> list[list[Ring]]:
    """One polygon in a list, or none when its outer ring encloses nothing. Holes that enclose nothing go alone."""
    read = [_ring(ring, name) for ring in rings]
    return [[read[0], *(ring for ring in read[1:] if ring)]] if read and read[0] else []


def _ring(said: object, name: str) -> Ring:
    """Closed, without a point that repeats the one before; empty when there are not three of them."""
    if not isinstance(said, list):
        raise NotRead(_("The feature “%(name)s” has a ring that is no list of positions.") % {"name": name})
    ring: Ring = []
    for each in said:
        position = position_of(each, name)
        if not ring or position != ring[-1]:
            ring.append(position)
    if ring and ring[0] != ring[-1]:
        ring.append(ring[0])
    return unwound(ring) if len(set(ring)) > 2 else []
