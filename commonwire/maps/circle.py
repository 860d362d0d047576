"""Longitudes lie on a circle: rings unwound across the antimeridian, and the longitude where a map is best cut."""

from collections.abc import Iterable

Position = tuple[float, float]
Ring = list[Position]


def unwound(ring: Ring) -> Ring:
    """The ring without a jump from one side of the world to the other, where that makes a narrower, closed ring of it."""
    turned = _without_jumps(ring)
    closes = not ring or abs(turned[-1][0] - turned[0][0]) < 1e-9
    return turned if closes and 0 < _span(turned) < _span(ring) else ring


def _without_jumps(ring: Ring) -> Ring:
    made: Ring = []
    for longitude, latitude in ring:
        if made:
            longitude += 360 * round((made[-1][0] - longitude) / 360)
        made.append((longitude, latitude))
    return made


def _span(ring: Ring) -> float:
    longitudes = [longitude for longitude, _ in ring]
    return max(longitudes) - min(longitudes)


def western_edge(spans: Iterable[Position]) -> float:
    """Where the map begins, so that nothing is cut: the eastern end of the widest stretch of longitude without anything in it."""
    ordered = sorted((low % 360, low % 360 + high - low) for low, high in spans)
    if not ordered:
        return -180.0
    edge, widest, reached = ordered[0][0], ordered[0][0] + 360 - max(high for _, high in ordered), ordered[0][1]
    for low, high in ordered[1:]:
        if low - reached > widest:
            edge, widest = low, low - reached
        reached = max(reached, high)
    return edge if widest > 0 else -180.0


def east_of(edge: float, longitude: float) -> float:
    """The same longitude, counted so that it lies at the edge or up to a turn east of it; rounding keeps what lies on it there."""
    return edge + round((longitude - edge) % 360, 9) % 360


def shifted(ring: Ring, edge: float) -> Ring:
    """The whole ring moved by whole turns, until its western end lies east of the edge."""
    west = min(longitude for longitude, _ in ring)
    turn = east_of(edge, west) - west
    return [(longitude + turn, latitude) for longitude, latitude in ring]
