"""How large a ring is, and where its middle lies."""

from itertools import pairwise

from commonwire.maps.circle import Position, Ring

FINEST = 5  # decimals of a degree: a metre


def area(ring: Ring) -> float:
    """In square degrees, signed by the direction in which the ring runs."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def centre_of(rings: list[Ring]) -> Position:
    """(latitude, longitude) of the balance point of the largest of these rings, within its frame whatever the ring does."""
    ring = max(rings, key=lambda each: abs(area(each)))
    west, south = min(x for x, _y in ring), min(y for _x, y in ring)
    wide, high = max(x for x, _y in ring) - west, max(y for _x, y in ring) - south
    x, y = _balance([(x - west, y - south) for x, y in ring]) or (wide / 2, high / 2)
    return on_globe(south + min(max(y, 0), high), west + min(max(x, 0), wide))


def _balance(ring: Ring) -> Position | None:
    """Of a ring near nought, where sums of small differences stay exact; None when it encloses next to nothing."""
    size = 6 * area(ring)
    if abs(size) < 1e-12:
        return None
    crosses = [(x1 + x2, y1 + y2, x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairwise(ring)]
    return sum(x * cross for x, _y, cross in crosses) / size, sum(y * cross for _x, y, cross in crosses) / size


def on_globe(latitude: float, longitude: float) -> Position:
    """The same place with a longitude from -180 to 180."""
    return rounded((latitude, (longitude + 180) % 360 - 180))


def rounded(position: Position) -> Position:
    return round(position[0], FINEST), round(position[1], FINEST)
