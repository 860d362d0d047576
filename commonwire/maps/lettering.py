"""Words on a drawing: how wide they are, and where they find room without covering anything."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

from commonwire.maps.circle import Position
from commonwire.maps.clusters import Mark

ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Box") -> bool:
        return self.left <= other.left and other.right <= self.right and self.top <= other.top and other.bottom <= self.bottom


@dataclass(frozen=True)
class Words:
    """A line of text at its baseline."""

    x: float
    y: float
    anchor: str
    text: str

    def box(self, size: float) -> Box:
        wide = width_of(self.text, size)
        left = self.x - wide * ANCHORS[self.anchor]
        return Box(left - 2, self.y - size, left + wide + 2, self.y + size * 0.3)


def width_of(text: str, size: float) -> float:
    """An upper guess: no font is at hand where the drawing is made."""
    units = sum(0 if combining(sign) else 1.0 if east_asian_width(sign) in "WF" else 0.6 for sign in text)
    return units * size


def cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


class Paper:
    """What is on the paper already; text goes where nothing is."""

    def __init__(self, within: Box, marks: list[Mark]) -> None:
        self._within = within
        self._taken = [Box(mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius) for mark in marks]

    def beside(self, mark: Mark, text: str, size: float) -> Words | None:
        """To the right of a circle, or left, below, above: where there is room first."""
        return self._first(_sides(mark, text, size), size)

    def first(self, wanted: Iterable[Words], size: float, fits: Callable[[Box], bool]) -> Words | None:
        """The first that covers nothing and of which `fits` is true."""
        return self._first((words for words in wanted if fits(words.box(size))), size)

    def free(self, wanted: Iterable[Words], size: float) -> list[Words]:
        """Those of the texts that cover nothing."""
        return [words for words in wanted if self._first(iter([words]), size)]

    def take(self, x: float, y: float, radius: float) -> None:
        """A dot that no text is to cover."""
        self._taken.append(Box(x - radius, y - radius, x + radius, y + radius))

    def _first(self, wanted: Iterator[Words], size: float) -> Words | None:
        for words in wanted:
            box = words.box(size)
            if self._within.holds(box) and not any(box.meets(taken) for taken in self._taken):
                self._taken.append(box)
                return words
        return None


def around(place: Position, text: str, size: float) -> Iterator[Words]:
    """Across a place, or a line or two higher or lower, or to one side of it."""
    x, y = place
    lines = [y + size * (0.35 + step * 1.2) for step in (0, 1, -1, 2, -2)]
    yield from (Words(x, line, anchor, text) for anchor in ("middle", "start", "end") for line in lines)


def about_dot(place: Position, marks: Iterable[Mark], text: str, size: float) -> Iterator[Words]:
    """Below a dot, above it, beside it; beside the circle that covers it."""
    x, y = place
    yield from _sides(Mark(x, y, (0,), 1), text, size, away=7)
    for mark in marks:
        if (mark.x - x) ** 2 + (mark.y - y) ** 2 < (mark.radius + 4) ** 2:
            yield from _sides(mark, text, size)


def _sides(mark: Mark, text: str, size: float, away: float = 0) -> Iterator[Words]:
    away = away or mark.radius + 4
    yield Words(mark.x + away, mark.y + size * 0.35, "start", text)
    yield Words(mark.x - away, mark.y + size * 0.35, "end", text)
    yield Words(mark.x, mark.y + away + size, "middle", text)
    yield Words(mark.x, mark.y - away - size * 0.2, "middle", text)
