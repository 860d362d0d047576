"""Places too near to each other to be told apart share one circle. The same places always give the same circles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from string import ascii_uppercase

from commonwire.maps.circle import Position

RADIUS = 15.0
GAP = 2.0


@dataclass(frozen=True)
class Mark:
    """A circle: `members` are the positions of its pins in the list, counted from 0; `count` is what they weigh together."""

    x: float
    y: float
    members: tuple[int, ...]
    count: int

    @cached_property  # asked for every two circles
    def radius(self) -> float:
        return RADIUS + (0 if len(self.members) == 1 else 3 if self.count < 100 else 6)


def gather(points: Sequence[Position], weights: Sequence[int], most: int) -> list[Mark]:
    """Circles that do not touch, in the order of their first members; wider apart where there would be more than `most`."""
    gap = GAP
    marks = _apart(_snapped(points, weights), gap)
    while len(marks) > most:
        gap = gap * 1.5 + 2
        marks = _apart(marks, gap)
    return sorted(marks, key=lambda mark: mark.members)


def _snapped(points: Sequence[Position], weights: Sequence[int]) -> list[Mark]:
    """One circle for what lies within one small square, so that few are left to compare."""
    squares: dict[tuple[int, int], list[Mark]] = {}
    for number, (x, y) in enumerate(points):
        squares.setdefault((int(x // RADIUS), int(y // RADIUS)), []).append(Mark(x, y, (number,), weights[number]))
    return [_merged(marks) for marks in squares.values()]


def _merged(marks: Sequence[Mark]) -> Mark:
    size = sum(len(mark.members) for mark in marks)
    x = sum(mark.x * len(mark.members) for mark in marks) / size
    y = sum(mark.y * len(mark.members) for mark in marks) / size
    return Mark(x, y, tuple(sorted(number for mark in marks for number in mark.members)), sum(mark.count for mark in marks))


def _apart(marks: list[Mark], gap: float) -> list[Mark]:
    """Merge the nearest two that touch, wherever there are two, until none do."""
    while pairs := sorted(_touching(marks, gap)):
        taken: set[int] = set()
        merged = []
        for _, one, other in pairs:
            if not taken & {one, other}:
                taken |= {one, other}
                merged.append(_merged([marks[one], marks[other]]))
        marks = [mark for number, mark in enumerate(marks) if number not in taken] + merged
    return marks


def _touching(marks: Sequence[Mark], gap: float) -> Iterator[tuple[float, int, int]]:
    """(square of the distance, one, other) of every two that are too near."""
    side = 2 * (RADIUS + 6) + gap
    squares: dict[tuple[int, int], list[int]] = {}
    for number, mark in enumerate(marks):
        here = int(mark.x // side), int(mark.y // side)
        for other in _around(squares, here):
            distance = (mark.x - marks[other].x) ** 2 + (mark.y - marks[other].y) ** 2
            if distance < (mark.radius + marks[other].radius + gap) ** 2:
                yield distance, other, number
        squares.setdefault(here, []).append(number)


def _around(squares: dict[tuple[int, int], list[int]], here: tuple[int, int]) -> Iterator[int]:
    for right, down in product((-1, 0, 1), repeat=2):
        yield from squares.get((here[0] + right, here[1] + down), ())


def letters(number: int) -> str:
    """A, B … Z, AA, AB: what a circle of several is called beside its entries."""
    name = ""
    while number >= 0:
        number, last = divmod(number, 26)
        name, number = ascii_uppercase[last] + name, number - 1
    return name


def ranges(numbers: Iterable[int]) -> str:
    """`1–4, 7, 9–10` of sorted numbers."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)
