"""One drawing at one size: ground, outlines, circles, words, and a scale below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.utils.html import escape

from commonwire.maps import canvas
from commonwire.maps.circle import Position, Ring
from commonwire.maps.clusters import Mark, gather, letters, ranges
from commonwire.maps.lettering import Box, Paper, Words, about_dot, around, cut
from commonwire.maps.measures import meridians, parallels, scales
from commonwire.maps.naming import Terrain, inside, outside
from commonwire.maps.projection import Projection, fit

STRIP = 26.0  # below the ground, for the scale
SMALL = 12.0
ROW = 45.0


@dataclass(frozen=True)
class Size:
    """`marks` and `labels`: how many circles there may be, and up to how many of them are named."""

    name: str
    width: float
    height: float
    margin: float = 44
    font: float = 14
    longest: int = 34
    marks: int = 140
    labels: int = 16
    apart: float = 100

    @property
    def ground(self) -> float:
        return self.height - STRIP


@dataclass(frozen=True)
class Place:
    """A pin with its words made clean and its link found safe."""

    latitude: float
    longitude: float
    label: str
    url: str
    weight: int


@dataclass(frozen=True)
class Shape:
    """A region: its rings, if a steward gave some, and its middle."""

    name: str
    rings: tuple[Ring, ...]
    latitude: float
    longitude: float


class Sketch:
    """Places and shapes laid out on a sheet of one size; `marks` are its circles, `anchor` begins the ids of the list's entries."""

    def __init__(self, places: Sequence[Place], shapes: Sequence[Shape], size: Size, anchor: str) -> None:
        self.places, self.shapes, self.size, self.anchor = places, shapes, size, anchor
        spots = [(place.longitude, place.latitude) for place in places]
        spots += [(shape.longitude, shape.latitude) for shape in shapes]
        rings = [ring for shape in shapes for ring in shape.rings]
        self.projection: Projection = fit(spots, rings, size.width, size.ground, size.margin)
        points = [self.projection.at(place.latitude, place.longitude) for place in places]
        self.marks = gather(points, [place.weight for place in places], size.marks)
        self.names = self._letters()
        self._rings = [[self.projection.ring(ring) for ring in shape.rings] for shape in shapes]
        self._paper = Paper(Box(2, 2, size.width - 2, size.ground - 2), self.marks)

    def _letters(self) -> dict[Mark, str]:
        """In the order in which one reads: rows from above, and each from its left."""
        several = sorted((mark for mark in self.marks if len(mark.members) > 1), key=lambda mark: (mark.y // ROW, mark.x))
        return {mark: letters(number) for number, mark in enumerate(several)}

    def letter_of(self) -> dict[int, str]:
        """By the position of a pin: the letter of the circle that it shares."""
        return {member: name for mark, name in self.names.items() for member in mark.members}

    def drawn(self) -> str:
        labels = self._labels()  # in this order they find room: places, then regions, then degrees
        named = self._region_names()
        names = canvas.group("map-names", (canvas.text(words) for _, words in named))
        dotted = [shape for shape, _ in named if not shape.rings]  # a dot without its name would say nothing
        grid = [] if any(shape.rings for shape in self.shapes) else self._grid()
        ground = f'<rect class="map-ground" width="{canvas.number(self.size.width)}" height="{canvas.number(self.size.ground)}"/>'
        parts = [ground, *grid, self._regions(dotted), names, labels, self._circles(), self._scale()]
        return "".join(parts)

    def _regions(self, dotted: Sequence[Shape]) -> str:
        dots = [canvas.circle(*self._middle(shape), 3) for shape in dotted]
        return canvas.group("map-regions", [*(canvas.path("map-region", data) for data in canvas.outlines(self._rings)), *dots])

    def _middle(self, shape: Shape) -> Position:
        return self.projection.at(shape.latitude, shape.longitude)

    def _region_names(self) -> list[tuple[Shape, Words]]:
        """Those that found room. A middle alone has less to choose from than an outline, so it chooses first."""
        terrain = Terrain(self._rings)
        numbered = sorted(enumerate(self.shapes), key=lambda each: bool(each[1].rings))
        return [(shape, words) for number, shape in numbered if (words := self._named(number, shape, terrain))]

    def _named(self, number: int, shape: Shape, terrain: Terrain) -> Words | None:
        text, font, middle, rings = cut(shape.name, 40), self.size.font, self._middle(shape), self._rings[number]
        if not shape.rings:
            sides = list(about_dot(middle, self.marks, text, font))
            found = self._paper.first(sides, font, lambda box: terrain.is_beside(middle, box))
            return found or self._paper.first(sides, font, lambda box: True)
        return (
            self._paper.first(inside(rings, middle, text, font), font, lambda box: terrain.is_inside(number, box))
            or self._paper.first(outside(rings, middle, text, font), font, terrain.is_open)
            or self._paper.first(around(middle, text, font), font, lambda box: True)
        )

    def _labels(self) -> str:
        """Only where most circles can be named: a few names among many letters would look like a choice."""
        named = [(mark, text) for mark in self.marks if (text := self._label(mark))]
        if not len(self.marks) / 2 <= len(named) <= self.size.labels:
            return ""
        written = [self._paper.beside(mark, text, self.size.font) for mark, text in named]
        return canvas.group("map-labels", (canvas.text(words) for words in written if words))

    def _label(self, mark: Mark) -> str:
        """What all of its pins are called, if they are called the same."""
        labels = {self.places[member].label for member in mark.members}
        return cut(labels.pop(), self.size.longest) if len(labels) == 1 else ""

    def _grid(self) -> list[str]:
        width, ground = self.size.width, self.size.ground
        rows = list(parallels(self.projection, ground, self.size.apart))
        columns = list(meridians(self.projection, width, self.size.apart))
        top, bottom = self.projection.poles(ground)
        lines = [canvas.line(0, y, width, y) for y, _ in rows] + [canvas.line(x, top, x, bottom) for x, _ in columns]
        wanted = chain((Words(6, y - 4, "start", name) for y, name in rows), (Words(x + 4, top + 15, "start", name) for x, name in columns))
        degrees = [canvas.text(words) for words in self._paper.free(wanted, SMALL)]
        return [canvas.group("map-grid", [canvas.path("map-lines", "".join(lines)), *degrees])]

    def _circles(self) -> str:
        one = canvas.group("map-one", (self._single(mark) for mark in self.marks if mark not in self.names))
        return one + canvas.group("map-many", (self._several(mark, name) for mark, name in self.names.items()))

    def _single(self, mark: Mark) -> str:
        place = self.places[mark.members[0]]
        number = mark.members[0] + 1
        sign = canvas.circle(mark.x, mark.y, mark.radius)
        sign += canvas.figure(mark.x, mark.y + 4.8, str(number), "map-long" if number > 99 else "")
        return _linked(place.url, cut(place.label, 60), sign)

    def _several(self, mark: Mark, name: str) -> str:
        sign = canvas.circle(mark.x, mark.y, mark.radius)
        sign += canvas.figure(mark.x, mark.y - 1, name) + canvas.figure(mark.x, mark.y + 11.5, str(mark.count), "map-count")
        said = cut(ranges(member + 1 for member in mark.members), 60)
        return _linked(f"#{self.anchor}-{mark.members[0] + 1}", f"{name}: {said}", sign)

    def _scale(self) -> str:
        x, y = 2.0, self.size.height - 9
        parts = []
        for length, words in scales(self.projection, self.size.width, self.size.ground):
            bar = f"M{canvas.number(x)} {canvas.number(y - 5)}v5h{canvas.number(length)}v-5"
            parts += [canvas.path("map-bar", bar), canvas.text(Words(x + length + 6, y, "start", words))]
            x += length + 6 + Words(0, 0, "start", words).box(SMALL).right + 14
        return canvas.group("map-scale", parts)


def _linked(url: str, title: str, sign: str) -> str:
    """Not a stop for the tabulator: the list beside the map has the same links, once."""
    inside = f"<title>{escape(title)}</title>{sign}"
    return f'<a href="{escape(url)}" tabindex="-1">{inside}</a>' if url else f"<g>{inside}</g>"


def wide_and_narrow(width: int, height: int) -> Iterator[Size]:
    """The size asked for, and one for a phone where that is too wide for it."""
    if width > 480:
        yield Size("wide", width, height)
        yield Size("narrow", 400, 360, margin=32, font=13, longest=22, marks=48, labels=8, apart=90)
    else:
        yield Size("only", width, height, margin=32, font=13, longest=22, marks=48, labels=8, apart=90)
