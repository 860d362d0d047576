"""What is drawn: every pin in exactly one circle, everything on the paper, twice the same, and nothing of a stranger's words active."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as some

from commonwire.maps.circle import Ring
from commonwire.maps.drawing import Drawing, Pin, draw_shapes
from commonwire.maps.sketch import Place, Shape, Sketch, wide_and_narrow
from tests.maps.shapes import ring


class Seen(HTMLParser):
    """Every element with its attributes, and the texts by the element they stand in."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._in: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._in.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._in.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._in.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._in and self._in[-1] == "text":
            self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def wide(drawing: Drawing) -> Seen:
    return Seen(re.split(r"(?<=</svg>)", drawing)[0])


def shape(longitude: float, latitude: float, size: float = 1.0, name: str = "Coast") -> Shape:
    return Shape(name, (ring(longitude, latitude, size),), latitude, longitude)


def sketches(pins: list[Pin], shapes: list[Shape]) -> list[Sketch]:
    places = [Place(pin.latitude, pin.longitude, pin.label, pin.url, pin.weight) for pin in pins]
    return [Sketch(places, shapes, size, "map") for size in wide_and_narrow(960, 420)]


def town(count: int) -> list[Pin]:
    """Scattered without chance."""
    return [Pin(38 + (each * 61 % 97) / 90, -122 + (each * 37 % 89) / 40, f"Rally {each}", f"/rally/{each}/") for each in range(count)]


pins = some.builds(
    Pin,
    latitude=some.floats(-90, 90),
    longitude=some.floats(-180, 180),
    label=some.text(max_size=50),
    url=some.sampled_from(["", "/a/", "https://example.org/b"]),
    weight=some.integers(1, 50),
)
near = some.tuples(some.floats(-0.01, 0.01), some.floats(-0.01, 0.01)).map(lambda each: Pin(38 + each[0], -122 + each[1], "Harbor"))
shapes = some.builds(shape, some.floats(-180, 180), some.floats(-80, 80), some.floats(0.001, 9))


@given(some.lists(some.one_of(pins, near), max_size=40), some.lists(shapes, max_size=3))
def test_every_pin_is_in_exactly_one_circle(places: list[Pin], regions: list[Shape]) -> None:
    for sketch in sketches(places, regions):
        assert sorted(member for mark in sketch.marks for member in mark.members) == list(range(len(places)))
        assert sum(mark.count for mark in sketch.marks) == sum(pin.weight for pin in places)


@given(some.lists(some.one_of(pins, near), max_size=40), some.lists(shapes, max_size=3))
def test_circles_do_not_touch_and_lie_on_the_paper(places: list[Pin], regions: list[Shape]) -> None:
    for sketch in sketches(places, regions):
        for number, mark in enumerate(sketch.marks):
            assert mark.radius <= mark.x <= sketch.size.width - mark.radius
            assert mark.radius <= mark.y <= sketch.size.ground - mark.radius
            for other in sketch.marks[:number]:
                assert (mark.x - other.x) ** 2 + (mark.y - other.y) ** 2 >= (mark.radius + other.radius) ** 2


@given(some.lists(some.one_of(pins, near), max_size=25), some.lists(shapes, max_size=3))
def test_every_coordinate_lies_within_the_view(places: list[Pin], regions: list[Shape]) -> None:
    for svg in re.findall(r"<svg.*?</svg>", draw_shapes(places, regions, title="Where"), re.S):
        seen = Seen(svg)
        width, height = map(float, seen.all("svg")[0]["viewbox"].split()[2:])
        for _tag, said in seen.elements:
            assert 0 <= float(said.get("x", said.get("cx", 0))) <= width
            assert 0 <= float(said.get("y", said.get("cy", 0))) <= height
            for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", said.get("d", "")):
                assert 0 <= float(x) <= width
                assert 0 <= float(y) <= height
        assert "nan" not in svg
        assert "inf" not in re.sub(r"<(title|text|desc)[^>]*>.*?</\1>", "", svg, flags=re.S)


@given(some.lists(pins, max_size=10))
def test_the_same_pins_give_the_same_drawing(places: list[Pin]) -> None:
    assert draw_shapes(places, [], title="Where") == draw_shapes(list(places), [], title="Where")


def test_map_and_list_say_the_same() -> None:
    drawing = draw_shapes([*town(3), Pin(38.0, -122.0, "Second at the same spot", weight=2)], [], title="Where")
    assert [(entry.number, entry.wide) for entry in drawing.entries] == [(1, "A"), (2, ""), (3, ""), (4, "A")]
    assert {"A", "3", "2"} <= set(wide(drawing).texts)
    page = render_to_string("maps/map.html", {"svg": drawing})
    listed = Seen(page)
    assert [each["id"] for each in listed.all("li")] == [f"{drawing.anchor}-{number}" for number in (1, 2, 3, 4)]
    assert f"#{drawing.anchor}-1" in {each["href"] for each in listed.all("a")}
    assert page.count("map-letter map-wide") == page.count("map-letter map-narrow") == 2


def test_a_long_list_is_folded_and_goes_on_counting() -> None:
    page = render_to_string("maps/map.html", {"svg": draw_shapes(town(45), [], title="Where")})
    assert '<ol start="31">' in page
    assert "15 more places" in page
    assert page.count("<li ") == 45


def test_fiji_stays_together() -> None:
    (sketch, _narrow) = sketches([Pin(-17, 179.5, "Suva"), Pin(-17.2, -179.5, "Lau"), Pin(-16.8, 180, "Taveuni")], [shape(179.9, -17, 0.5)])
    xs = [mark.x for mark in sketch.marks]
    assert len(xs) == 3
    assert sketch.projection.per_kilometre > 0.5
    assert sketch.marks[0].x < sketch.marks[2].x < sketch.marks[1].x


def test_an_outline_across_the_antimeridian_is_drawn_in_one_piece() -> None:
    across: Ring = [(179, -17), (181, -17), (181, -18), (179, -18), (179, -17)]
    (sketch, _narrow) = sketches([Pin(-17.5, -179.5, "Lau")], [Shape("Fiji", (across,), -17.5, 180)])
    drawn = sketch.projection.ring(across)
    assert min(x for x, _ in drawn) < sketch.marks[0].x < max(x for x, _ in drawn) < 960


@pytest.mark.parametrize("latitude", [90, -90])
def test_a_pin_at_a_pole_is_drawn_like_others(latitude: float) -> None:
    drawing = draw_shapes([Pin(latitude, 12, "Pole"), Pin(latitude * 0.9, -100, "Camp")], [], title="Where")
    assert {"1", "2", "Pole", "Camp"} <= set(wide(drawing).texts)


def test_one_point_alone_stands_among_degrees_with_a_scale() -> None:
    seen = wide(draw_shapes([Pin(38.0, -122.0, "Harbor Hall")], [], title="Where"))
    assert {"1", "Harbor Hall", "38.00° N", "38.01° N", "122.02° W", "1 km", "1 mi"} <= set(seen.texts)


def test_with_an_outline_there_are_no_degrees_but_its_name() -> None:
    seen = wide(draw_shapes([Pin(38.0, -122.0, "Harbor Hall")], [shape(-122, 38.5)], title="Where"))
    assert "Coast" in seen.texts
    assert not [text for text in seen.texts if "°" in text]
    assert "map-region" in {each.get("class") for each in seen.all("path")}


def test_the_scale_is_true() -> None:
    (sketch, _narrow) = sketches([Pin(60.0, 10.0, "West"), Pin(60.0, 12.0, "East")], [])
    west, east = sketch.marks
    assert (east.x - west.x) / sketch.projection.per_kilometre == pytest.approx(111.2, rel=0.01)  # two degrees at sixty north


def test_half_a_world_has_no_scale() -> None:
    texts = wide(draw_shapes([Pin(60, -150, "Here"), Pin(-40, 150, "There")], [], title="Where")).texts
    assert not [text for text in texts if text.endswith("km")]


def test_words_are_escaped_and_only_good_addresses_are_links() -> None:
    evil = '"><script>alert(1)</script>\u202e'
    places = [
        Pin(1, 1, evil, "javascript:alert(1)"),
        Pin(2, 2, "b", "//elsewhere.example"),
        Pin(3, 3, "c", "/\\elsewhere.example"),
        Pin(4, 4, "d", "data:text/html,x"),
        Pin(5, 5, "e", '/good/?"onload="x'),
        Pin(6, 6, "f", "https://example.org/"),
        Pin(7, 7, "g", "mailto:someone@example.org"),
    ]
    drawing = draw_shapes(places, [Shape(evil, (ring(4, 4),), 4, 4)], title=evil)
    page = Seen(render_to_string("maps/map.html", {"svg": drawing}))
    assert not page.all("script")
    assert {each["href"] for each in page.all("a")} == {"/good/?%22onload=%22x", "https://example.org/"}
    assert "\u202e" not in drawing.entries[0].label
    assert not [said for _tag, said in page.elements if "style" in said or any(name.startswith("on") for name in said)]


def test_an_image_without_links_and_a_group_with_them() -> None:
    assert wide(draw_shapes([Pin(1, 1, "a")], [], title="Where")).all("svg")[0]["role"] == "img"
    seen = wide(draw_shapes([Pin(1, 1, "a", "/a/")], [], title="Where"))
    svg = seen.all("svg")[0]
    assert svg["role"] == "group"
    assert {each.get("id") for each in [*seen.all("title"), *seen.all("desc")]} >= set(svg["aria-labelledby"].split())


def test_a_narrow_map_is_drawn_once() -> None:
    drawing = draw_shapes([Pin(1, 1, "a")], [], title="Where", width=400, height=300)
    assert drawing.count("<svg") == 1


@pytest.mark.parametrize("longitude", [float("nan"), float("inf")])
def test_a_pin_is_somewhere(longitude: float) -> None:
    with pytest.raises(ValueError, match="a pin needs"):
        Pin(1, longitude, "nowhere")


def test_five_hundred_points_are_light() -> None:
    around: list[Any] = [shape(-122 + each, 38.5, 0.7, f"Region {each}") for each in range(4)]
    assert len(draw_shapes(town(500), around, title="Where").encode()) < 60_000
