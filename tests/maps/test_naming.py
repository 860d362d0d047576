"""Names of regions: within their own outline or beside it, across nobody's lines, and never a dot without its name."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from commonwire.maps.circle import Ring
from commonwire.maps.lettering import Box, Words
from commonwire.maps.naming import Terrain
from commonwire.maps.sketch import Place, Shape, Sketch, wide_and_narrow
from tests.maps.shapes import ring

NARROW: Ring = [(-122.0, 38.0), (-121.97, 38.0), (-121.97, 39.0), (-122.0, 39.0), (-122.0, 38.0)]


def sketches(shapes: list[Shape], places: list[Place] | None = None) -> list[Sketch]:
    return [Sketch(places or [], shapes, size, "map") for size in wide_and_narrow(960, 420)]


def names(drawn: str) -> dict[str, Words]:
    """As they stand on the drawing."""
    group = re.search(r'<g class="map-names">(.*?)</g>', drawn)
    texts = re.findall(r'<text x="(.*?)" y="(.*?)"(?: text-anchor="(.*?)")?>(.*?)</text>', group[1] if group else "")
    return {unescape(text): Words(float(x), float(y), anchor or "start", unescape(text)) for x, y, anchor, text in texts}


def outline(name: str, longitude: float, latitude: float, size: float = 1.0) -> Shape:
    return Shape(name, (ring(longitude, latitude, size),), latitude, longitude)


def dots(drawn: str) -> int:
    group = re.search(r'<g class="map-regions">(.*?)</g>', drawn)
    return group[1].count("<circle") if group else 0


def test_a_name_too_long_for_its_outline_stands_beside_it() -> None:
    narrow, neighbour = Shape("The long lagoon of Port Ellery", (NARROW,), 38.5, -121.985), outline("Coast", -120.5, 38.5, 0.4)
    for sketch in sketches([narrow, neighbour]):
        terrain = Terrain([[sketch.projection.ring(each) for each in shape.rings] for shape in (narrow, neighbour)])
        written = names(sketch.drawn())
        assert set(written) == {"The long lagoon of Port Ellery", "Coast"}
        assert terrain.is_open(written["The long lagoon of Port Ellery"].box(sketch.size.font))
        assert terrain.is_inside(1, written["Coast"].box(sketch.size.font))


def test_a_name_moves_within_its_outline_when_a_circle_stands_in_the_middle() -> None:
    for sketch in sketches([outline("Coast", -122, 38)], [Place(38, -122, "", "/a/", 1), Place(38, -122, "", "/b/", 1)]):
        terrain = Terrain([[sketch.projection.ring(ring(-122, 38))]])
        assert terrain.is_inside(0, names(sketch.drawn())["Coast"].box(sketch.size.font))


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_middle_keeps_its_name_when_circles_cover_it(count: int) -> None:
    places = [Place(38.2, -122.1, f"Rally {each}", f"/{each}/", 1) for each in range(count)]
    for sketch in sketches([outline("Port Ellery", -122, 38), Shape("Mill Ward", (), 38.2, -122.1)], places):
        drawn = sketch.drawn()
        assert {"Mill Ward", "Port Ellery"} <= set(names(drawn))
        assert dots(drawn) == 1


def test_no_room_no_name_and_no_dot() -> None:
    crowd = [Place(38 + row / 4, -122 + column / 4, "", "/a/", 1) for row in range(12) for column in range(40)]
    long = "A region whose name is as long as it may be"
    for sketch in sketches([Shape(long, (), 39, -117)], crowd):
        drawn = sketch.drawn()
        assert dots(drawn) == len(names(drawn)) == 0


places = some.builds(Place, some.floats(37, 39), some.floats(-123, -121), some.just("Hall"), some.just(""), some.integers(1, 5))
shapes = some.builds(
    outline, some.sampled_from(["Coast", "Port Ellery", "Wick & North Shore"]), some.floats(-123, -121), some.floats(37, 39)
)


@given(some.lists(places, max_size=20), some.lists(shapes, max_size=3))
def test_no_name_covers_a_circle_or_another_name(pins: list[Place], regions: list[Shape]) -> None:
    for sketch in sketches([*regions, Shape("Mill Ward", (), 38, -122)], pins):
        boxes = [words.box(sketch.size.font) for words in names(sketch.drawn()).values()]
        circles = [Box(mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius) for mark in sketch.marks]
        less = 0.1  # numbers are written with one decimal
        for number, box in enumerate(boxes):
            smaller = Box(box.left + less, box.top + less, box.right - less, box.bottom - less)
            assert not any(smaller.meets(other) for other in [*boxes[:number], *circles])
