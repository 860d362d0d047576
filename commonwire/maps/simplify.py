"""Fewer points that say the same: Douglas and Peucker's rule, as an order of importance."""

from collections.abc import Sequence
from math import cos, radians

from commonwire.maps.circle import Position, Ring
from commonwire.maps.middle import area

MOST_POINTS = 400
MOST_COMPARED = 2_000
DEEPEST = 32  # splits within splits; a hostile shape is cut in the middle from there on, so that work stays in proportion


def simplified(rings: Sequence[Ring], most: int = MOST_POINTS) -> list[Ring]:
    """Each closed ring with fewer points, about `most` in all; empty where it was but a speck beside the others."""
    every = 1 + sum(map(len, rings)) // MOST_COMPARED
    kept = _largest([_coarse(ring, every) for ring in rings], most // 4)
    weights = [importance(ring) for ring in kept]
    ranked = sorted((weight for ring in weights for weight in ring), reverse=True)
    least = ranked[most] if len(ranked) > most else 0.0
    return [_above(ring, weight, least) for ring, weight in zip(kept, weights, strict=True)]


def _coarse(ring: Ring, every: int) -> Ring:
    """One in so many points, where there are far more than any drawing can show; never fewer than make a shape."""
    every = min(every, max(1, (len(ring) - 1) // 8))
    return ring if every == 1 else [*ring[:-1:every], ring[-1]]


def _largest(rings: Sequence[Ring], most: int) -> list[Ring]:
    ranked = sorted(range(len(rings)), key=lambda number: (-abs(area(rings[number])), number))
    stay = set(ranked[:most])
    return [ring if number in stay else [] for number, ring in enumerate(rings)]


def importance(ring: Ring) -> list[float]:
    """For each point how far the shape would move without it; the ends and the point farthest from them are never missed."""
    if not ring:
        return []
    squeeze = max(cos(radians(ring[0][1])), 0.15)
    flat = [(x * squeeze, y) for x, y in ring]
    weights = [0.0] * len(ring)
    far = max(range(len(flat)), key=lambda number: (flat[number][0] - flat[0][0]) ** 2 + (flat[number][1] - flat[0][1]) ** 2)
    weights[0] = weights[-1] = weights[far] = float("inf")
    open_spans = [(0, far, float("inf"), 0), (far, len(flat) - 1, float("inf"), 0)]
    while open_spans:
        first, last, above, depth = open_spans.pop()
        if last - first < 2:
            continue
        split, moved = _split(flat, first, last, depth)
        weights[split] = min(moved, above)  # never more than the point it hangs on, so that parents stay
        open_spans += [(first, split, weights[split], depth + 1), (split, last, weights[split], depth + 1)]
    return weights


def _split(flat: Sequence[Position], first: int, last: int, depth: int) -> tuple[int, float]:
    """Where a stretch is cut in two, and how far the shape would move without that point."""
    if depth < DEEPEST:
        return _farthest(flat, first, last)
    middle = (first + last) // 2
    return middle, _farthest([flat[first], flat[middle], flat[last]], 0, 2)[1]


def _farthest(flat: Sequence[Position], first: int, last: int) -> tuple[int, float]:
    """The point between the two that lies farthest from the line that joins them, and how far, squared."""
    (x1, y1), (x2, y2) = flat[first], flat[last]
    along_x, along_y = x2 - x1, y2 - y1
    length = along_x * along_x + along_y * along_y or 1.0
    found, most = first + 1, -1.0
    for number in range(first + 1, last):  # the inmost loop of a reading: nothing is called in it
        x, y = flat[number][0] - x1, flat[number][1] - y1
        share = (x * along_x + y * along_y) / length
        share = 0.0 if share < 0 else 1.0 if share > 1 else share
        away_x, away_y = x - share * along_x, y - share * along_y
        moved = away_x * away_x + away_y * away_y
        if moved > most:
            found, most = number, moved
    return found, most


def _above(ring: Ring, weights: Sequence[float], least: float) -> Ring:
    """A ring of at least four points: a triangle, closed."""
    kept = [point for point, weight in zip(ring, weights, strict=True) if weight > least]
    if len(kept) >= 4 or not ring:
        return kept
    ranked = sorted(range(len(ring)), key=lambda number: (-weights[number], number))
    return [ring[number] for number in sorted(ranked[:4])]
