"""Where the names of regions stand: inside of their own outline, or just beside it, and not across anybody's lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from commonwire.maps.circle import Position
from commonwire.maps.lettering import Box, Words, width_of

CELL = 4.0  # the drawing as a chequered sheet: which squares a line runs through
STEPS = 9  # so many heights and so many columns are tried within an outline

Drawn = Sequence[Sequence[Position]]  # the rings of one region, as they lie on the drawing


@dataclass(frozen=True)
class Spread:
    """From where to where a region reaches."""

    left: float
    top: float
    right: float
    bottom: float


class Terrain:
    """The outlines of a drawing, to ask what a box would cover."""

    def __init__(self, regions: Sequence[Drawn]) -> None:
        self._regions = regions
        self._crossed = {cell for rings in regions for ring in rings for cell in _cells(ring)}

    def crosses(self, box: Box) -> bool:
        columns = range(int(box.left // CELL), int(box.right // CELL) + 1)
        rows = range(int(box.top // CELL), int(box.bottom // CELL) + 1)
        return any((column, row) in self._crossed for row in rows for column in columns)

    def is_inside(self, region: int, box: Box) -> bool:
        """Wholly: no line runs through the box, and its middle is within."""
        return not self.crosses(box) and _holds(self._regions[region], _middle(box))

    def is_beside(self, place: Position, box: Box) -> bool:
        """Across no line, and on the same region as the place."""
        return not self.crosses(box) and all(_holds(rings, place) == _holds(rings, _middle(box)) for rings in self._regions)

    def is_open(self, box: Box) -> bool:
        """On no region at all."""
        return not self.crosses(box) and not any(_holds(rings, _middle(box)) for rings in self._regions)


def inside(rings: Drawn, middle: Position, text: str, size: float) -> Iterator[Words]:
    """The middle, then everywhere in the outline, the nearest to the middle first."""
    spread, (x, y) = spread_of(rings), middle
    yield Words(x, y + size * 0.35, "middle", text)
    ways = [
        (
            spread.left + (spread.right - spread.left) * (column + 0.5) / STEPS,
            spread.top + (spread.bottom - spread.top) * (row + 0.5) / STEPS,
        )
        for column in range(STEPS)
        for row in range(STEPS)
    ]
    for across, down in sorted(ways, key=lambda way: hypot(way[0] - x, way[1] - y)):
        yield Words(across, down + size * 0.35, "middle", text)


def outside(rings: Drawn, middle: Position, text: str, size: float) -> Iterator[Words]:
    """Below, above, left, right of the whole outline; then along its sides."""
    spread, (x, y) = spread_of(rings), middle
    under, over, left, right = spread.bottom + size * 1.1, spread.top - size * 0.75, spread.left - 6, spread.right + 6
    yield from (Words(x, under, "middle", text), Words(x, over, "middle", text))
    yield from (Words(left, y, "end", text), Words(right, y, "start", text))
    for line in (under, over):
        yield from (Words(spread.left, line, "start", text), Words(spread.right, line, "end", text))
    half = width_of(text, size) / 2
    for share in (0.2, 0.8, 0.4, 0.6):
        across, down = spread.left + (spread.right - spread.left) * share, spread.top + (spread.bottom - spread.top) * share
        for near in (0.0, half / 2, half):  # a slanting side leaves room further in
            yield from (Words(left + near, down, "end", text), Words(right - near, down, "start", text))
        yield from (Words(across, under, "middle", text), Words(across, over, "middle", text))


def spread_of(rings: Drawn) -> Spread:
    xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
    return Spread(min(xs), min(ys), max(xs), max(ys))


def _middle(box: Box) -> Position:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _cells(ring: Sequence[Position]) -> Iterator[tuple[int, int]]:
    """The squares under a line, stepped along so that none is jumped over by more than a corner."""
    for (x1, y1), (x2, y2) in pairwise(ring):
        steps = max(1, int(hypot(x2 - x1, y2 - y1) // (CELL / 2)))
        for step in range(steps + 1):
            yield int((x1 + (x2 - x1) * step / steps) // CELL), int((y1 + (y2 - y1) * step / steps) // CELL)


def _holds(rings: Drawn, point: Position) -> bool:
    """Whether a ray from the point crosses the rings an odd number of times."""
    x, y = point
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            crossed += (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    return crossed % 2 == 1
