"""Whatever a file says: it is read as outlines, or refused in a sentence."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from commonwire.maps.carried import written
from commonwire.maps.geojson import MOST_BYTES, MOST_SHAPES, read_geojson
from commonwire.maps.positions import NotRead
from commonwire.maps.simplify import MOST_POINTS
from tests.maps.shapes import collection, feature, polygon


def refusal(content: bytes) -> str:
    with pytest.raises(NotRead) as refused:
        read_geojson(content)
    return str(refused.value)


def test_a_collection_a_feature_and_a_bare_polygon_are_read() -> None:
    for said in (collection(feature(polygon())), json.dumps(feature(polygon())).encode(), json.dumps(polygon()).encode()):
        (read,) = read_geojson(said).features
        assert read.points == 13
        assert read.centre == pytest.approx((38, -122), abs=0.01)


def test_names_come_from_the_usual_properties_and_others_are_ignored() -> None:
    read = read_geojson(collection(feature(polygon(), NAME="The Coast", slug="coast", colour={"red": 1}), feature(polygon(0, 0)))).features
    assert [each.name for each in read] == ["The Coast", "number 2"]
    assert read[0].names == ["coast", "The Coast"]


def test_a_point_is_a_centre_only() -> None:
    (read,) = read_geojson(collection(feature({"type": "Point", "coordinates": [-122.5, 38.25, 12]}, name="Coast"))).features
    assert (read.centre, read.polygons) == ((38.25, -122.5), [])


def test_a_collection_of_geometries_joins_outline_and_centre() -> None:
    parts = [polygon(), {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]}]
    (read,) = read_geojson(collection(feature({"type": "GeometryCollection", "geometries": parts}))).features
    assert (read.centre, len(read.polygons)) == ((2, 1), 1)


def test_heights_are_let_go_and_an_open_ring_is_closed() -> None:
    corners = [[0, 0, 5], [1, 0, 5], [1, 1, 5], [0, 1, 5]]
    (read,) = read_geojson(json.dumps({"type": "Polygon", "coordinates": [corners]}).encode()).features
    assert read.polygons[0][0] == [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]


def test_a_hole_stays_with_its_polygon() -> None:
    coordinates = [polygon(0, 0, size=2)["coordinates"][0], polygon(0, 0)["coordinates"][0]]  # type: ignore[index]
    (read,) = read_geojson(json.dumps({"type": "Polygon", "coordinates": coordinates}).encode()).features
    assert [len(rings) for rings in read.polygons] == [2]


def test_swapped_coordinates_are_named_with_their_feature() -> None:
    swapped = {"type": "Polygon", "coordinates": [[[y, x] for x, y in polygon()["coordinates"][0]]]}  # type: ignore[index]
    said = refusal(collection(feature(polygon()), feature(swapped, name="Valley")))
    assert "Valley" in said
    assert "swapped" in said


def test_metres_of_some_projection_are_recognised() -> None:
    metres = {"type": "Polygon", "coordinates": [[[551000, 4200000], [552000, 4200000], [552000, 4201000]]]}
    assert "WGS 84" in refusal(collection(feature(metres, name="Valley")))


def test_lines_are_left_out_and_counted() -> None:
    line = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}
    read = read_geojson(collection(feature(line), feature(None), 7, feature(polygon())))
    assert (len(read.features), read.left_out) == (1, 3)
    assert "no outline" in refusal(collection(feature(line)))


def test_land_across_the_antimeridian_stays_in_one_piece() -> None:
    fiji = {"type": "Polygon", "coordinates": [[[179, -17], [-179, -17], [-179, -18], [179, -18], [179, -17]]]}
    (read,) = read_geojson(json.dumps(fiji).encode()).features
    longitudes = [longitude for longitude, _latitude in read.polygons[0][0]]
    assert max(longitudes) - min(longitudes) == 2
    assert abs(read.centre[1]) == 180


def test_a_box_around_the_world_stays_as_wide_as_it_is() -> None:
    box = {"type": "Polygon", "coordinates": [[[-180, -80], [180, -80], [180, 80], [-180, 80], [-180, -80]]]}
    (read,) = read_geojson(json.dumps(box).encode()).features
    assert {longitude for longitude, _latitude in read.polygons[0][0]} == {-180, 180}


def test_a_fine_coast_becomes_a_few_hundred_points_and_stays_closed() -> None:
    (read,) = read_geojson(collection(feature(polygon(points=90_000)))).features
    outline = read.polygons[0][0]
    assert 100 < read.points <= MOST_POINTS + 1
    assert outline[0] == outline[-1]
    assert max(abs((x + 122) ** 2 + (y - 38) ** 2 - 1) for x, y in outline) < 0.01


def test_a_shape_made_to_be_slow_is_read_too() -> None:
    """A zigzag that opens: each split takes one point off its end. Without a bound on depth this takes minutes, not a second."""
    zigzag = [[round((each / 3900) ** 3 * 50, 4), round((-1) ** each * (each / 3900) ** 2 * 40, 4)] for each in range(3900)]
    read = read_geojson(collection(*[feature({"type": "Polygon", "coordinates": [zigzag]})] * 20)).features
    assert {each.points <= MOST_POINTS + 1 for each in read} == {True}


def test_too_much_is_refused_before_it_costs_anything() -> None:
    assert "megabytes" in refusal(b" " * (MOST_BYTES + 1))
    assert "points" in refusal(collection(feature(polygon()), feature({"type": "Polygon", "coordinates": [[[0, 0]] * 200_000]})))
    assert "several files" in refusal(collection(*[feature({"type": "Point", "coordinates": [0, 0]})] * (MOST_SHAPES + 1)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"<kml/>",
        b"[1, 2]",
        b'{"type": 7}',
        b"[" * 100_000,
        b'{"type":"Point","coordinates":[NaN,0]}',
        b'{"type":"Point","coordinates":[1e999,0]}',
        b'{"type":"Point","coordinates":[' + b"9" * 5_000 + b",0]}",
        b'{"type":"Point","coordinates":[true,false]}',
        b'{"type":"Point","coordinates":"here"}',
        b'{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}',
        b'{"type":"Polygon","coordinates":[7]}',
        b'{"type":"Polygon","coordinates":{"a":1}}',
        b'{"type":"FeatureCollection","features":{}}',
        b'{"type":"GeometryCollection","geometries":[' * 20_000,
    ],
)
def test_what_is_no_map_is_refused(content: bytes) -> None:
    assert refusal(content).endswith((".", "?"))


def test_what_is_carried_by_the_form_reads_the_same_again() -> None:
    fiji = {"type": "Polygon", "coordinates": [[[179, -17], [-179, -17], [-179, -18], [179, -18], [179, -17]]]}
    point = {"type": "Point", "coordinates": [-122.5, 38.25]}
    first = read_geojson(collection(feature(polygon(points=5_000), name="“Coast”"), feature(fiji), feature(point))).features
    second = read_geojson(written(first).encode()).features
    assert [each.polygons for each in second] == [each.polygons for each in first]
    assert [each.centre for each in second] == [each.centre for each in first]
    assert second[0].name == "“Coast”"


numbers = some.one_of(some.integers(), some.floats(), some.floats(-180, 180), some.booleans(), some.none())
position = some.one_of(some.lists(numbers, max_size=4), some.tuples(some.floats(-180, 180), some.floats(-90, 90)))
junk = some.recursive(some.one_of(numbers, some.text(max_size=5)), lambda inner: some.lists(inner, max_size=4), max_leaves=12)
rings = some.lists(some.one_of(some.lists(position, max_size=8), junk), max_size=3)
kinds = some.sampled_from(["Point", "Polygon", "MultiPolygon", "LineString", "GeometryCollection", "?"])


@some.composite
def geometry(draw: Any) -> object:
    coordinates = draw(some.one_of(position, rings, some.lists(rings, max_size=3), junk))
    return {"type": draw(kinds), "coordinates": coordinates, "geometries": draw(some.one_of(junk, some.just([polygon()])))}


@given(some.lists(some.one_of(junk, some.builds(feature, some.one_of(junk, geometry()), name=junk)), max_size=4))
def test_no_file_breaks_the_reader(features: list[object]) -> None:
    try:
        read = read_geojson(collection(*features))
    except NotRead as refused:
        assert str(refused)
        return
    assert read.features
    for each in read.features:
        assert abs(each.centre[0]) <= 90
        assert -180 <= each.centre[1] <= 180
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for polygon in each.polygons for ring in polygon)


@given(some.binary(max_size=200))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    assert refusal(content)


corner = some.tuples(some.integers(-1800, 1800), some.integers(-900, 900)).map(lambda each: [each[0] / 10, each[1] / 10])


@given(some.lists(some.lists(corner, min_size=3, max_size=40), min_size=1, max_size=4))
def test_any_ring_on_earth_is_read_closed_also_one_that_crosses_itself(outlines: list[list[list[float]]]) -> None:
    said = json.dumps({"type": "MultiPolygon", "coordinates": [[ring] for ring in outlines]}).encode()
    if all(len({tuple(each) for each in ring}) < 3 for ring in outlines):
        assert "no outline" in refusal(said)
        return
    (read,) = read_geojson(said).features
    assert all(ring[0] == ring[-1] for polygon in read.polygons for ring in polygon)
    around = {(round(x % 360, 4), y) for polygon in read.polygons for ring in polygon for x, y in ring}
    assert around <= {(round(x % 360, 4), y) for ring in outlines for x, y in ring}
